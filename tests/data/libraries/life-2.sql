BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'readinglist','first','2026-11-30 07:01:26.528885+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'readinglist','second','2026-11-30 07:01:26.542182+00:00');
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
INSERT INTO "change" VALUES(61,15,'paper','[1]',1,'u','{"changed":"2026-11-30T07:01:26Z","extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"1\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(62,16,'paper','[1]',1,'u','{"extra":"{\"odd\":\"new\",\"added\":{\"x\":1}}"}');
INSERT INTO "change" VALUES(63,17,'paper','[2]',2,'u','{"title":"Étude 2: 深層学習 für Überflieger","title_key":"etude 2: 深層学習 fur uberflieger","changed":"2026-11-30T07:01:26Z","extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"2\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(64,18,'paper','[6]',6,'u','{"changed":"2026-11-30T07:01:26Z","extra":"{}"}');
INSERT INTO "change" VALUES(65,19,'tag','[1]',NULL,'u','{"name":"rl","folded":"rl"}');
INSERT INTO "change" VALUES(66,20,'paper_tag','[3,5]',3,'d','{"paper":3,"tag":5}');
INSERT INTO "change" VALUES(67,20,'tag','[5]',NULL,'d','{"id":5,"uid":"333c0e42-a547-4ee3-83b1-a49aeec079dc","name":"only 3","folded":"only 3","colour":"blue","due":null}');
INSERT INTO "change" VALUES(68,21,'paper','[7]',7,'u','{"trashed":null}');
INSERT INTO "change" VALUES(69,22,'abstract','[3]',3,'d','{"paper":3,"text":"About $\\beta$-things, number 3."}');
INSERT INTO "change" VALUES(70,22,'note','[3]',3,'d','{"paper":3,"text":"# Note 3\nwith *Markdown*\n","changed":"2026-11-30T07:01:26Z"}');
INSERT INTO "change" VALUES(71,22,'identifier','[3,"pmid","3"]',3,'d','{"paper":3,"scheme":"pmid","value":"3"}');
INSERT INTO "change" VALUES(72,22,'paper_tag','[3,1]',3,'d','{"paper":3,"tag":1}');
INSERT INTO "change" VALUES(73,22,'paper_tag','[3,2]',3,'d','{"paper":3,"tag":2}');
INSERT INTO "change" VALUES(74,22,'reading','[5]',3,'d','{"id":5,"uid":"146ca3c9-bfed-484f-bb48-05ad6bdca321","paper":3,"started":"2024","finished":"2024-05-06","ended":"finished","depth":"skimmed","from_page":null,"to_page":null,"minutes":12}');
INSERT INTO "change" VALUES(75,22,'reading','[6]',3,'d','{"id":6,"uid":"dbba1a4e-89a6-439f-bfa6-81cb38c1a715","paper":3,"started":"2025-01-02","finished":null,"ended":null,"depth":null,"from_page":null,"to_page":null,"minutes":null}');
INSERT INTO "change" VALUES(76,22,'highlight','[3]',3,'d','{"id":3,"uid":"f8789272-7c6a-4c8a-98b2-fc9912418513","paper":3,"page":3,"quote":"quoted","colour":"#ffee00","comment":"why?","position":"{\"rects\":[[1,2.5]]}","created":null}');
INSERT INTO "change" VALUES(77,22,'file','[3]',3,'d','{"id":3,"uid":"c047480a-ab37-4627-92ad-f9b3d297b78a","paper":3,"path":"/papers/3.pdf","kind":"pdf","title":"PDF"}');
INSERT INTO "change" VALUES(78,22,'paper','[3]',3,'d','{"id":3,"uid":"9dd9fec3-6456-47a0-869d-feb50ee46830","type":"article-journal","title":"Étude 3: 深層学習 für Überflieger","title_key":"etude 3: 深層学習 fur uberflieger","authors":"[{\"family\":\"Öztürk\",\"given\":\"Ayşe\"},{\"literal\":\"Gemini Team\"}]","author_text":"Ayşe Öztürk, Gemini Team","author_key":"ozturk ayse","authors_complete":1,"date":"2003-03","year":2003,"venue":"Journal of Łódź","subject":"cs.LG","organizations":"[\"deepmind\"]","doi":"10.1000/Xy.3","arxiv":"2401.00003","url":null,"key":"ozturk2003etude","status":"inbox","priority":3,"rating":3,"due":"2026-12-01","snoozed_until":null,"page":3,"pages":13,"added":"2026-11-30T07:01:26Z","changed":"2026-11-30T07:01:26Z","started":"2025-01-02","finished":null,"trashed":null,"extra":"{\"odd\":[1,null,{\"deep\":\"ß\"}],\"bibtex\":{\"volume\":\"3\"},\"other_keys\":[\"k\"]}"}');
INSERT INTO "change" VALUES(79,23,'note','[5]',5,'i',NULL);
INSERT INTO "change" VALUES(80,23,'paper','[5]',5,'u','{"changed":"2026-11-30T07:01:26Z"}');
INSERT INTO "change" VALUES(81,24,'paper','[5]',5,'u','{"changed":"2026-11-30T07:01:27Z"}');
INSERT INTO "change" VALUES(82,24,'note','[5]',5,'d','{"paper":5,"text":"a note","changed":"2026-11-30T07:01:27Z"}');
INSERT INTO "change" VALUES(83,25,'paper','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(84,25,'file','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(85,25,'highlight','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(86,25,'reading','[6]',3,'i',NULL);
INSERT INTO "change" VALUES(87,25,'reading','[5]',3,'i',NULL);
INSERT INTO "change" VALUES(88,25,'paper_tag','[3,2]',3,'i',NULL);
INSERT INTO "change" VALUES(89,25,'paper_tag','[3,1]',3,'i',NULL);
INSERT INTO "change" VALUES(90,25,'identifier','[3,"pmid","3"]',3,'i',NULL);
INSERT INTO "change" VALUES(91,25,'note','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(92,25,'abstract','[3]',3,'i',NULL);
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
INSERT INTO "file" VALUES(1,'f8af318e-179a-41d1-80da-96f972e7ab60',1,'/papers/1.pdf','pdf','PDF');
INSERT INTO "file" VALUES(2,'19602ed0-fa31-4d91-9076-8716b0039041',2,'/papers/2.pdf','pdf','PDF');
INSERT INTO "file" VALUES(3,'c047480a-ab37-4627-92ad-f9b3d297b78a',3,'/papers/3.pdf','pdf','PDF');
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
INSERT INTO "highlight" VALUES(1,'2100b5c4-9ac5-4579-8be5-90c60d59d154',1,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,4205750898);
INSERT INTO "highlight" VALUES(2,'5ec4f0d5-4a44-4577-9aca-d3b5e00da489',2,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,1264297813);
INSERT INTO "highlight" VALUES(3,'f8789272-7c6a-4c8a-98b2-fc9912418513',3,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,2271087709);
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
','2026-11-30T07:01:26Z',1055655702);
INSERT INTO "note" VALUES(2,'# Note 2
with *Markdown*
','2026-11-30T07:01:26Z',2243845286);
INSERT INTO "note" VALUES(3,'# Note 3
with *Markdown*
','2026-11-30T07:01:26Z',1516201993);
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
INSERT INTO "paper" VALUES(1,'04bce3e7-cec3-4892-a73c-95cef25d0c79','article-journal','Étude 1: 深層学習 für Überflieger','etude 1: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2001-03',2001,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.1','2401.00001',NULL,'ozturk2001etude','inbox',2,1,'2026-12-01',NULL,1,11,'2026-11-30T07:01:26Z','2026-11-30T07:01:27Z','2025-01-02',NULL,NULL,'{"odd":"newer","added":{"x":1},"third":null}',2068219403);
INSERT INTO "paper" VALUES(2,'84402faf-2ad7-4113-8aed-931e8c162904','article-journal','Another title','another title','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2002-03',2002,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.2','2401.00002',NULL,'ozturk2002etude','inbox',1,2,'2026-12-01',NULL,2,12,'2026-11-30T07:01:26Z','2026-11-30T07:01:27Z','2025-01-02',NULL,NULL,'{}',4072794137);
INSERT INTO "paper" VALUES(3,'9dd9fec3-6456-47a0-869d-feb50ee46830','article-journal','Étude 3: 深層学習 für Überflieger','etude 3: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2003-03',2003,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.3','2401.00003',NULL,'ozturk2003etude','inbox',3,3,'2026-12-01',NULL,3,13,'2026-11-30T07:01:26Z','2026-11-30T07:01:26Z','2025-01-02',NULL,NULL,'{"odd":[1,null,{"deep":"ß"}],"bibtex":{"volume":"3"},"other_keys":["k"]}',347016519);
INSERT INTO "paper" VALUES(4,'a021eadd-ac2c-4dcb-aed0-b6d6293be05c','article-journal','Plain 4','plain 4','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplain','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:26Z','2026-11-30T07:01:26Z','2026-11-30T07:01:26Z',NULL,NULL,'{"kept":4}',974974569);
INSERT INTO "paper" VALUES(5,'a7c157ed-9ca0-4c35-bb0b-b852206f6bf5','article-journal','Plain 5','plain 5','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplaina','read',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:26Z','2026-11-30T07:01:26Z',NULL,NULL,NULL,'{}',3607641918);
INSERT INTO "paper" VALUES(6,'612730e6-7c9b-489a-841d-bce0d7267d53','article-journal','Plain 6','plain 6','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainb','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:26Z','2026-11-30T07:01:27Z',NULL,NULL,NULL,'{"late":"[]"}',2284988314);
INSERT INTO "paper" VALUES(7,'caf5f1ae-e185-4976-a4e6-bba521b97971','article-journal','Plain 7','plain 7','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainc','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:01:27Z','2026-11-30T07:01:27Z','2026-11-30T07:01:27Z',NULL,'2026-11-30T07:01:27Z','{}',3700029888);
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
INSERT INTO "reading" VALUES(1,'665bb5f7-cfb3-4d08-89fc-49e1e2431de9',1,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,3491938861);
INSERT INTO "reading" VALUES(2,'7b0fc4c9-03fb-4621-b19c-d21ab803ed63',1,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,3672617214);
INSERT INTO "reading" VALUES(3,'f8f1febd-d5ed-4d06-82b1-c2db9c45b168',2,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,1872983108);
INSERT INTO "reading" VALUES(4,'ef1d4eab-d7a6-49ad-ad60-0ac0c8afc0a5',2,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,2678278925);
INSERT INTO "reading" VALUES(5,'146ca3c9-bfed-484f-bb48-05ad6bdca321',3,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,71093143);
INSERT INTO "reading" VALUES(6,'dbba1a4e-89a6-439f-bfa6-81cb38c1a715',3,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,3059368623);
INSERT INTO "reading" VALUES(7,'aefd8079-b1d9-4f26-bde5-ed976d2a85b1',4,'2026-11-30T07:01:26Z',NULL,NULL,NULL,NULL,NULL,NULL,422654074);
INSERT INTO "reading" VALUES(8,'d07e99c6-84cd-4480-a947-ba5e89b4ce28',5,NULL,NULL,'finished',NULL,NULL,NULL,NULL,595189694);
INSERT INTO "reading" VALUES(9,'7e3fabf1-479e-43d3-bdda-702a6136bf03',7,'2026-11-30T07:01:27Z',NULL,NULL,NULL,NULL,NULL,NULL,214940476);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT,
    position INTEGER NOT NULL
) STRICT;
INSERT INTO "saved_search" VALUES(1,'632f83e6-4d58-40ee-b956-851e8bcd51a2','Due soon','due:<=7d',NULL,1);
INSERT INTO "saved_search" VALUES(2,'d11130f2-8ad0-4cde-8243-65bde76741d6','Second','tag:rl',NULL,2);
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT
) STRICT;
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
INSERT INTO "step" VALUES(1,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:26Z');
INSERT INTO "step" VALUES(2,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:26Z');
INSERT INTO "step" VALUES(3,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:26Z');
INSERT INTO "step" VALUES(4,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:26Z');
INSERT INTO "step" VALUES(5,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:26Z');
INSERT INTO "step" VALUES(6,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:26Z');
INSERT INTO "step" VALUES(7,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(8,'queue_add',5,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(9,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(10,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(11,'queue_remove',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(12,'save_search',1,'Due soon','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(13,'save_search',1,'Second','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(15,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(16,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(17,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(18,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(19,'edit_tag',1,'reinforcement','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(20,'edit_tag',1,'only 3','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(21,'trash',1,'','undo',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(22,'delete',1,'','past',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(23,'note',1,'','past',NULL,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(24,'note',1,'','redo',23,'window',NULL,'2026-11-30T07:01:27Z');
INSERT INTO "step" VALUES(25,'delete',1,'','redo',22,'window',NULL,'2026-11-30T07:01:27Z');
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
, due TEXT) STRICT;
INSERT INTO "tag" VALUES(1,'a76cda20-464e-45dc-afda-504f5217a69d','reinforcement','reinforcement','violet',NULL);
INSERT INTO "tag" VALUES(2,'fe726f28-fccc-41f8-b55b-7d6d534b2caa','Übung','ubung','teal',NULL);
INSERT INTO "tag" VALUES(3,'8b4035cf-c715-4b2e-8951-74e90a37bfe3','only 1','only 1','pink',NULL);
INSERT INTO "tag" VALUES(4,'e59d6e86-970d-4151-ba55-52067a7351d3','only 2','only 2','brown',NULL);
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('step',25);
INSERT INTO "sqlite_sequence" VALUES('change',92);
INSERT INTO "sqlite_sequence" VALUES('paper',7);
INSERT INTO "sqlite_sequence" VALUES('tag',5);
INSERT INTO "sqlite_sequence" VALUES('highlight',3);
INSERT INTO "sqlite_sequence" VALUES('file',3);
INSERT INTO "sqlite_sequence" VALUES('reading',9);
INSERT INTO "sqlite_sequence" VALUES('saved_search',2);
PRAGMA application_id = 1380731202;
PRAGMA user_version = 2;
COMMIT;
