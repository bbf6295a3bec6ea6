BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'readinglist','first','2026-11-30 04:37:45.372169+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'readinglist','second','2026-11-30 04:37:45.376203+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'readinglist','third','2026-11-30 04:37:45.384818+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'readinglist','fourth','2026-11-30 04:37:45.395856+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'readinglist','fifth','2026-11-30 04:37:45.396742+00:00');
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
INSERT INTO "change" VALUES(18,3,'paper','[3]',3,'i',NULL);
INSERT INTO "change" VALUES(19,4,'paper','[4]',4,'i',NULL);
INSERT INTO "change" VALUES(20,5,'paper','[5]',5,'i',NULL);
INSERT INTO "change" VALUES(21,6,'paper','[6]',6,'i',NULL);
INSERT INTO "change" VALUES(22,7,'paper','[7]',7,'i',NULL);
INSERT INTO "change" VALUES(23,8,'paper','[8]',8,'i',NULL);
INSERT INTO "change" VALUES(24,9,'paper','[9]',9,'i',NULL);
INSERT INTO "change" VALUES(25,10,'tag','[1]',NULL,'u','{"name":"rl","folded":"rl"}');
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
INSERT INTO "file" VALUES(1,'42640c69-1202-4e89-b5a3-c198c6097178',1,'/papers/1.pdf','pdf','PDF',419072856);
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
INSERT INTO "highlight" VALUES(1,'f74f43c4-b145-417e-88fe-d61db9f41764',1,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,4236107768);
CREATE TABLE identifier (
    paper INTEGER NOT NULL REFERENCES paper (id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, scheme, value)
) STRICT, WITHOUT ROWID;
INSERT INTO "identifier" VALUES(1,'isbn','0-306-40615-2',973767720);
INSERT INTO "identifier" VALUES(1,'isbn','978-3-16-148410-0',4033378301);
INSERT INTO "identifier" VALUES(1,'pmid','1',520461136);
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
INSERT INTO "paper" VALUES(1,'541ba4b4-f8e7-4fe4-bbd3-050f73a6f544','article-journal','Étude 1: 深層学習 für Überflieger','etude 1: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"},{"family":"Berg","given":"J.","particle":"van den"}]','Ayşe Öztürk, Gemini Team, J. van den Berg','ozturk ayse',1,'2001-03',2001,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.1','2401.00001','https://example.org/a?b=c','ozturk2001etude','inbox',2,1,'2026-12-01',NULL,1,11,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z','2024','2024-05-06',NULL,'{"odd":[1,null,{"deep":"ß"}]}',2657621241);
INSERT INTO "paper" VALUES(2,'0db7e6b9-e261-4e8f-b9e1-7cbdc5da3cba','article-journal','Paper 2','paper 2','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonpaper','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z',NULL,NULL,NULL,'{"csl":{"language":"de","volume":"3"}}',3304637617);
INSERT INTO "paper" VALUES(3,'076af74e-b7a1-49b9-b45e-9a2270121b86','article-journal','Paper 3','paper 3','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonpapera','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z',NULL,NULL,NULL,'{"csl":{"language":" en-GB "}}',853636002);
INSERT INTO "paper" VALUES(4,'899bea9a-6858-4863-b6f9-f8ff39debf77','article-journal','Paper 4','paper 4','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonpaperb','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z',NULL,NULL,NULL,'{"bibtex":{"language":"fr","langid":"french"}}',492127400);
INSERT INTO "paper" VALUES(5,'17eb7d92-37f4-4a27-8c45-68faba4c9c6e','article-journal','Paper 5','paper 5','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonpaperc','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z',NULL,NULL,NULL,'{"bibtex":{"langid":"german","month":"{}"}}',3171601863);
INSERT INTO "paper" VALUES(6,'2949e04e-37f5-4bbd-8542-bbaf7fda5b15','article-journal','Paper 6','paper 6','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonpaperd','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z',NULL,NULL,NULL,'{"bibtex":{"language":"{\\''E}tude"}}',3490250242);
INSERT INTO "paper" VALUES(7,'50ba70dd-6997-44ea-a3ef-89f25552d5d8','article-journal','Paper 7','paper 7','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonpapere','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z',NULL,NULL,NULL,'{"csl":{"language":["it"]}}',1464602500);
INSERT INTO "paper" VALUES(8,'6cb51139-f7d3-429a-b2e4-9d18459284e7','article-journal','Paper 8','paper 8','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonpaperf','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z',NULL,NULL,NULL,'{"language":"es"}',3344878209);
INSERT INTO "paper" VALUES(9,'28227067-4d56-494e-a049-af6d34dfad42','article-journal','Paper 9','paper 9','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonpaperg','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T04:37:45Z','2026-11-30T04:37:45Z',NULL,NULL,NULL,'{"csl":{"language":"nl"},"odd":NaN}',1922789429);
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
INSERT INTO "reading" VALUES(1,'1df70407-47d7-47b7-83e2-bc7e85a417cc',1,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,2661326269);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT,
    position INTEGER NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
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
INSERT INTO "step" VALUES(1,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(2,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(3,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(4,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(5,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(6,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(7,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(8,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(9,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
INSERT INTO "step" VALUES(10,'edit_tag',1,'reinforcement','undo',NULL,'window',NULL,'2026-11-30T04:37:45Z');
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
, due TEXT, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "tag" VALUES(1,'8986d252-7e3f-458a-93a1-de5e6a2b6393','reinforcement','reinforcement','violet',NULL,1640000247);
INSERT INTO "tag" VALUES(2,'abc16881-95c3-47ce-b043-eaebcfbe38b8','Übung','ubung','teal',NULL,2270796224);
INSERT INTO "tag" VALUES(3,'e8fb6b55-e4c1-4125-87e1-0a1076c1bb94','only 1','only 1','pink',NULL,3436309585);
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
INSERT INTO "sqlite_sequence" VALUES('step',10);
INSERT INTO "sqlite_sequence" VALUES('paper',9);
INSERT INTO "sqlite_sequence" VALUES('tag',3);
INSERT INTO "sqlite_sequence" VALUES('highlight',1);
INSERT INTO "sqlite_sequence" VALUES('file',1);
INSERT INTO "sqlite_sequence" VALUES('reading',1);
INSERT INTO "sqlite_sequence" VALUES('change',25);
COMMIT;
PRAGMA application_id = 1380731202;
PRAGMA user_version = 5;
