BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'readinglist','first','2026-11-30 07:01:28.744771+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'readinglist','second','2026-11-30 07:01:28.750479+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'readinglist','third','2026-11-30 07:01:28.751192+00:00');
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
INSERT INTO "change" VALUES(2,1,'abstract','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(3,1,'note','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(4,1,'identifier','[1,"pmid","1"]',1,'i',NULL);
INSERT INTO "change" VALUES(5,1,'tag','[1]',NULL,'i',NULL);
INSERT INTO "change" VALUES(6,1,'paper_tag','[1,1]',1,'i',NULL);
INSERT INTO "change" VALUES(7,1,'tag','[2]',NULL,'i',NULL);
INSERT INTO "change" VALUES(8,1,'paper_tag','[1,2]',1,'i',NULL);
INSERT INTO "change" VALUES(9,1,'tag','[3]',NULL,'i',NULL);
INSERT INTO "change" VALUES(10,1,'paper_tag','[1,3]',1,'i',NULL);
INSERT INTO "change" VALUES(11,1,'highlight','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(12,1,'file','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(13,1,'reading','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(14,1,'reading','[2]',1,'i',NULL);
INSERT INTO "change" VALUES(15,1,'paper','[1]',1,'u','{"started":null}');
INSERT INTO "change" VALUES(16,2,'paper','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(17,2,'abstract','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(18,2,'note','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(19,2,'identifier','[2,"pmid","2"]',2,'i',NULL);
INSERT INTO "change" VALUES(20,2,'paper_tag','[2,1]',2,'i',NULL);
INSERT INTO "change" VALUES(21,2,'paper_tag','[2,2]',2,'i',NULL);
INSERT INTO "change" VALUES(22,2,'tag','[4]',NULL,'i',NULL);
INSERT INTO "change" VALUES(23,2,'paper_tag','[2,4]',2,'i',NULL);
INSERT INTO "change" VALUES(24,2,'highlight','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(25,2,'file','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(26,2,'reading','[3]',2,'i',NULL);
INSERT INTO "change" VALUES(27,2,'reading','[4]',2,'i',NULL);
INSERT INTO "change" VALUES(28,2,'paper','[2]',2,'u','{"started":null}');
INSERT INTO "change" VALUES(29,3,'paper','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(30,3,'abstract','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(31,3,'note','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(32,3,'identifier','[3,"pmid","3"]',3,'i',NULL);
INSERT INTO "change" VALUES(33,3,'paper_tag','[3,1]',3,'i',NULL);
INSERT INTO "change" VALUES(34,3,'paper_tag','[3,2]',3,'i',NULL);
INSERT INTO "change" VALUES(35,3,'tag','[5]',NULL,'i',NULL);
INSERT INTO "change" VALUES(36,3,'paper_tag','[3,5]',3,'i',NULL);
INSERT INTO "change" VALUES(37,3,'highlight','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(38,3,'file','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(39,3,'reading','[5]',3,'i',NULL);
INSERT INTO "change" VALUES(40,3,'reading','[6]',3,'i',NULL);
INSERT INTO "change" VALUES(41,3,'paper','[3]',3,'u','{"started":null}');
INSERT INTO "change" VALUES(42,4,'paper','[4]',4,'i',NULL);
INSERT INTO "change" VALUES(43,4,'reading','[7]',4,'i',NULL);
INSERT INTO "change" VALUES(44,4,'paper','[4]',4,'u','{"started":null}');
INSERT INTO "change" VALUES(45,5,'paper','[5]',5,'i',NULL);
INSERT INTO "change" VALUES(46,5,'reading','[8]',5,'i',NULL);
INSERT INTO "change" VALUES(47,6,'paper','[6]',6,'i',NULL);
INSERT INTO "change" VALUES(48,7,'paper','[7]',7,'i',NULL);
INSERT INTO "change" VALUES(49,7,'reading','[9]',7,'i',NULL);
INSERT INTO "change" VALUES(50,7,'paper','[7]',7,'u','{"started":null}');
INSERT INTO "change" VALUES(51,8,'queue_item','[1,1]',1,'i',NULL);
INSERT INTO "change" VALUES(52,8,'queue_item','[1,2]',2,'i',NULL);
INSERT INTO "change" VALUES(53,8,'queue_item','[1,3]',3,'i',NULL);
INSERT INTO "change" VALUES(54,8,'queue_item','[1,4]',4,'i',NULL);
INSERT INTO "change" VALUES(55,8,'queue_item','[1,5]',5,'i',NULL);
INSERT INTO "change" VALUES(56,9,'queue_item','[1,5]',5,'u','{"position":5120}');
INSERT INTO "change" VALUES(57,10,'queue_item','[1,4]',4,'u','{"position":4096}');
INSERT INTO "change" VALUES(58,11,'queue_item','[1,3]',3,'d','{"queue":1,"paper":3,"position":3072}');
INSERT INTO "change" VALUES(59,12,'saved_search','[1]',NULL,'i',NULL);
INSERT INTO "change" VALUES(60,13,'saved_search','[2]',NULL,'i',NULL);
INSERT INTO "change" VALUES(61,15,'setting','["apart:151696bb-9b71-4916-9413-f402d87b5c6b:a587875d-c536-4f4a-ad6a-5ea015529358"]',NULL,'i',NULL);
INSERT INTO "change" VALUES(62,16,'paper','[1]',1,'u','{"changed":"2026-11-30T07:01:28Z","extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"1\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(63,17,'paper','[1]',1,'u','{"extra":"{\"odd\":\"new\",\"added\":{\"x\":1}}"}');
INSERT INTO "change" VALUES(64,18,'paper','[2]',2,'u','{"title":"Étude 2: 深層学習 für Überflieger","title_key":"etude 2: 深層学習 fur uberflieger","changed":"2026-11-30T07:01:28Z","extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"2\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(65,19,'paper','[6]',6,'u','{"extra":"{}"}');
INSERT INTO "change" VALUES(66,20,'tag','[1]',NULL,'u','{"name":"rl","folded":"rl"}');
INSERT INTO "change" VALUES(67,21,'paper_tag','[3,5]',3,'d','{"paper":3,"tag":5}');
INSERT INTO "change" VALUES(68,21,'tag','[5]',NULL,'d','{"id":5,"uid":"4700f925-b459-432e-affe-574481ae3e8f","name":"only 3","folded":"only 3","colour":"blue","due":null}');
INSERT INTO "change" VALUES(69,22,'paper','[7]',7,'u','{"trashed":null}');
INSERT INTO "change" VALUES(70,23,'abstract','[3]',3,'d','{"paper":3,"text":"About $\\beta$-things, number 3."}');
INSERT INTO "change" VALUES(71,23,'note','[3]',3,'d','{"paper":3,"text":"# Note 3\nwith *Markdown*\n","changed":"2026-11-30T07:01:29Z"}');
INSERT INTO "change" VALUES(72,23,'identifier','[3,"pmid","3"]',3,'d','{"paper":3,"scheme":"pmid","value":"3"}');
INSERT INTO "change" VALUES(73,23,'paper_tag','[3,1]',3,'d','{"paper":3,"tag":1}');
INSERT INTO "change" VALUES(74,23,'paper_tag','[3,2]',3,'d','{"paper":3,"tag":2}');
INSERT INTO "change" VALUES(75,23,'reading','[5]',3,'d','{"id":5,"uid":"1ebdf4cf-acab-4947-984f-eba941d45940","paper":3,"started":"2024","finished":"2024-05-06","ended":"finished","depth":"skimmed","from_page":null,"to_page":null,"minutes":12}');
INSERT INTO "change" VALUES(76,23,'reading','[6]',3,'d','{"id":6,"uid":"8359d42b-420e-4ff5-920b-5aa2d98aeebf","paper":3,"started":"2025-01-02","finished":null,"ended":null,"depth":null,"from_page":null,"to_page":null,"minutes":null}');
INSERT INTO "change" VALUES(77,23,'highlight','[3]',3,'d','{"id":3,"uid":"16e74e57-bf5d-44ae-ab14-c951f7c771d6","paper":3,"page":3,"quote":"quoted","colour":"#ffee00","comment":"why?","position":"{\"rects\":[[1,2.5]]}","created":null}');
INSERT INTO "change" VALUES(78,23,'file','[3]',3,'d','{"id":3,"uid":"83236a9b-b959-461f-ac2f-c57740f4599b","paper":3,"path":"/papers/3.pdf","kind":"pdf","title":"PDF"}');
INSERT INTO "change" VALUES(79,23,'paper','[3]',3,'d','{"id":3,"uid":"e761b5fe-79d0-474c-a4fd-69545b29052a","type":"article-journal","title":"Étude 3: 深層学習 für Überflieger","title_key":"etude 3: 深層学習 fur uberflieger","authors":"[{\"family\":\"Öztürk\",\"given\":\"Ayşe\"},{\"literal\":\"Gemini Team\"}]","author_text":"Ayşe Öztürk, Gemini Team","author_key":"ozturk ayse","authors_complete":1,"date":"2003-03","year":2003,"venue":"Journal of Łódź","subject":"cs.LG","organizations":"[\"deepmind\"]","doi":"10.1000/Xy.3","arxiv":"2401.00003","url":null,"key":"ozturk2003etude","status":"inbox","priority":3,"rating":3,"due":"2026-12-01","snoozed_until":null,"page":3,"pages":13,"added":"2026-11-30T07:01:29Z","changed":"2026-11-30T07:01:29Z","started":"2025-01-02","finished":null,"trashed":null,"extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"3\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(80,24,'note','[5]',5,'i',NULL);
INSERT INTO "change" VALUES(81,25,'note','[5]',5,'d','{"paper":5,"text":"a note","changed":"2026-11-30T07:01:29Z"}');
INSERT INTO "change" VALUES(82,26,'paper','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(83,26,'file','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(84,26,'highlight','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(85,26,'reading','[6]',3,'i',NULL);
INSERT INTO "change" VALUES(86,26,'reading','[5]',3,'i',NULL);
INSERT INTO "change" VALUES(87,26,'paper_tag','[3,2]',3,'i',NULL);
INSERT INTO "change" VALUES(88,26,'paper_tag','[3,1]',3,'i',NULL);
INSERT INTO "change" VALUES(89,26,'identifier','[3,"pmid","3"]',3,'i',NULL);
INSERT INTO "change" VALUES(90,26,'note','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(91,26,'abstract','[3]',3,'i',NULL);
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    deed TEXT NOT NULL CHECK (deed IN ('take', 'snooze', 'skip', 'reject', 'welcome', 'keep', 'pick')),
    at TEXT NOT NULL
) STRICT;
CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    path TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'pdf',
    title TEXT
) STRICT;
INSERT INTO "file" VALUES(1,'465182f4-0ef7-46ab-9b12-800fe6d144a8',1,'/papers/1.pdf','pdf','PDF');
INSERT INTO "file" VALUES(2,'dd44bb8c-c30a-496f-9579-676afe5071cf',2,'/papers/2.pdf','pdf','PDF');
INSERT INTO "file" VALUES(3,'83236a9b-b959-461f-ac2f-c57740f4599b',3,'/papers/3.pdf','pdf','PDF');
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
INSERT INTO "highlight" VALUES(1,'6b8e49cd-25f6-4ee6-9d44-b7f40323568b',1,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,15072190);
INSERT INTO "highlight" VALUES(2,'b244abe7-c64b-4c6a-9032-097502ebe751',2,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,4024812383);
INSERT INTO "highlight" VALUES(3,'16e74e57-bf5d-44ae-ab14-c951f7c771d6',3,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,1442925602);
CREATE TABLE identifier (
    paper INTEGER NOT NULL REFERENCES paper (id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (paper, scheme, value)
) STRICT, WITHOUT ROWID;
INSERT INTO "identifier" VALUES(1,'pmid','1');
INSERT INTO "identifier" VALUES(2,'pmid','2');
INSERT INTO "identifier" VALUES(3,'pmid','3');
CREATE TABLE note (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    text TEXT NOT NULL,
    changed TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "note" VALUES(1,'# Note 1
with *Markdown*
','2026-11-30T07:01:28Z',879897116);
INSERT INTO "note" VALUES(2,'# Note 2
with *Markdown*
','2026-11-30T07:01:28Z',2401268140);
INSERT INTO "note" VALUES(3,'# Note 3
with *Markdown*
','2026-11-30T07:01:29Z',1359163188);
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
) STRICT;
INSERT INTO "paper" VALUES(1,'151696bb-9b71-4916-9413-f402d87b5c6b','article-journal','Étude 1: 深層学習 für Überflieger','etude 1: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2001-03',2001,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.1','2401.00001',NULL,'ozturk2001etude','inbox',2,1,'2026-12-01',NULL,1,11,'2026-11-30T07:01:28Z','2026-11-30T07:01:29Z','2025-01-02',NULL,NULL,'{"odd":"newer","added":{"x":1},"third":null}',2281372020);
INSERT INTO "paper" VALUES(2,'a587875d-c536-4f4a-ad6a-5ea015529358','article-journal','Another title','another title','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2002-03',2002,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.2','2401.00002',NULL,'ozturk2002etude','inbox',1,2,'2026-12-01',NULL,2,12,'2026-11-30T07:01:28Z','2026-11-30T07:01:29Z','2025-01-02',NULL,NULL,'{}',4269356227);
INSERT INTO "paper" VALUES(3,'e761b5fe-79d0-474c-a4fd-69545b29052a','article-journal','Étude 3: 深層学習 für Überflieger','etude 3: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2003-03',2003,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.3','2401.00003',NULL,'ozturk2003etude','inbox',3,3,'2026-12-01',NULL,3,13,'2026-11-30T07:01:29Z','2026-11-30T07:01:29Z','2025-01-02',NULL,NULL,'{"odd":[1,null,{"deep":"ß"}],"bibtex":{"volume":"3"},"other_keys":["k"]}',3179008835);
INSERT INTO "paper" VALUES(4,'74512bf5-3852-4511-b175-3a563ef387be','article-journal','Plain 4','plain 4','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplain','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:29Z','2026-11-30T07:01:29Z','2026-11-30T07:01:29Z',NULL,NULL,'{"kept":4}',3400584594);
INSERT INTO "paper" VALUES(5,'e74a0398-f194-4d6b-831b-46d752688230','article-journal','Plain 5','plain 5','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplaina','read',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:29Z','2026-11-30T07:01:29Z',NULL,NULL,NULL,'{}',3488003903);
INSERT INTO "paper" VALUES(6,'064ff415-e65a-4a3e-a294-8295bbf58a36','article-journal','Plain 6','plain 6','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainb','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:29Z','2026-11-30T07:01:29Z',NULL,NULL,NULL,'{"late":"[]"}',3891124433);
INSERT INTO "paper" VALUES(7,'62f39638-e693-4f72-9b9d-6b98c6512289','article-journal','Plain 7','plain 7','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainc','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:29Z','2026-11-30T07:01:29Z','2026-11-30T07:01:29Z',NULL,'2026-11-30T07:01:29Z','{}',845326342);
CREATE TABLE paper_link (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('cites', 'related')),
    name TEXT NOT NULL CHECK (name LIKE '_%:_%'),
    PRIMARY KEY (paper, kind, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE paper_tag (
    paper INTEGER NOT NULL REFERENCES paper (id),
    tag INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (paper, tag)
) STRICT, WITHOUT ROWID;
INSERT INTO "paper_tag" VALUES(1,1);
INSERT INTO "paper_tag" VALUES(2,1);
INSERT INTO "paper_tag" VALUES(3,1);
INSERT INTO "paper_tag" VALUES(1,2);
INSERT INTO "paper_tag" VALUES(2,2);
INSERT INTO "paper_tag" VALUES(3,2);
INSERT INTO "paper_tag" VALUES(1,3);
INSERT INTO "paper_tag" VALUES(2,4);
CREATE TABLE queue (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
INSERT INTO "queue" VALUES(1,'00000000-0000-4000-8000-000000000001','Up next',0);
CREATE TABLE queue_item (
    queue INTEGER NOT NULL REFERENCES queue (id),
    paper INTEGER NOT NULL REFERENCES paper (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (queue, paper)
) STRICT, WITHOUT ROWID;
INSERT INTO "queue_item" VALUES(1,5,0);
INSERT INTO "queue_item" VALUES(1,4,512);
INSERT INTO "queue_item" VALUES(1,1,1024);
INSERT INTO "queue_item" VALUES(1,2,2048);
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
INSERT INTO "reading" VALUES(1,'3a6260ab-ccaf-40f1-b72d-ba94d841e7e6',1,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,1882741922);
INSERT INTO "reading" VALUES(2,'b43d4361-3398-4094-8b78-e688bd9bd57e',1,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,3591769693);
INSERT INTO "reading" VALUES(3,'1f5dd3a8-63b8-401c-bf41-3ae06e4ab9d5',2,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,128357052);
INSERT INTO "reading" VALUES(4,'cd3ce6d8-5bdc-4f69-9fed-c24adee3063f',2,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,464756555);
INSERT INTO "reading" VALUES(5,'1ebdf4cf-acab-4947-984f-eba941d45940',3,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,3442087588);
INSERT INTO "reading" VALUES(6,'8359d42b-420e-4ff5-920b-5aa2d98aeebf',3,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,874014690);
INSERT INTO "reading" VALUES(7,'d055de02-4926-4a7f-9320-3f5c66d2501f',4,'2026-11-30T07:01:29Z',NULL,NULL,NULL,NULL,NULL,NULL,365461041);
INSERT INTO "reading" VALUES(8,'bf939585-fa47-449a-8006-1b2fb4214f01',5,NULL,NULL,'finished',NULL,NULL,NULL,NULL,3429102992);
INSERT INTO "reading" VALUES(9,'9c54d025-2c1e-4540-9261-7def54272b5e',7,'2026-11-30T07:01:29Z',NULL,NULL,NULL,NULL,NULL,NULL,596241969);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT,
    position INTEGER NOT NULL
) STRICT;
INSERT INTO "saved_search" VALUES(1,'e6d5a8a1-c3d7-4193-b269-25426e52f2d1','Due soon','due:<=7d',NULL,1);
INSERT INTO "saved_search" VALUES(2,'bee565d5-978c-49a1-8679-7b3746a806cb','Second','tag:rl',NULL,2);
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT
) STRICT;
INSERT INTO "setting" VALUES('apart:151696bb-9b71-4916-9413-f402d87b5c6b:a587875d-c536-4f4a-ad6a-5ea015529358','1');
CREATE TABLE status (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('inbox', 'to_read', 'reading', 'paused', 'read', 'dropped')),
    colour TEXT NOT NULL,
    position INTEGER NOT NULL,
    key INTEGER CHECK (key BETWEEN 1 AND 9)
) STRICT;
INSERT INTO "status" VALUES('inbox','Inbox','inbox','slate',0,1);
INSERT INTO "status" VALUES('to_read','To read','to_read','amber',1,2);
INSERT INTO "status" VALUES('reading','Reading','reading','blue',2,3);
INSERT INTO "status" VALUES('paused','Paused','paused','violet',3,4);
INSERT INTO "status" VALUES('read','Read','read','green',4,5);
INSERT INTO "status" VALUES('dropped','Dropped','dropped','grey',5,6);
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
INSERT INTO "step" VALUES(1,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:28Z');
INSERT INTO "step" VALUES(2,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:28Z');
INSERT INTO "step" VALUES(3,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(4,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(5,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(6,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(7,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(8,'queue_add',5,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(9,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(10,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(11,'queue_remove',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(12,'save_search',1,'Due soon','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(13,'save_search',1,'Second','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(15,'set_apart',2,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(16,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(17,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(18,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(19,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(20,'edit_tag',1,'reinforcement','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(21,'edit_tag',1,'only 3','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(22,'trash',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(23,'delete',1,'','past',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(24,'note',1,'','past',NULL,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(25,'note',1,'','redo',24,'window',NULL,'2026-11-30T07:01:29Z');
INSERT INTO "step" VALUES(26,'delete',1,'','redo',23,'window',NULL,'2026-11-30T07:01:29Z');
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
, due TEXT) STRICT;
INSERT INTO "tag" VALUES(1,'a4852505-024b-42a5-b329-1a9f51d47569','reinforcement','reinforcement','violet',NULL);
INSERT INTO "tag" VALUES(2,'3e9c025c-e36e-40f4-9ab3-1df4a1cce1f8','Übung','ubung','teal',NULL);
INSERT INTO "tag" VALUES(3,'51d2d017-bc6a-4b32-b067-0e0ddcdcc059','only 1','only 1','pink',NULL);
INSERT INTO "tag" VALUES(4,'16f0bc2f-261d-4702-b1cd-f1188a23361b','only 2','only 2','brown',NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX paper_by_date ON paper (date) WHERE trashed IS NULL;
CREATE INDEX paper_by_title ON paper (title_key) WHERE trashed IS NULL;
CREATE INDEX paper_by_author ON paper (author_key) WHERE trashed IS NULL;
CREATE INDEX paper_by_added ON paper (added) WHERE trashed IS NULL;
CREATE INDEX paper_by_status ON paper (status, date) WHERE trashed IS NULL;
CREATE INDEX paper_by_finished ON paper (finished) WHERE finished IS NOT NULL;
CREATE INDEX paper_by_doi ON paper (doi COLLATE NOCASE) WHERE doi IS NOT NULL;
CREATE INDEX paper_by_arxiv ON paper (arxiv COLLATE NOCASE) WHERE arxiv IS NOT NULL;
CREATE INDEX paper_by_key ON paper (key) WHERE key IS NOT NULL;
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('step',26);
INSERT INTO "sqlite_sequence" VALUES('change',91);
INSERT INTO "sqlite_sequence" VALUES('paper',7);
INSERT INTO "sqlite_sequence" VALUES('tag',5);
INSERT INTO "sqlite_sequence" VALUES('highlight',3);
INSERT INTO "sqlite_sequence" VALUES('file',3);
INSERT INTO "sqlite_sequence" VALUES('reading',9);
INSERT INTO "sqlite_sequence" VALUES('saved_search',2);
PRAGMA application_id = 1380731202;
PRAGMA user_version = 3;
COMMIT;
