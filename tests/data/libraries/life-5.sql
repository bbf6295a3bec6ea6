BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'readinglist','first','2026-11-30 07:01:33.216896+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'readinglist','second','2026-11-30 07:01:33.222166+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'readinglist','third','2026-11-30 07:01:33.222837+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'readinglist','fourth','2026-11-30 07:01:33.232004+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'readinglist','fifth','2026-11-30 07:01:33.232660+00:00');
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
INSERT INTO "change" VALUES(61,15,'setting','["apart:84527e9e-450f-4761-8bf3-e1791c595185:8a12f252-0b69-4b1a-b6d9-c560bc0af0be"]',NULL,'i',NULL);
INSERT INTO "change" VALUES(62,16,'paper','[1]',1,'u','{"extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"1\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(63,17,'paper','[1]',1,'u','{"extra":"{\"odd\":\"new\",\"added\":{\"x\":1}}"}');
INSERT INTO "change" VALUES(64,18,'paper','[2]',2,'u','{"title":"Étude 2: 深層学習 für Überflieger","title_key":"etude 2: 深層学習 fur uberflieger","extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"2\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(65,19,'paper','[6]',6,'u','{"extra":"{}"}');
INSERT INTO "change" VALUES(66,20,'tag','[1]',NULL,'u','{"name":"rl","folded":"rl"}');
INSERT INTO "change" VALUES(67,21,'paper_tag','[3,5]',3,'d','{"paper":3,"tag":5}');
INSERT INTO "change" VALUES(68,21,'tag','[5]',NULL,'d','{"id":5,"uid":"f6aca9f0-2a00-470d-a1ee-2f656df75af9","name":"only 3","folded":"only 3","colour":"blue","due":null}');
INSERT INTO "change" VALUES(69,22,'paper','[7]',7,'u','{"trashed":null}');
INSERT INTO "change" VALUES(70,23,'abstract','[3]',3,'d','{"paper":3,"text":"About $\\beta$-things, number 3."}');
INSERT INTO "change" VALUES(71,23,'note','[3]',3,'d','{"paper":3,"text":"# Note 3\nwith *Markdown*\n","changed":"2026-11-30T07:01:33Z"}');
INSERT INTO "change" VALUES(72,23,'identifier','[3,"pmid","3"]',3,'d','{"paper":3,"scheme":"pmid","value":"3"}');
INSERT INTO "change" VALUES(73,23,'paper_tag','[3,1]',3,'d','{"paper":3,"tag":1}');
INSERT INTO "change" VALUES(74,23,'paper_tag','[3,2]',3,'d','{"paper":3,"tag":2}');
INSERT INTO "change" VALUES(75,23,'reading','[5]',3,'d','{"id":5,"uid":"2b500b68-eeab-42aa-a454-3049820ee132","paper":3,"started":"2024","finished":"2024-05-06","ended":"finished","depth":"skimmed","from_page":null,"to_page":null,"minutes":12}');
INSERT INTO "change" VALUES(76,23,'reading','[6]',3,'d','{"id":6,"uid":"e45e9716-5bd0-4bde-84a2-6e297bd54685","paper":3,"started":"2025-01-02","finished":null,"ended":null,"depth":null,"from_page":null,"to_page":null,"minutes":null}');
INSERT INTO "change" VALUES(77,23,'highlight','[3]',3,'d','{"id":3,"uid":"116c50ee-07c1-48b9-a7b1-1325c610af0e","paper":3,"page":3,"quote":"quoted","colour":"#ffee00","comment":"why?","position":"{\"rects\":[[1,2.5]]}","created":null}');
INSERT INTO "change" VALUES(78,23,'file','[3]',3,'d','{"id":3,"uid":"6bf7544e-91ee-4781-9d50-3f4be9813f81","paper":3,"path":"/papers/3.pdf","kind":"pdf","title":"PDF"}');
INSERT INTO "change" VALUES(79,23,'paper','[3]',3,'d','{"id":3,"uid":"03bfcc6f-8978-4b7b-9afc-0cbf4bcef73b","type":"article-journal","title":"Étude 3: 深層学習 für Überflieger","title_key":"etude 3: 深層学習 fur uberflieger","authors":"[{\"family\":\"Öztürk\",\"given\":\"Ayşe\"},{\"literal\":\"Gemini Team\"}]","author_text":"Ayşe Öztürk, Gemini Team","author_key":"ozturk ayse","authors_complete":1,"date":"2003-03","year":2003,"venue":"Journal of Łódź","subject":"cs.LG","organizations":"[\"deepmind\"]","doi":"10.1000/Xy.3","arxiv":"2401.00003","url":null,"key":"ozturk2003etude","status":"inbox","priority":3,"rating":3,"due":"2026-12-01","snoozed_until":null,"page":3,"pages":13,"added":"2026-11-30T07:01:33Z","changed":"2026-11-30T07:01:33Z","started":"2025-01-02","finished":null,"trashed":null,"extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"3\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(80,24,'note','[5]',5,'i',NULL);
INSERT INTO "change" VALUES(81,25,'note','[5]',5,'d','{"paper":5,"text":"a note","changed":"2026-11-30T07:01:33Z"}');
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
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    path TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'pdf',
    title TEXT
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "file" VALUES(1,'8b394a72-0498-414f-8458-4d410b6dfaaf',1,'/papers/1.pdf','pdf','PDF',2427542316);
INSERT INTO "file" VALUES(2,'f0fe8d52-aa67-43b6-bf3d-ba6f0d3a160e',2,'/papers/2.pdf','pdf','PDF',720272110);
INSERT INTO "file" VALUES(3,'6bf7544e-91ee-4781-9d50-3f4be9813f81',3,'/papers/3.pdf','pdf','PDF',2387635257);
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
INSERT INTO "highlight" VALUES(1,'344f66fc-f620-426f-8d2a-aefdad8b48ae',1,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,399770986);
INSERT INTO "highlight" VALUES(2,'1315789f-fada-442d-be71-96ed927b3cba',2,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,3083402515);
INSERT INTO "highlight" VALUES(3,'116c50ee-07c1-48b9-a7b1-1325c610af0e',3,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,69475875);
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
','2026-11-30T07:01:33Z',2157683352);
INSERT INTO "note" VALUES(2,'# Note 2
with *Markdown*
','2026-11-30T07:01:33Z',1003092264);
INSERT INTO "note" VALUES(3,'# Note 3
with *Markdown*
','2026-11-30T07:01:33Z',3827879303);
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
INSERT INTO "paper" VALUES(1,'8a12f252-0b69-4b1a-b6d9-c560bc0af0be','article-journal','Étude 1: 深層学習 für Überflieger','etude 1: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2001-03',2001,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.1','2401.00001',NULL,'ozturk2001etude','inbox',2,1,'2026-12-01',NULL,1,11,'2026-11-30T07:01:33Z','2026-11-30T07:01:33Z','2025-01-02',NULL,NULL,'{"odd":"newer","added":{"x":1},"third":null}',57084262);
INSERT INTO "paper" VALUES(2,'84527e9e-450f-4761-8bf3-e1791c595185','article-journal','Another title','another title','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2002-03',2002,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.2','2401.00002',NULL,'ozturk2002etude','inbox',1,2,'2026-12-01',NULL,2,12,'2026-11-30T07:01:33Z','2026-11-30T07:01:33Z','2025-01-02',NULL,NULL,'{}',4201566832);
INSERT INTO "paper" VALUES(3,'03bfcc6f-8978-4b7b-9afc-0cbf4bcef73b','article-journal','Étude 3: 深層学習 für Überflieger','etude 3: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2003-03',2003,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.3','2401.00003',NULL,'ozturk2003etude','inbox',3,3,'2026-12-01',NULL,3,13,'2026-11-30T07:01:33Z','2026-11-30T07:01:33Z','2025-01-02',NULL,NULL,'{"odd":[1,null,{"deep":"ß"}],"bibtex":{"volume":"3"},"other_keys":["k"]}',3101145731);
INSERT INTO "paper" VALUES(4,'8b72c986-1ac1-4621-9ac5-6d7f420a7c6a','article-journal','Plain 4','plain 4','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplain','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:33Z','2026-11-30T07:01:33Z','2026-11-30T07:01:33Z',NULL,NULL,'{"kept":4}',545891865);
INSERT INTO "paper" VALUES(5,'00f21208-68f3-42d0-a6eb-7a819367501b','article-journal','Plain 5','plain 5','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplaina','read',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:33Z','2026-11-30T07:01:33Z',NULL,NULL,NULL,'{}',2987958277);
INSERT INTO "paper" VALUES(6,'8b89490d-df18-49ca-8037-e8fd272f3dfc','article-journal','Plain 6','plain 6','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainb','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:33Z','2026-11-30T07:01:33Z',NULL,NULL,NULL,'{"late":"[]"}',3006586216);
INSERT INTO "paper" VALUES(7,'3629315b-ee05-4488-81d1-4888669a52ed','article-journal','Plain 7','plain 7','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainc','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:33Z','2026-11-30T07:01:33Z','2026-11-30T07:01:33Z',NULL,'2026-11-30T07:01:33Z','{}',749023012);
CREATE TABLE paper_link (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('cites', 'related')),
    name TEXT NOT NULL CHECK (name LIKE '_%:_%'), checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, kind, name)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "reading" VALUES(1,'1f50a781-a24c-4e47-a0e2-5ff7ea383087',1,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,343413272);
INSERT INTO "reading" VALUES(2,'3388ca63-dc5b-43a1-a681-a46d7bcb77bd',1,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,4081544542);
INSERT INTO "reading" VALUES(3,'77c35092-eea5-4498-aa31-61d5b08f3e2a',2,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,1939077462);
INSERT INTO "reading" VALUES(4,'a4d0f31d-52ad-4b99-82a4-4c71ab7b014f',2,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,1233520384);
INSERT INTO "reading" VALUES(5,'2b500b68-eeab-42aa-a454-3049820ee132',3,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,2794076657);
INSERT INTO "reading" VALUES(6,'e45e9716-5bd0-4bde-84a2-6e297bd54685',3,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,2149031884);
INSERT INTO "reading" VALUES(7,'274a9176-3ac4-4df6-b0ef-18c489da1ccf',4,'2026-11-30T07:01:33Z',NULL,NULL,NULL,NULL,NULL,NULL,431043407);
INSERT INTO "reading" VALUES(8,'ab0aa8c5-7dab-4e4b-92a5-e6c66537bde3',5,NULL,NULL,'finished',NULL,NULL,NULL,NULL,1750222782);
INSERT INTO "reading" VALUES(9,'e591ee6f-12b3-4fc1-8356-592b21d90d80',7,'2026-11-30T07:01:33Z',NULL,NULL,NULL,NULL,NULL,NULL,3670933064);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT,
    position INTEGER NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "saved_search" VALUES(1,'a48817ab-b6cd-4586-9726-3ce431b592dc','Due soon','due:<=7d',NULL,1,776400052);
INSERT INTO "saved_search" VALUES(2,'ec668e4f-3a98-423a-a648-7e5213199289','Second','tag:rl',NULL,2,2154717830);
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "setting" VALUES('apart:84527e9e-450f-4761-8bf3-e1791c595185:8a12f252-0b69-4b1a-b6d9-c560bc0af0be','1',977522692);
CREATE TABLE status (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('inbox', 'to_read', 'reading', 'paused', 'read', 'dropped')),
    colour TEXT NOT NULL,
    position INTEGER NOT NULL,
    key INTEGER CHECK (key BETWEEN 1 AND 9)
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "status" VALUES('inbox','Inbox','inbox','slate',0,1,2674825280);
INSERT INTO "status" VALUES('to_read','To read','to_read','amber',1,2,1160835542);
INSERT INTO "status" VALUES('reading','Reading','reading','blue',2,3,617366602);
INSERT INTO "status" VALUES('paused','Paused','paused','violet',3,4,4103499279);
INSERT INTO "status" VALUES('read','Read','read','green',4,5,2565709139);
INSERT INTO "status" VALUES('dropped','Dropped','dropped','grey',5,6,229905036);
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
INSERT INTO "step" VALUES(1,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(2,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(3,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(4,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(5,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(6,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(7,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(8,'queue_add',5,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(9,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(10,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(11,'queue_remove',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(12,'save_search',1,'Due soon','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(13,'save_search',1,'Second','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(15,'set_apart',2,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(16,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(17,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(18,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(19,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(20,'edit_tag',1,'reinforcement','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(21,'edit_tag',1,'only 3','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(22,'trash',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(23,'delete',1,'','past',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(24,'note',1,'','past',NULL,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(25,'note',1,'','redo',24,'window',NULL,'2026-11-30T07:01:33Z');
INSERT INTO "step" VALUES(26,'delete',1,'','redo',23,'window',NULL,'2026-11-30T07:01:33Z');
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
, due TEXT, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "tag" VALUES(1,'abb3c47e-b8d6-4473-a0cd-ad3a85679ef5','reinforcement','reinforcement','violet',NULL,4135230181);
INSERT INTO "tag" VALUES(2,'53fdfc35-9e26-46e7-af2b-9c93bc09f576','Übung','ubung','teal',NULL,1316998813);
INSERT INTO "tag" VALUES(3,'aef47271-dbbd-4361-b87c-03d015e1aa1e','only 1','only 1','pink',NULL,1522772991);
INSERT INTO "tag" VALUES(4,'5bd48664-1602-43cf-a313-1d82cf0379e8','only 2','only 2','brown',NULL,1457329583);
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
INSERT INTO "sqlite_sequence" VALUES('step',26);
INSERT INTO "sqlite_sequence" VALUES('paper',7);
INSERT INTO "sqlite_sequence" VALUES('tag',5);
INSERT INTO "sqlite_sequence" VALUES('highlight',3);
INSERT INTO "sqlite_sequence" VALUES('file',3);
INSERT INTO "sqlite_sequence" VALUES('reading',9);
INSERT INTO "sqlite_sequence" VALUES('change',91);
INSERT INTO "sqlite_sequence" VALUES('saved_search',2);
PRAGMA application_id = 1380731202;
PRAGMA user_version = 5;
COMMIT;
