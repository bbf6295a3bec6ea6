BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'readinglist','first','2026-11-30 04:37:45.132685+00:00');
CREATE TABLE abstract (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    text TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "abstract" VALUES(1,'About $\beta$-things, number 1. Naïve baselines.',1668300673);
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
INSERT INTO "change" VALUES(5,1,'identifier','[1,"isbn","978-3-16-148410-0"]',1,'i',NULL);
INSERT INTO "change" VALUES(6,1,'identifier','[1,"isbn","0-306-40615-2"]',1,'i',NULL);
INSERT INTO "change" VALUES(7,1,'tag','[1]',NULL,'i',NULL);
INSERT INTO "change" VALUES(8,1,'paper_tag','[1,1]',1,'i',NULL);
INSERT INTO "change" VALUES(9,1,'tag','[2]',NULL,'i',NULL);
INSERT INTO "change" VALUES(10,1,'paper_tag','[1,2]',1,'i',NULL);
INSERT INTO "change" VALUES(11,1,'tag','[3]',NULL,'i',NULL);
INSERT INTO "change" VALUES(12,1,'paper_tag','[1,3]',1,'i',NULL);
INSERT INTO "change" VALUES(13,1,'highlight','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(14,1,'file','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(15,1,'reading','[1]',1,'i',NULL);
INSERT INTO "change" VALUES(16,1,'paper','[1]',1,'u','{"started":null,"finished":null}');
INSERT INTO "change" VALUES(17,2,'paper','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(18,2,'paper_tag','[2,1]',2,'i',NULL);
INSERT INTO "change" VALUES(19,2,'reading','[2]',2,'i',NULL);
INSERT INTO "change" VALUES(20,2,'paper','[2]',2,'u','{"started":null}');
INSERT INTO "change" VALUES(21,3,'tag','[1]',NULL,'u','{"name":"rl","folded":"rl"}');
CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    path TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'pdf',
    title TEXT
) STRICT;
INSERT INTO "file" VALUES(1,'e8b371e9-e980-4e86-a803-57754630a1cb',1,'/papers/1.pdf','pdf','PDF');
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
INSERT INTO "highlight" VALUES(1,'f8833c47-ee0b-4abd-b1b8-8e8ecef58b6c',1,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,2910535045);
CREATE TABLE identifier (
    paper INTEGER NOT NULL REFERENCES paper (id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (paper, scheme, value)
) STRICT, WITHOUT ROWID;
INSERT INTO "identifier" VALUES(1,'isbn','0-306-40615-2');
INSERT INTO "identifier" VALUES(1,'isbn','978-3-16-148410-0');
INSERT INTO "identifier" VALUES(1,'pmid','1');
CREATE TABLE note (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    text TEXT NOT NULL,
    changed TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "note" VALUES(1,'# Note 1
with *Markdown*
','2026-11-30T04:37:45Z',3355255766);
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
INSERT INTO "paper" VALUES(1,'52812885-631c-4b50-a48e-6596e12e8d1a','article-journal','Étude 1: 深層学習 für Überflieger','etude 1: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"},{"family":"Berg","given":"J.","particle":"van den"}]','Ayşe Öztürk, Gemini Team, J. van den Berg','ozturk ayse',1,'2001-03',2001,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.1','2401.00001','https://example.org/a?b=c','ozturk2001etude','inbox',2,1,'2026-12-01',NULL,1,11,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z','2024','2024-05-06',NULL,'{"odd":[1,null,{"deep":"ß"}]}',2514520278);
INSERT INTO "paper" VALUES(2,'f8c95730-549c-4e90-a204-a630dba8e413','article-journal','Two','two','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anontwo','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z','2026-11-30T04:37:45Z',NULL,NULL,'{}',2933819526);
CREATE TABLE paper_tag (
    paper INTEGER NOT NULL REFERENCES paper (id),
    tag INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (paper, tag)
) STRICT, WITHOUT ROWID;
INSERT INTO "paper_tag" VALUES(1,1);
INSERT INTO "paper_tag" VALUES(2,1);
INSERT INTO "paper_tag" VALUES(1,2);
INSERT INTO "paper_tag" VALUES(1,3);
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
INSERT INTO "reading" VALUES(1,'c22911b9-51eb-4d4e-a19b-14b600f25888',1,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,2003505402);
INSERT INTO "reading" VALUES(2,'bd17f3a9-c158-421c-8aae-a76998c9113d',2,'2026-11-30T04:37:45Z',NULL,NULL,NULL,NULL,NULL,NULL,3611644257);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT,
    position INTEGER NOT NULL
) STRICT;
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
INSERT INTO "step" VALUES(1,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(2,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(3,'edit_tag',1,'reinforcement','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
) STRICT;
INSERT INTO "tag" VALUES(1,'61e11468-478f-40bc-b28c-e286eb19550f','reinforcement','reinforcement','violet');
INSERT INTO "tag" VALUES(2,'e458fdb6-fa19-45d8-a106-2159d73f6d2e','Übung','ubung','teal');
INSERT INTO "tag" VALUES(3,'361c7c17-7d56-4e68-9e62-4491527f591b','only 1','only 1','pink');
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('step',3);
INSERT INTO "sqlite_sequence" VALUES('paper',2);
INSERT INTO "sqlite_sequence" VALUES('tag',3);
INSERT INTO "sqlite_sequence" VALUES('highlight',1);
INSERT INTO "sqlite_sequence" VALUES('file',1);
INSERT INTO "sqlite_sequence" VALUES('reading',2);
INSERT INTO "sqlite_sequence" VALUES('change',21);
COMMIT;
PRAGMA application_id = 1380731202;
PRAGMA user_version = 1;
