BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'readinglist','first','2026-11-30 07:01:34.631946+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'readinglist','second','2026-11-30 07:01:34.637847+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'readinglist','third','2026-11-30 07:01:34.638605+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'readinglist','fourth','2026-11-30 07:01:34.652141+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'readinglist','fifth','2026-11-30 07:01:34.652884+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'readinglist','sixth','2026-11-30 07:01:34.659913+00:00');
CREATE TABLE abstract (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    text TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "abstract" VALUES(1,'About $\beta$-things, number 1.',1606258141);
INSERT INTO "abstract" VALUES(2,'About $\beta$-things, number 2.',958089338);
INSERT INTO "abstract" VALUES(3,'About $\beta$-things, number 3.',2913597144);
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES step (id),
    tbl TEXT NOT NULL,
    key TEXT NOT NULL,
    paper INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('i', 'u', 'd')),
    old TEXT
) STRICT;
INSERT INTO "change" VALUES(1,1,'paper','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(2,1,'reading','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(3,1,'reading','[2]',1,'i',NULL);
INSERT INTO "change" VALUES(4,1,'abstract','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(5,1,'note','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(6,1,'identifier','[1,"pmid","1"]',1,'i',NULL);
INSERT INTO "change" VALUES(7,1,'tag','[1]',NULL,'i',NULL);
INSERT INTO "change" VALUES(8,1,'tag','[2]',NULL,'i',NULL);
INSERT INTO "change" VALUES(9,1,'tag','[3]',NULL,'i',NULL);
INSERT INTO "change" VALUES(10,1,'paper_tag','[1,1]',1,'i',NULL);
INSERT INTO "change" VALUES(11,1,'paper_tag','[1,2]',1,'i',NULL);
INSERT INTO "change" VALUES(12,1,'paper_tag','[1,3]',1,'i',NULL);
INSERT INTO "change" VALUES(13,1,'highlight','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(14,1,'file','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(15,2,'paper','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(16,2,'reading','[3]',2,'i',NULL);
INSERT INTO "change" VALUES(17,2,'reading','[4]',2,'i',NULL);
INSERT INTO "change" VALUES(18,2,'abstract','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(19,2,'note','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(20,2,'identifier','[2,"pmid","2"]',2,'i',NULL);
INSERT INTO "change" VALUES(21,2,'tag','[4]',NULL,'i',NULL);
INSERT INTO "change" VALUES(22,2,'paper_tag','[2,1]',2,'i',NULL);
INSERT INTO "change" VALUES(23,2,'paper_tag','[2,2]',2,'i',NULL);
INSERT INTO "change" VALUES(24,2,'paper_tag','[2,4]',2,'i',NULL);
INSERT INTO "change" VALUES(25,2,'highlight','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(26,2,'file','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(27,3,'paper','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(28,3,'reading','[5]',3,'i',NULL);
INSERT INTO "change" VALUES(29,3,'reading','[6]',3,'i',NULL);
INSERT INTO "change" VALUES(30,3,'abstract','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(31,3,'note','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(32,3,'identifier','[3,"pmid","3"]',3,'i',NULL);
INSERT INTO "change" VALUES(33,3,'tag','[5]',NULL,'i',NULL);
INSERT INTO "change" VALUES(34,3,'paper_tag','[3,1]',3,'i',NULL);
INSERT INTO "change" VALUES(35,3,'paper_tag','[3,2]',3,'i',NULL);
INSERT INTO "change" VALUES(36,3,'paper_tag','[3,5]',3,'i',NULL);
INSERT INTO "change" VALUES(37,3,'highlight','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(38,3,'file','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(39,4,'paper','[4]',4,'i',NULL);
INSERT INTO "change" VALUES(40,4,'reading','[7]',4,'i',NULL);
INSERT INTO "change" VALUES(41,5,'paper','[5]',5,'i',NULL);
INSERT INTO "change" VALUES(42,5,'reading','[8]',5,'i',NULL);
INSERT INTO "change" VALUES(43,6,'paper','[6]',6,'i',NULL);
INSERT INTO "change" VALUES(44,7,'paper','[7]',7,'i',NULL);
INSERT INTO "change" VALUES(45,7,'reading','[9]',7,'i',NULL);
INSERT INTO "change" VALUES(46,8,'queue_item','[1,1]',1,'i',NULL);
INSERT INTO "change" VALUES(47,8,'queue_item','[1,2]',2,'i',NULL);
INSERT INTO "change" VALUES(48,8,'queue_item','[1,3]',3,'i',NULL);
INSERT INTO "change" VALUES(49,8,'queue_item','[1,4]',4,'i',NULL);
INSERT INTO "change" VALUES(50,8,'queue_item','[1,5]',5,'i',NULL);
INSERT INTO "change" VALUES(51,9,'queue_item','[1,5]',5,'u','{"position":5120}');
INSERT INTO "change" VALUES(52,10,'queue_item','[1,4]',4,'u','{"position":4096}');
INSERT INTO "change" VALUES(53,11,'queue_item','[1,3]',3,'d','{"queue":1,"paper":3,"position":3072}');
INSERT INTO "change" VALUES(54,12,'saved_search','[1]',NULL,'i',NULL);
INSERT INTO "change" VALUES(55,13,'saved_search','[2]',NULL,'i',NULL);
INSERT INTO "change" VALUES(56,15,'status','["journal_club"]',NULL,'i',NULL);
INSERT INTO "change" VALUES(57,15,'status','["journal_club"]',NULL,'u','{"position":6}');
INSERT INTO "change" VALUES(58,15,'status','["paused"]',NULL,'u','{"position":3}');
INSERT INTO "change" VALUES(59,15,'status','["read"]',NULL,'u','{"position":4}');
INSERT INTO "change" VALUES(60,15,'status','["dropped"]',NULL,'u','{"position":5}');
INSERT INTO "change" VALUES(61,16,'status','["skim"]',NULL,'i',NULL);
INSERT INTO "change" VALUES(62,16,'status','["skim"]',NULL,'u','{"position":7}');
INSERT INTO "change" VALUES(63,16,'status','["reading"]',NULL,'u','{"position":2}');
INSERT INTO "change" VALUES(64,16,'status','["journal_club"]',NULL,'u','{"position":3}');
INSERT INTO "change" VALUES(65,16,'status','["paused"]',NULL,'u','{"position":4}');
INSERT INTO "change" VALUES(66,16,'status','["read"]',NULL,'u','{"position":5}');
INSERT INTO "change" VALUES(67,16,'status','["dropped"]',NULL,'u','{"position":6}');
INSERT INTO "change" VALUES(68,17,'status','["skim"]',NULL,'u','{"position":2}');
INSERT INTO "change" VALUES(69,17,'status','["to_read"]',NULL,'u','{"position":1}');
INSERT INTO "change" VALUES(70,17,'status','["skim"]',NULL,'u','{"key":8}');
INSERT INTO "change" VALUES(71,17,'status','["journal_club"]',NULL,'u','{"key":7}');
INSERT INTO "change" VALUES(72,18,'queue','[2]',NULL,'i',NULL);
INSERT INTO "change" VALUES(73,19,'queue_item','[2,1]',1,'i',NULL);
INSERT INTO "change" VALUES(74,19,'queue_item','[2,2]',2,'i',NULL);
INSERT INTO "change" VALUES(75,20,'feedback','[1]',6,'i',NULL);
INSERT INTO "change" VALUES(76,21,'feedback','[2]',6,'i',NULL);
INSERT INTO "change" VALUES(77,22,'feedback','[3]',6,'i',NULL);
INSERT INTO "change" VALUES(78,23,'paper_link','[1,"cites","doi:10.1000/xy.2"]',1,'i',NULL);
INSERT INTO "change" VALUES(79,23,'paper_link','[1,"cites","title:plain 4"]',1,'i',NULL);
INSERT INTO "change" VALUES(80,24,'setting','["apart:66a42ea7-d660-4156-a310-8ea53d7e7ccf:c9ddf1ff-b7b6-41fd-96d5-412fda662193"]',NULL,'i',NULL);
INSERT INTO "change" VALUES(81,25,'paper','[1]',1,'u','{"changed":"2026-11-30T07:01:34Z","extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"1\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(82,26,'paper','[1]',1,'u','{"extra":"{\"odd\":\"new\",\"added\":{\"x\":1}}"}');
INSERT INTO "change" VALUES(83,27,'paper','[2]',2,'u','{"title":"Étude 2: 深層学習 für Überflieger","title_key":"etude 2: 深層学習 fur uberflieger","changed":"2026-11-30T07:01:34Z","extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"2\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(84,28,'paper','[6]',6,'u','{"changed":"2026-11-30T07:01:34Z","extra":"{}"}');
INSERT INTO "change" VALUES(85,29,'tag','[1]',NULL,'u','{"name":"rl","folded":"rl"}');
INSERT INTO "change" VALUES(86,30,'paper_tag','[3,5]',3,'d','{"paper":3,"tag":5}');
INSERT INTO "change" VALUES(87,30,'tag','[5]',NULL,'d','{"id":5,"uid":"1d17bdb9-09ec-481a-ad6e-7bee33157494","name":"only 3","folded":"only 3","colour":"blue","due":null}');
INSERT INTO "change" VALUES(88,31,'paper','[7]',7,'u','{"trashed":null}');
INSERT INTO "change" VALUES(89,32,'abstract','[3]',3,'d','{"paper":3,"text":"About $\\beta$-things, number 3."}');
INSERT INTO "change" VALUES(90,32,'note','[3]',3,'d','{"paper":3,"text":"# Note 3\nwith *Markdown*\n","changed":"2026-11-30T07:01:34Z"}');
INSERT INTO "change" VALUES(91,32,'identifier','[3,"pmid","3"]',3,'d','{"paper":3,"scheme":"pmid","value":"3"}');
INSERT INTO "change" VALUES(92,32,'paper_tag','[3,1]',3,'d','{"paper":3,"tag":1}');
INSERT INTO "change" VALUES(93,32,'paper_tag','[3,2]',3,'d','{"paper":3,"tag":2}');
INSERT INTO "change" VALUES(94,32,'reading','[5]',3,'d','{"id":5,"uid":"11055b24-f510-4d0f-beb6-be14e68752df","paper":3,"started":"2024","finished":"2024-05-06","ended":"finished","depth":"skimmed","from_page":null,"to_page":null,"minutes":12}');
INSERT INTO "change" VALUES(95,32,'reading','[6]',3,'d','{"id":6,"uid":"02bfda0f-f2b6-42bc-b2a8-59a2657afae6","paper":3,"started":"2025-01-02","finished":null,"ended":null,"depth":null,"from_page":null,"to_page":null,"minutes":null}');
INSERT INTO "change" VALUES(96,32,'highlight','[3]',3,'d','{"id":3,"uid":"a1806cee-abe7-4249-a649-c2c94a943abc","paper":3,"page":3,"quote":"quoted","colour":"#ffee00","comment":"why?","position":"{\"rects\":[[1,2.5]]}","created":null}');
INSERT INTO "change" VALUES(97,32,'file','[3]',3,'d','{"id":3,"uid":"d15b8700-1eed-4e1e-bebf-420d6bbe94db","paper":3,"path":"/papers/3.pdf","kind":"pdf","title":"PDF"}');
INSERT INTO "change" VALUES(98,32,'paper','[3]',3,'d','{"id":3,"uid":"ea784fb3-24c1-459d-992e-39764abbc752","type":"article-journal","title":"Étude 3: 深層学習 für Überflieger","title_key":"etude 3: 深層学習 fur uberflieger","authors":"[{\"family\":\"Öztürk\",\"given\":\"Ayşe\"},{\"literal\":\"Gemini Team\"}]","author_text":"Ayşe Öztürk, Gemini Team","author_key":"ozturk ayse","authors_complete":1,"date":"2003-03","year":2003,"venue":"Journal of Łódź","subject":"cs.LG","organizations":"[\"deepmind\"]","doi":"10.1000/Xy.3","arxiv":"2401.00003","url":null,"key":"ozturk2003etude","status":"inbox","priority":3,"rating":3,"due":"2026-12-01","snoozed_until":null,"page":3,"pages":13,"added":"2026-11-30T07:01:34Z","changed":"2026-11-30T07:01:34Z","started":"2025-01-02","finished":null,"trashed":null,"extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"3\"},\"other_keys\":[\"k\"]}","why":null,"language":null}');
INSERT INTO "change" VALUES(99,33,'note','[5]',5,'i',NULL);
INSERT INTO "change" VALUES(100,33,'paper','[5]',5,'u','{"changed":"2026-11-30T07:01:34Z"}');
INSERT INTO "change" VALUES(101,34,'paper','[5]',5,'u','{"changed":"2026-11-30T07:01:35Z"}');
INSERT INTO "change" VALUES(102,34,'note','[5]',5,'d','{"paper":5,"text":"a note","changed":"2026-11-30T07:01:35Z"}');
INSERT INTO "change" VALUES(103,35,'paper','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(104,35,'file','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(105,35,'highlight','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(106,35,'reading','[6]',3,'i',NULL);
INSERT INTO "change" VALUES(107,35,'reading','[5]',3,'i',NULL);
INSERT INTO "change" VALUES(108,35,'paper_tag','[3,2]',3,'i',NULL);
INSERT INTO "change" VALUES(109,35,'paper_tag','[3,1]',3,'i',NULL);
INSERT INTO "change" VALUES(110,35,'identifier','[3,"pmid","3"]',3,'i',NULL);
INSERT INTO "change" VALUES(111,35,'note','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(112,35,'abstract','[3]',3,'i',NULL);
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    deed TEXT NOT NULL CHECK (deed IN ('take', 'snooze', 'skip', 'reject', 'welcome', 'keep', 'pick')),
    at TEXT NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "feedback" VALUES(1,6,'skip','2026-11-01T10:00:00Z',415846564);
INSERT INTO "feedback" VALUES(2,6,'reject','2026-11-01T10:00:00Z',4277146338);
INSERT INTO "feedback" VALUES(3,6,'welcome','2026-11-01T10:00:00Z',2377358511);
CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    path TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'pdf',
    title TEXT
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "file" VALUES(1,'3fb0164a-6879-4612-9990-bdffffdc75cf',1,'/papers/1.pdf','pdf','PDF',4147880845);
INSERT INTO "file" VALUES(2,'2cf3568f-f440-4b78-b129-d63e4837e07a',2,'/papers/2.pdf','pdf','PDF',2697689541);
INSERT INTO "file" VALUES(3,'d15b8700-1eed-4e1e-bebf-420d6bbe94db',3,'/papers/3.pdf','pdf','PDF',584837361);
CREATE TABLE highlight (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    page INTEGER,
    quote TEXT NOT NULL DEFAULT '',
    colour TEXT,
    comment TEXT NOT NULL DEFAULT '',
    position TEXT,
    created TEXT,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "highlight" VALUES(1,'f47a8313-6d07-41c7-88ed-470c96759a40',1,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,1192113878);
INSERT INTO "highlight" VALUES(2,'1a084045-aae4-4455-b37d-e61bc492b6f5',2,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,881372611);
INSERT INTO "highlight" VALUES(3,'a1806cee-abe7-4249-a649-c2c94a943abc',3,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,3421205286);
CREATE TABLE identifier (
    paper INTEGER NOT NULL REFERENCES paper (id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, scheme, value)
) STRICT, WITHOUT ROWID;
INSERT INTO "identifier" VALUES(1,'pmid','1',520461136);
INSERT INTO "identifier" VALUES(2,'pmid','2',2313331805);
INSERT INTO "identifier" VALUES(3,'pmid','3',1299139737);
CREATE TABLE note (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    text TEXT NOT NULL,
    changed TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "note" VALUES(1,'# Note 1
with *Markdown*
','2026-11-30T07:01:34Z',2245309469);
INSERT INTO "note" VALUES(2,'# Note 2
with *Markdown*
','2026-11-30T07:01:34Z',1049030573);
INSERT INTO "note" VALUES(3,'# Note 3
with *Markdown*
','2026-11-30T07:01:34Z',3781679874);
CREATE TABLE paper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT,
    authors TEXT NOT NULL DEFAULT '[]' CHECK (authors LIKE '[%'),
    author_text TEXT,
    author_key TEXT,
    authors_complete INTEGER NOT NULL DEFAULT 1 CHECK (authors_complete IN (0, 1)),
    date TEXT,
    year INTEGER,
    venue TEXT,
    subject TEXT,
    organizations TEXT NOT NULL DEFAULT '[]' CHECK (organizations LIKE '[%'),
    doi TEXT COLLATE NOCASE,
    arxiv TEXT COLLATE NOCASE,
    url TEXT,
    key TEXT,
    status TEXT NOT NULL DEFAULT 'inbox' REFERENCES status (id),
    priority INTEGER CHECK (priority BETWEEN 1 AND 3),
    rating INTEGER CHECK (rating BETWEEN 0 AND 5),
    due TEXT,
    snoozed_until TEXT,
    page INTEGER CHECK (page >= 0),
    pages INTEGER CHECK (pages >= 0),
    added TEXT NOT NULL,
    changed TEXT NOT NULL,
    started TEXT,
    finished TEXT,
    trashed TEXT,
    extra TEXT NOT NULL DEFAULT '{}' CHECK (extra LIKE '{%'),
    checksum INTEGER NOT NULL DEFAULT 0
, why TEXT, language TEXT) STRICT;
INSERT INTO "paper" VALUES(1,'c9ddf1ff-b7b6-41fd-96d5-412fda662193','article-journal','Étude 1: 深層学習 für Überflieger','etude 1: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2001-03',2001,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.1','2401.00001',NULL,'ozturk2001etude','inbox',2,1,'2026-12-01',NULL,1,11,'2026-11-30T07:01:34Z','2026-11-30T07:01:35Z','2025-01-02',NULL,NULL,'{"odd":"newer","added":{"x":1},"third":null}',792837934,NULL,NULL);
INSERT INTO "paper" VALUES(2,'66a42ea7-d660-4156-a310-8ea53d7e7ccf','article-journal','Another title','another title','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2002-03',2002,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.2','2401.00002',NULL,'ozturk2002etude','inbox',1,2,'2026-12-01',NULL,2,12,'2026-11-30T07:01:34Z','2026-11-30T07:01:35Z','2025-01-02',NULL,NULL,'{}',212607150,NULL,NULL);
INSERT INTO "paper" VALUES(3,'ea784fb3-24c1-459d-992e-39764abbc752','article-journal','Étude 3: 深層学習 für Überflieger','etude 3: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2003-03',2003,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.3','2401.00003',NULL,'ozturk2003etude','inbox',3,3,'2026-12-01',NULL,3,13,'2026-11-30T07:01:34Z','2026-11-30T07:01:34Z','2025-01-02',NULL,NULL,'{"odd":[1,null,{"deep":"ß"}],"bibtex":{"volume":"3"},"other_keys":["k"]}',1561206358,NULL,NULL);
INSERT INTO "paper" VALUES(4,'8b315ba5-ffbd-4831-86b5-aa3c119d8c2f','article-journal','Plain 4','plain 4','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplain','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:34Z','2026-11-30T07:01:34Z','2026-11-30T07:01:34Z',NULL,NULL,'{"kept":4}',4061624887,NULL,NULL);
INSERT INTO "paper" VALUES(5,'4d115e55-6923-4890-a4b9-22578c1056cd','article-journal','Plain 5','plain 5','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplaina','read',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:34Z','2026-11-30T07:01:34Z',NULL,NULL,NULL,'{}',561913175,NULL,NULL);
INSERT INTO "paper" VALUES(6,'85406344-ed74-4ded-8b7a-3ba391931599','article-journal','Plain 6','plain 6','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainb','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:34Z','2026-11-30T07:01:35Z',NULL,NULL,NULL,'{"late":"[]"}',1875609229,NULL,NULL);
INSERT INTO "paper" VALUES(7,'ab7548bd-d84a-4324-9935-d5e2d291e4e2','article-journal','Plain 7','plain 7','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainc','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:35Z','2026-11-30T07:01:35Z','2026-11-30T07:01:35Z',NULL,'2026-11-30T07:01:35Z','{}',2501703569,NULL,NULL);
CREATE TABLE paper_link (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('cites', 'related')),
    name TEXT NOT NULL CHECK (name LIKE '_%:_%'), checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, kind, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "paper_link" VALUES(1,'cites','doi:10.1000/xy.2',1110380984);
INSERT INTO "paper_link" VALUES(1,'cites','title:plain 4',3221920698);
CREATE TABLE paper_tag (
    paper INTEGER NOT NULL REFERENCES paper (id),
    tag INTEGER NOT NULL REFERENCES tag (id), checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, tag)
) STRICT, WITHOUT ROWID;
INSERT INTO "paper_tag" VALUES(1,1,2667580746);
INSERT INTO "paper_tag" VALUES(1,2,3022872201);
INSERT INTO "paper_tag" VALUES(1,3,2906025928);
INSERT INTO "paper_tag" VALUES(2,1,429162468);
INSERT INTO "paper_tag" VALUES(2,2,850996263);
INSERT INTO "paper_tag" VALUES(2,4,1692634017);
INSERT INTO "paper_tag" VALUES(3,1,3536366657);
INSERT INTO "paper_tag" VALUES(3,2,4192599938);
CREATE TABLE queue (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "queue" VALUES(1,'00000000-0000-4000-8000-000000000001','Up next',0,1701611725);
INSERT INTO "queue" VALUES(2,'5e26bb53-9d54-4001-b2e9-27fdcc01c23c','Club',1,1960012027);
CREATE TABLE queue_item (
    queue INTEGER NOT NULL REFERENCES queue (id),
    paper INTEGER NOT NULL REFERENCES paper (id),
    position INTEGER NOT NULL, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (queue, paper)
) STRICT, WITHOUT ROWID;
INSERT INTO "queue_item" VALUES(1,1,1024,1673228278);
INSERT INTO "queue_item" VALUES(1,2,2048,3048086109);
INSERT INTO "queue_item" VALUES(1,4,512,4036488646);
INSERT INTO "queue_item" VALUES(1,5,0,2344549294);
INSERT INTO "queue_item" VALUES(2,1,1024,3731948344);
INSERT INTO "queue_item" VALUES(2,2,2048,140801683);
CREATE TABLE reading (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    started TEXT,
    finished TEXT,
    ended TEXT CHECK (ended IN ('finished', 'stopped')),
    depth TEXT CHECK (depth IN ('skimmed', 'read', 'studied')),
    from_page INTEGER,
    to_page INTEGER,
    minutes INTEGER CHECK (minutes >= 0),
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "reading" VALUES(1,'d185f498-49e1-45ae-b6cb-d1c523898b9f',1,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,3233541295);
INSERT INTO "reading" VALUES(2,'b413da80-0396-4542-a861-62661dc0562d',1,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,2476523021);
INSERT INTO "reading" VALUES(3,'6cb447fd-e7e1-4584-9978-4440c1f62a57',2,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,212676227);
INSERT INTO "reading" VALUES(4,'a764dcaa-d915-4529-974a-0238b40af53f',2,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,2703700275);
INSERT INTO "reading" VALUES(5,'11055b24-f510-4d0f-beb6-be14e68752df',3,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,3077257213);
INSERT INTO "reading" VALUES(6,'02bfda0f-f2b6-42bc-b2a8-59a2657afae6',3,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,2044749580);
INSERT INTO "reading" VALUES(7,'32047691-9062-4cee-9100-afc3f205f0ec',4,'2026-11-30T07:01:34Z',NULL,NULL,NULL,NULL,NULL,NULL,2244719112);
INSERT INTO "reading" VALUES(8,'dbd278b9-6219-4b61-8b0b-bc27e4f5d2dd',5,NULL,NULL,'finished',NULL,NULL,NULL,NULL,905797068);
INSERT INTO "reading" VALUES(9,'38ebb6a3-4b79-4441-9045-7a668c1569bc',7,'2026-11-30T07:01:35Z',NULL,NULL,NULL,NULL,NULL,NULL,1572033948);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT,
    position INTEGER NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "saved_search" VALUES(1,'a1752ca7-3a8d-401e-88d7-72ca7e4c2316','Due soon','due:<=7d',NULL,1,3103566406);
INSERT INTO "saved_search" VALUES(2,'ddb01a83-f894-4447-9092-fbe903b0955d','Second','tag:rl',NULL,2,2536546064);
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "setting" VALUES('apart:66a42ea7-d660-4156-a310-8ea53d7e7ccf:c9ddf1ff-b7b6-41fd-96d5-412fda662193','1',3194630290);
CREATE TABLE status (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('inbox', 'to_read', 'reading', 'paused', 'read', 'dropped')),
    colour TEXT NOT NULL,
    position INTEGER NOT NULL,
    key INTEGER CHECK (key BETWEEN 1 AND 9)
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "status" VALUES('inbox','Inbox','inbox','slate',0,1,2674825280);
INSERT INTO "status" VALUES('to_read','To read','to_read','amber',2,2,3282338680);
INSERT INTO "status" VALUES('reading','Reading','reading','blue',3,3,4019230703);
INSERT INTO "status" VALUES('paused','Paused','paused','violet',5,4,584027410);
INSERT INTO "status" VALUES('read','Read','read','green',6,5,3575987288);
INSERT INTO "status" VALUES('dropped','Dropped','dropped','grey',7,6,1081914247);
INSERT INTO "status" VALUES('journal_club','Journal club','reading','blue',4,8,3049628084);
INSERT INTO "status" VALUES('skim','Skim','to_read','amber',1,7,714938626);
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    op TEXT NOT NULL,
    count INTEGER NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    stack TEXT NOT NULL DEFAULT 'undo' CHECK (stack IN ('undo', 'redo', 'past', 'open')),
    reverts INTEGER,
    origin TEXT NOT NULL,
    joined_key TEXT,
    at TEXT NOT NULL
) STRICT;
INSERT INTO "step" VALUES(1,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:34Z');
INSERT INTO "step" VALUES(2,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:34Z');
INSERT INTO "step" VALUES(3,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:34Z');
INSERT INTO "step" VALUES(4,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:34Z');
INSERT INTO "step" VALUES(5,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:34Z');
INSERT INTO "step" VALUES(6,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:34Z');
INSERT INTO "step" VALUES(7,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(8,'queue_add',5,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(9,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(10,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(11,'queue_remove',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(12,'save_search',1,'Due soon','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(13,'save_search',1,'Second','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(15,'edit_status',1,'Journal club','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(16,'edit_status',1,'Skim','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(17,'edit_status',1,'Skim','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(18,'edit_queue',1,'Club','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(19,'queue_add',2,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(20,'skip',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(21,'reject',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(22,'welcome',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(23,'link',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(24,'set_apart',2,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(25,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(26,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(27,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(28,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(29,'edit_tag',1,'reinforcement','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(30,'edit_tag',1,'only 3','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(31,'trash',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(32,'delete',1,'','past',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(33,'note',1,'','past',NULL,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(34,'note',1,'','redo',33,'window',NULL,'2026-11-30T07:01:35Z');
INSERT INTO "step" VALUES(35,'delete',1,'','redo',32,'window',NULL,'2026-11-30T07:01:35Z');
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
, due TEXT, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "tag" VALUES(1,'d3747b1c-ed11-47f3-9425-e31f58b7b511','reinforcement','reinforcement','violet',NULL,2650124208);
INSERT INTO "tag" VALUES(2,'9b60a25a-4201-4495-8c0b-0d58970c4b65','Übung','ubung','teal',NULL,798183485);
INSERT INTO "tag" VALUES(3,'dad2cf36-abe6-4d5d-aafa-f6fb385ad485','only 1','only 1','pink',NULL,2927079220);
INSERT INTO "tag" VALUES(4,'3a557c73-717f-429f-8c0a-f6d8830da2d7','only 2','only 2','brown',NULL,2386824673);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX paper_by_date ON paper (date) WHERE trashed IS NULL;
CREATE INDEX paper_by_title ON paper (title_key) WHERE trashed IS NULL;
CREATE INDEX paper_by_author ON paper (author_key) WHERE trashed IS NULL;
CREATE INDEX paper_by_added ON paper (added) WHERE trashed IS NULL;
CREATE INDEX paper_by_status ON paper (status, date) WHERE trashed IS NULL;
CREATE INDEX paper_by_finished ON paper (finished) WHERE finished IS NOT NULL;
CREATE INDEX paper_by_arxiv ON paper (arxiv COLLATE NOCASE) WHERE arxiv IS NOT NULL;
CREATE INDEX paper_trashed ON paper (trashed) WHERE trashed IS NOT NULL;
CREATE INDEX identifier_by_value ON identifier (scheme, value);
CREATE INDEX paper_tag_by_tag ON paper_tag (tag, paper);
CREATE INDEX queue_item_order ON queue_item (queue, position);
CREATE INDEX queue_item_by_paper ON queue_item (paper);
CREATE INDEX reading_by_paper ON reading (paper);
CREATE INDEX reading_by_finished ON reading (finished) WHERE finished IS NOT NULL;
CREATE INDEX highlight_by_paper ON highlight (paper);
CREATE INDEX file_by_paper ON file (paper);
CREATE INDEX step_by_stack ON step (stack, id);
CREATE INDEX change_by_step ON change (step);
CREATE INDEX feedback_by_paper ON feedback (paper);
CREATE INDEX paper_link_by_name ON paper_link (name);
CREATE INDEX paper_sorted_by_subject ON paper (subject) WHERE trashed IS NULL;
CREATE INDEX paper_sorted_by_year ON paper (year) WHERE trashed IS NULL;
CREATE INDEX paper_sorted_by_rating ON paper (rating) WHERE trashed IS NULL;
CREATE INDEX paper_sorted_by_priority ON paper (priority) WHERE trashed IS NULL;
CREATE INDEX paper_sorted_by_due ON paper (due) WHERE trashed IS NULL;
CREATE INDEX paper_sorted_by_started ON paper (started) WHERE trashed IS NULL;
CREATE INDEX paper_sorted_by_finished ON paper (finished) WHERE trashed IS NULL;
CREATE INDEX paper_sorted_by_pages ON paper (pages) WHERE trashed IS NULL;
CREATE INDEX paper_by_doi ON paper (doi COLLATE NOCASE, trashed);
CREATE INDEX paper_by_key ON paper (key, trashed);
CREATE INDEX paper_sorted_by_venue ON paper (venue) WHERE trashed IS NULL;
CREATE INDEX paper_sorted_by_progress ON paper (CASE WHEN pages > 0 THEN min(1.0, 1.0 * coalesce(page, 0) / pages) END) WHERE trashed IS NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('step',35);
INSERT INTO "sqlite_sequence" VALUES('paper',7);
INSERT INTO "sqlite_sequence" VALUES('reading',9);
INSERT INTO "sqlite_sequence" VALUES('tag',5);
INSERT INTO "sqlite_sequence" VALUES('highlight',3);
INSERT INTO "sqlite_sequence" VALUES('file',3);
INSERT INTO "sqlite_sequence" VALUES('change',112);
INSERT INTO "sqlite_sequence" VALUES('saved_search',2);
INSERT INTO "sqlite_sequence" VALUES('feedback',3);
PRAGMA application_id = 1380731202;
PRAGMA user_version = 6;
COMMIT;
