BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'readinglist','first','2026-11-30 07:02:20.988103+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'readinglist','second','2026-11-30 07:02:21.001176+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'readinglist','third','2026-11-30 07:02:21.002219+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'readinglist','fourth','2026-11-30 07:02:21.032852+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'readinglist','fifth','2026-11-30 07:02:21.034372+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'readinglist','sixth','2026-11-30 07:02:21.036416+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'readinglist','seventh','2026-11-30 07:02:21.050120+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'readinglist','eighth','2026-11-30 08:22:02.052441+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'readinglist','ninth','2026-11-30 10:08:44.474556+00:00');
CREATE TABLE abstract (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    text TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "abstract" VALUES(1,'About $\beta$-things, number 1.',1606258141);
INSERT INTO "abstract" VALUES(2,'About $\beta$-things, number 2.',958089338);
INSERT INTO "abstract" VALUES(3,'About $\beta$-things, number 3.',2913597144);
CREATE TABLE "change" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES "step" (id),
    tbl TEXT NOT NULL,
    key TEXT NOT NULL,
    paper INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('i', 'u', 'd')),
    old TEXT,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "change" VALUES(1,1,'paper','[1]',1,'i',NULL,817079514);
INSERT INTO "change" VALUES(2,1,'reading','[1]',1,'i',NULL,3091302108);
INSERT INTO "change" VALUES(3,1,'reading','[2]',1,'i',NULL,1578575334);
INSERT INTO "change" VALUES(4,1,'abstract','[1]',1,'i',NULL,1843030870);
INSERT INTO "change" VALUES(5,1,'note','[1]',1,'i',NULL,387327287);
INSERT INTO "change" VALUES(6,1,'identifier','[1,"pmid","1"]',1,'i',NULL,3933126327);
INSERT INTO "change" VALUES(7,1,'tag','[1]',NULL,'i',NULL,820841003);
INSERT INTO "change" VALUES(8,1,'tag','[2]',NULL,'i',NULL,955676526);
INSERT INTO "change" VALUES(9,1,'tag','[3]',NULL,'i',NULL,1317714311);
INSERT INTO "change" VALUES(10,1,'paper_tag','[1,1]',1,'i',NULL,2477759923);
INSERT INTO "change" VALUES(11,1,'paper_tag','[1,2]',1,'i',NULL,4109247208);
INSERT INTO "change" VALUES(12,1,'paper_tag','[1,3]',1,'i',NULL,2300424066);
INSERT INTO "change" VALUES(13,1,'highlight','[1]',1,'i',NULL,2754322143);
INSERT INTO "change" VALUES(14,1,'file','[1]',1,'i',NULL,699773411);
INSERT INTO "change" VALUES(15,2,'paper','[2]',2,'i',NULL,3570696110);
INSERT INTO "change" VALUES(16,2,'reading','[3]',2,'i',NULL,2870814683);
INSERT INTO "change" VALUES(17,2,'reading','[4]',2,'i',NULL,2574960742);
INSERT INTO "change" VALUES(18,2,'abstract','[2]',2,'i',NULL,2424669118);
INSERT INTO "change" VALUES(19,2,'note','[2]',2,'i',NULL,3614862694);
INSERT INTO "change" VALUES(20,2,'identifier','[2,"pmid","2"]',2,'i',NULL,3915842151);
INSERT INTO "change" VALUES(21,2,'tag','[4]',NULL,'i',NULL,886043729);
INSERT INTO "change" VALUES(22,2,'paper_tag','[2,1]',2,'i',NULL,3702963987);
INSERT INTO "change" VALUES(23,2,'paper_tag','[2,2]',2,'i',NULL,3153526856);
INSERT INTO "change" VALUES(24,2,'paper_tag','[2,4]',2,'i',NULL,3668467122);
INSERT INTO "change" VALUES(25,2,'highlight','[2]',2,'i',NULL,3057419166);
INSERT INTO "change" VALUES(26,2,'file','[2]',2,'i',NULL,4170438711);
INSERT INTO "change" VALUES(27,3,'paper','[3]',3,'i',NULL,3629529703);
INSERT INTO "change" VALUES(28,3,'reading','[5]',3,'i',NULL,1436015014);
INSERT INTO "change" VALUES(29,3,'reading','[6]',3,'i',NULL,3015801500);
INSERT INTO "change" VALUES(30,3,'abstract','[3]',3,'i',NULL,2760397076);
INSERT INTO "change" VALUES(31,3,'note','[3]',3,'i',NULL,936692632);
INSERT INTO "change" VALUES(32,3,'identifier','[3,"pmid","3"]',3,'i',NULL,598041727);
INSERT INTO "change" VALUES(33,3,'tag','[5]',NULL,'i',NULL,3169542121);
INSERT INTO "change" VALUES(34,3,'paper_tag','[3,1]',3,'i',NULL,4009192458);
INSERT INTO "change" VALUES(35,3,'paper_tag','[3,2]',3,'i',NULL,2310460241);
INSERT INTO "change" VALUES(36,3,'paper_tag','[3,5]',3,'i',NULL,2815703007);
INSERT INTO "change" VALUES(37,3,'highlight','[3]',3,'i',NULL,3090253985);
INSERT INTO "change" VALUES(38,3,'file','[3]',3,'i',NULL,174708963);
INSERT INTO "change" VALUES(39,4,'paper','[4]',4,'i',NULL,12217577);
INSERT INTO "change" VALUES(40,4,'reading','[7]',4,'i',NULL,3493733768);
INSERT INTO "change" VALUES(41,5,'paper','[5]',5,'i',NULL,2670841287);
INSERT INTO "change" VALUES(42,5,'reading','[8]',5,'i',NULL,3589299314);
INSERT INTO "change" VALUES(43,6,'paper','[6]',6,'i',NULL,3891680702);
INSERT INTO "change" VALUES(44,7,'paper','[7]',7,'i',NULL,1808412690);
INSERT INTO "change" VALUES(45,7,'reading','[9]',7,'i',NULL,1030932539);
INSERT INTO "change" VALUES(46,8,'queue_item','[1,1]',1,'i',NULL,92278406);
INSERT INTO "change" VALUES(47,8,'queue_item','[1,2]',2,'i',NULL,451825202);
INSERT INTO "change" VALUES(48,8,'queue_item','[1,3]',3,'i',NULL,4115034827);
INSERT INTO "change" VALUES(49,8,'queue_item','[1,4]',4,'i',NULL,2394951034);
INSERT INTO "change" VALUES(50,8,'queue_item','[1,5]',5,'i',NULL,3691429938);
INSERT INTO "change" VALUES(51,9,'queue_item','[1,5]',5,'u','{"rank":"c0Ja"}',3159066743);
INSERT INTO "change" VALUES(52,10,'queue_item','[1,4]',4,'u','{"rank":"c034"}',510478599);
INSERT INTO "change" VALUES(53,11,'queue_item','[1,3]',3,'d','{"queue":1,"paper":3,"rank":"bmY"}',1105243022);
INSERT INTO "change" VALUES(54,12,'saved_search','[1]',NULL,'i',NULL,1305711926);
INSERT INTO "change" VALUES(55,13,'saved_search','[2]',NULL,'i',NULL,1065377091);
INSERT INTO "change" VALUES(56,15,'status','["journal_club"]',NULL,'i',NULL,3148846171);
INSERT INTO "change" VALUES(57,15,'status','["journal_club"]',NULL,'u','{"rank":"a6"}',2210931704);
INSERT INTO "change" VALUES(58,15,'status','["paused"]',NULL,'u','{"rank":"a3"}',3017832400);
INSERT INTO "change" VALUES(59,15,'status','["read"]',NULL,'u','{"rank":"a4"}',3993630373);
INSERT INTO "change" VALUES(60,15,'status','["dropped"]',NULL,'u','{"rank":"a5"}',789987073);
INSERT INTO "change" VALUES(61,16,'status','["skim"]',NULL,'i',NULL,3703258126);
INSERT INTO "change" VALUES(62,16,'status','["skim"]',NULL,'u','{"rank":"a7"}',3549843353);
INSERT INTO "change" VALUES(63,16,'status','["reading"]',NULL,'u','{"rank":"a2"}',580094671);
INSERT INTO "change" VALUES(64,16,'status','["journal_club"]',NULL,'u','{"rank":"a3"}',3493872747);
INSERT INTO "change" VALUES(65,16,'status','["paused"]',NULL,'u','{"rank":"a4"}',146059251);
INSERT INTO "change" VALUES(66,16,'status','["read"]',NULL,'u','{"rank":"a5"}',1355104804);
INSERT INTO "change" VALUES(67,16,'status','["dropped"]',NULL,'u','{"rank":"a6"}',2223744461);
INSERT INTO "change" VALUES(68,17,'status','["skim"]',NULL,'u','{"rank":"a2"}',2788007998);
INSERT INTO "change" VALUES(69,17,'status','["to_read"]',NULL,'u','{"rank":"a1"}',448803572);
INSERT INTO "change" VALUES(70,17,'status','["skim"]',NULL,'u','{"key":8}',3574280977);
INSERT INTO "change" VALUES(71,17,'status','["journal_club"]',NULL,'u','{"key":7}',2989282553);
INSERT INTO "change" VALUES(72,18,'queue','[2]',NULL,'i',NULL,1863207014);
INSERT INTO "change" VALUES(73,19,'queue_item','[2,1]',1,'i',NULL,3163431609);
INSERT INTO "change" VALUES(74,19,'queue_item','[2,2]',2,'i',NULL,4182837742);
INSERT INTO "change" VALUES(75,20,'feedback','[1]',6,'i',NULL,3994344452);
INSERT INTO "change" VALUES(76,21,'feedback','[2]',6,'i',NULL,1818710588);
INSERT INTO "change" VALUES(77,22,'feedback','[3]',6,'i',NULL,2346769421);
INSERT INTO "change" VALUES(78,23,'paper_link','[1,"cites","doi:10.1000/xy.2"]',1,'i',NULL,732437909);
INSERT INTO "change" VALUES(79,23,'paper_link','[1,"cites","title:plain 4"]',1,'i',NULL,817678419);
INSERT INTO "change" VALUES(80,24,'setting','["apart:a0e1db17-a262-4706-8ad1-ba68d3bd9601:e16cc87e-7e9e-4d93-9790-3b6c9c213ad2"]',NULL,'i',NULL,2145377308);
INSERT INTO "change" VALUES(81,25,'paper','[1]',1,'u','{"changed":"2026-11-30T07:02:21Z"}',1755020025);
INSERT INTO "change" VALUES(83,27,'paper','[2]',2,'u','{"title":"Étude 2: 深層学習 für Überflieger","title_key":"etude 2: 深層学習 fur uberflieger","changed":"2026-11-30T07:02:21Z"}',1256092239);
INSERT INTO "change" VALUES(84,28,'paper','[6]',6,'u','{"changed":"2026-11-30T07:02:21Z"}',1790656407);
INSERT INTO "change" VALUES(85,29,'tag','[1]',NULL,'u','{"name":"rl","folded":"rl"}',2924416609);
INSERT INTO "change" VALUES(86,30,'paper_tag','[3,5]',3,'d','{"paper":3,"tag":5}',3221973452);
INSERT INTO "change" VALUES(87,30,'tag','[5]',NULL,'d','{"id":5,"uid":"9ebafb8e-07ee-5c99-94ed-f4385f4ee085","name":"only 3","folded":"only 3","colour":"blue","due":null}',1297396810);
INSERT INTO "change" VALUES(88,31,'paper','[7]',7,'u','{"trashed":null}',3843164079);
INSERT INTO "change" VALUES(89,32,'abstract','[3]',3,'d','{"paper":3,"text":"About $\\beta$-things, number 3."}',3441582430);
INSERT INTO "change" VALUES(90,32,'note','[3]',3,'d','{"paper":3,"text":"# Note 3\nwith *Markdown*\n","changed":"2026-11-30T07:02:21Z"}',608370568);
INSERT INTO "change" VALUES(91,32,'identifier','[3,"pmid","3"]',3,'d','{"paper":3,"scheme":"pmid","value":"3"}',2950110418);
INSERT INTO "change" VALUES(92,32,'paper_tag','[3,1]',3,'d','{"paper":3,"tag":1}',3879550149);
INSERT INTO "change" VALUES(93,32,'paper_tag','[3,2]',3,'d','{"paper":3,"tag":2}',2798051821);
INSERT INTO "change" VALUES(94,32,'reading','[5]',3,'d','{"id":5,"uid":"6417625f-ced1-44cf-b4ca-fbb1c598406b","paper":3,"started":"2024","finished":"2024-05-06","ended":"finished","depth":"skimmed","from_page":null,"to_page":null,"minutes":12}',3894418190);
INSERT INTO "change" VALUES(95,32,'reading','[6]',3,'d','{"id":6,"uid":"624e6c11-d4bc-42c7-8f34-08e2f947fd20","paper":3,"started":"2025-01-02","finished":null,"ended":null,"depth":null,"from_page":null,"to_page":null,"minutes":null}',1518628672);
INSERT INTO "change" VALUES(96,32,'highlight','[3]',3,'d','{"id":3,"uid":"a543ee70-4bff-4f2c-a0f1-4e9106668606","paper":3,"page":3,"quote":"quoted","colour":"#ffee00","comment":"why?","position":"{\"rects\":[[1,2.5]]}","created":null}',1409108643);
INSERT INTO "change" VALUES(97,32,'file','[3]',3,'d','{"id":3,"uid":"1df83f4d-c065-42a6-a16a-156d327da53c","paper":3,"path":"/papers/3.pdf","kind":"pdf","title":"PDF"}',1518115300);
INSERT INTO "change" VALUES(98,32,'paper','[3]',3,'d','{"id":3,"uid":"e8d832ae-0a75-46ed-b894-73178ccb1041","type":"article-journal","title":"Étude 3: 深層学習 für Überflieger","title_key":"etude 3: 深層学習 fur uberflieger","authors":"[{\"family\":\"Öztürk\",\"given\":\"Ayşe\"},{\"literal\":\"Gemini Team\"}]","author_text":"Ayşe Öztürk, Gemini Team","author_key":"ozturk ayse","authors_complete":1,"date":"2003-03","year":2003,"venue":"Journal of Łódź","subject":"cs.LG","organizations":"[\"deepmind\"]","doi":"10.1000/Xy.3","arxiv":"2401.00003","url":null,"key":"ozturk2003etude","status":"inbox","priority":3,"rating":3,"due":"2026-12-01","snoozed_until":null,"page":3,"pages":13,"added":"2026-11-30T07:02:21Z","changed":"2026-11-30T07:02:21Z","started":"2025-01-02","finished":null,"trashed":null,"why":null,"language":null}',1193158730);
INSERT INTO "change" VALUES(99,33,'note','[5]',5,'i',NULL,3312235574);
INSERT INTO "change" VALUES(100,33,'paper','[5]',5,'u','{"changed":"2026-11-30T07:02:21Z"}',4138141982);
INSERT INTO "change" VALUES(101,34,'paper','[5]',5,'u','{"changed":"2026-11-30T07:02:22Z"}',1392327469);
INSERT INTO "change" VALUES(102,34,'note','[5]',5,'d','{"paper":5,"text":"a note","changed":"2026-11-30T07:02:22Z"}',1551275369);
INSERT INTO "change" VALUES(103,35,'paper','[3]',3,'i',NULL,2267016830);
INSERT INTO "change" VALUES(104,35,'file','[3]',3,'i',NULL,2879098161);
INSERT INTO "change" VALUES(105,35,'highlight','[3]',3,'i',NULL,3549907037);
INSERT INTO "change" VALUES(106,35,'reading','[6]',3,'i',NULL,47041908);
INSERT INTO "change" VALUES(107,35,'reading','[5]',3,'i',NULL,3195383059);
INSERT INTO "change" VALUES(108,35,'paper_tag','[3,2]',3,'i',NULL,847221699);
INSERT INTO "change" VALUES(109,35,'paper_tag','[3,1]',3,'i',NULL,3035870582);
INSERT INTO "change" VALUES(110,35,'identifier','[3,"pmid","3"]',3,'i',NULL,1426624652);
INSERT INTO "change" VALUES(111,35,'note','[3]',3,'i',NULL,1297231293);
INSERT INTO "change" VALUES(112,35,'abstract','[3]',3,'i',NULL,2350116368);
INSERT INTO "change" VALUES(113,25,'paper_extra','[1,"odd"]',1,'u','{"value":"[1,null,{\"deep\":\"ß\"}]"}',3418101016);
INSERT INTO "change" VALUES(114,25,'paper_extra','[1,"other_keys"]',1,'d','{"paper":1,"key":"other_keys","value":"[\"k\"]"}',3789502990);
INSERT INTO "change" VALUES(115,25,'paper_extra','[1,"bibtex"]',1,'d','{"paper":1,"key":"bibtex","value":"{\"volume\":\"1\"}"}',236942345);
INSERT INTO "change" VALUES(116,25,'paper_extra','[1,"added"]',1,'i',NULL,778248190);
INSERT INTO "change" VALUES(117,26,'paper_extra','[1,"odd"]',1,'u','{"value":"\"new\""}',1640256382);
INSERT INTO "change" VALUES(118,26,'paper_extra','[1,"third"]',1,'i',NULL,2975490299);
INSERT INTO "change" VALUES(119,27,'paper_extra','[2,"odd"]',2,'d','{"paper":2,"key":"odd","value":"[1,null,{\"deep\":\"ß\"}]"}',2386164102);
INSERT INTO "change" VALUES(120,27,'paper_extra','[2,"other_keys"]',2,'d','{"paper":2,"key":"other_keys","value":"[\"k\"]"}',145506133);
INSERT INTO "change" VALUES(121,27,'paper_extra','[2,"bibtex"]',2,'d','{"paper":2,"key":"bibtex","value":"{\"volume\":\"2\"}"}',1475450979);
INSERT INTO "change" VALUES(122,28,'paper_extra','[6,"late"]',6,'i',NULL,638379390);
INSERT INTO "change" VALUES(123,32,'paper_extra','[3,"odd"]',3,'d','{"paper":3,"key":"odd","value":"[1,null,{\"deep\":\"ß\"}]"}',158911947);
INSERT INTO "change" VALUES(124,32,'paper_extra','[3,"other_keys"]',3,'d','{"paper":3,"key":"other_keys","value":"[\"k\"]"}',1772767550);
INSERT INTO "change" VALUES(125,32,'paper_extra','[3,"bibtex"]',3,'d','{"paper":3,"key":"bibtex","value":"{\"volume\":\"3\"}"}',1317966518);
INSERT INTO "change" VALUES(126,36,'reference','[3,0]',3,'i',NULL,1418612531);
INSERT INTO "change" VALUES(127,36,'reference','[3,1]',3,'i',NULL,1436699877);
INSERT INTO "change" VALUES(128,36,'reference','[2,0]',2,'i',NULL,1431881469);
INSERT INTO "change" VALUES(129,37,'reference','[3,0]',3,'d','{"paper":3,"place":0,"title":"Deep learning","title_key":"deep learning","author":"LeCun","year":2015,"doi":"10.1038/nature14539","arxiv":null,"openalex":null,"checksum":2615131382}',1116543566);
INSERT INTO "change" VALUES(130,37,'reference','[3,1]',3,'d','{"paper":3,"place":1,"title":"Attention is all you need","title_key":"attention is all you need","author":"Vaswani","year":2017,"doi":null,"arxiv":"1706.03762","openalex":null,"checksum":3280814174}',3770505179);
INSERT INTO "change" VALUES(131,37,'reference','[3,0]',3,'i',NULL,2302294797);
INSERT INTO "change" VALUES(132,38,'paper_extra','[2,"source.why"]',2,'i',NULL,1929047850);
INSERT INTO "change" VALUES(133,38,'paper','[2]',2,'u','{"changed":"2026-11-30T07:02:22Z","why":null}',2583654317);
INSERT INTO "change" VALUES(134,39,'paper','[2]',2,'u','{"changed":"2026-11-30T10:08:45Z","why":"From Ada"}',2350956754);
INSERT INTO "change" VALUES(135,39,'paper_extra','[2,"source.why"]',2,'d','{"paper":2,"key":"source.why","value":"[\"typed\",\"2026-11-30T10:08:45Z\"]","checksum":1323278308}',1488817090);
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    deed TEXT NOT NULL CHECK (deed IN ('take', 'snooze', 'skip', 'reject', 'welcome', 'keep', 'pick')),
    at TEXT NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "feedback" VALUES(1,6,'skip','2026-11-01T10:00:00Z',415846564);
INSERT INTO "feedback" VALUES(2,6,'reject','2026-11-01T10:00:01Z',4281497813);
INSERT INTO "feedback" VALUES(3,6,'welcome','2026-11-01T10:00:02Z',2385987777);
CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    path TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'pdf',
    title TEXT
, checksum INTEGER NOT NULL DEFAULT 0, sha256 TEXT, size INTEGER CHECK (size >= 0), text_hash TEXT, pages INTEGER CHECK (pages >= 0)) STRICT;
INSERT INTO "file" VALUES(1,'043c287e-ae77-4458-9203-de76790a17ab',1,'/papers/1.pdf','pdf','PDF',3597226006,NULL,NULL,NULL,NULL);
INSERT INTO "file" VALUES(2,'09e91a45-91d6-44e0-8cb7-189cc72e302f',2,'/papers/2.pdf','pdf','PDF',3422112538,NULL,NULL,NULL,NULL);
INSERT INTO "file" VALUES(3,'1df83f4d-c065-42a6-a16a-156d327da53c',3,'/papers/3.pdf','pdf','PDF',1277729499,NULL,NULL,NULL,NULL);
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
, kind TEXT NOT NULL DEFAULT 'highlight'
    CHECK (kind IN ('highlight', 'underline', 'strike', 'area', 'note')), file INTEGER REFERENCES file (id) ON DELETE SET NULL, origin TEXT, changed TEXT, anchor TEXT NOT NULL DEFAULT 'exact' CHECK (anchor IN ('exact', 'moved', 'lost'))) STRICT;
INSERT INTO "highlight" VALUES(1,'c9d9d033-891d-42d7-91d8-b1a6760d805e',1,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,2267318111,'highlight',NULL,NULL,NULL,'exact');
INSERT INTO "highlight" VALUES(2,'80c3ccf9-fc58-49a6-a746-743d8cdf8459',2,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,4148548401,'highlight',NULL,NULL,NULL,'exact');
INSERT INTO "highlight" VALUES(3,'a543ee70-4bff-4f2c-a0f1-4e9106668606',3,3,'quoted','#ffee00','why?','{"rects":[[1,2.5]]}',NULL,943023211,'highlight',NULL,NULL,NULL,'exact');
CREATE TABLE identifier (
    paper INTEGER NOT NULL REFERENCES paper (id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, scheme, value)
) STRICT, WITHOUT ROWID;
INSERT INTO "identifier" VALUES(1,'pmid','1',520461136);
INSERT INTO "identifier" VALUES(2,'pmid','2',2313331805);
INSERT INTO "identifier" VALUES(3,'pmid','3',1299139737);
CREATE TABLE library (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL,
    step INTEGER NOT NULL,
    change INTEGER NOT NULL,
    totals TEXT NOT NULL CHECK (totals LIKE '{%'),
    checked TEXT,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "library" VALUES(1,'d85b0cd5-6ae8-4260-832a-cff402fc0ec4',39,135,'{"abstract":[3,5477944623],"feedback":[3,7083332154],"file":[3,8297068043],"highlight":[3,7358889723],"identifier":[3,4132932678],"note":[3,6931130348],"paper":[7,29994367027],"paper_link":[2,4332301682],"paper_tag":[8,19298238218],"queue":[2,6053014806],"queue_item":[6,13398249163],"reading":[9,15551608991],"saved_search":[2,2323145039],"setting":[1,529561433],"status":[8,15628957730],"tag":[4,12015316669],"paper_extra":[8,17212619577],"paper_alias":[0,0],"step":[38,82373619622],"change":[134,297262140684],"reference":[2,3517144373]}',NULL,1514984622);
CREATE TABLE note (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    text TEXT NOT NULL,
    changed TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "note" VALUES(1,'# Note 1
with *Markdown*
','2026-11-30T07:02:21Z',3174523709);
INSERT INTO "note" VALUES(2,'# Note 2
with *Markdown*
','2026-11-30T07:02:21Z',107296909);
INSERT INTO "note" VALUES(3,'# Note 3
with *Markdown*
','2026-11-30T07:02:21Z',3649309730);
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
    checksum INTEGER NOT NULL DEFAULT 0
, why TEXT, language TEXT) STRICT;
INSERT INTO "paper" VALUES(1,'e16cc87e-7e9e-4d93-9790-3b6c9c213ad2','article-journal','Étude 1: 深層学習 für Überflieger','etude 1: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2001-03',2001,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.1','2401.00001',NULL,'ozturk2001etude','inbox',2,1,'2026-12-01',NULL,1,11,'2026-11-30T07:02:21Z','2026-11-30T07:02:22Z','2025-01-02',NULL,NULL,2258374087,NULL,NULL);
INSERT INTO "paper" VALUES(2,'a0e1db17-a262-4706-8ad1-ba68d3bd9601','article-journal','Another title','another title','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2002-03',2002,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.2','2401.00002',NULL,'ozturk2002etude','inbox',1,2,'2026-12-01',NULL,2,12,'2026-11-30T07:02:21Z','2026-11-30T07:02:22Z','2025-01-02',NULL,NULL,3729238340,NULL,NULL);
INSERT INTO "paper" VALUES(3,'e8d832ae-0a75-46ed-b894-73178ccb1041','article-journal','Étude 3: 深層学習 für Überflieger','etude 3: 深層学習 fur uberflieger','[{"family":"Öztürk","given":"Ayşe"},{"literal":"Gemini Team"}]','Ayşe Öztürk, Gemini Team','ozturk ayse',1,'2003-03',2003,'Journal of Łódź','cs.LG','["deepmind"]','10.1000/Xy.3','2401.00003',NULL,'ozturk2003etude','inbox',3,3,'2026-12-01',NULL,3,13,'2026-11-30T07:02:21Z','2026-11-30T07:02:21Z','2025-01-02',NULL,NULL,5267286381,NULL,NULL);
INSERT INTO "paper" VALUES(4,'3ac0f2c8-5490-44d0-b2c3-ae86168e990f','article-journal','Plain 4','plain 4','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplain','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:02:21Z','2026-11-30T07:02:21Z','2026-11-30T07:02:21Z',NULL,NULL,5954113355,NULL,NULL);
INSERT INTO "paper" VALUES(5,'a2ef3014-4d26-4521-9f1e-6f63c2b71e47','article-journal','Plain 5','plain 5','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplaina','read',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:02:21Z','2026-11-30T07:02:21Z',NULL,NULL,NULL,7030016615,NULL,NULL);
INSERT INTO "paper" VALUES(6,'ab7831fc-980c-4f80-ba7e-807aeeb9de00','article-journal','Plain 6','plain 6','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainb','inbox',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:02:21Z','2026-11-30T07:02:22Z',NULL,NULL,NULL,3538050366,NULL,NULL);
INSERT INTO "paper" VALUES(7,'721c2bb3-1225-4032-9ccc-1400eea206de','article-journal','Plain 7','plain 7','[]',NULL,NULL,1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,'anonplainc','reading',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-30T07:02:21Z','2026-11-30T07:02:21Z','2026-11-30T07:02:21Z',NULL,'2026-11-30T07:02:22Z',2217287883,NULL,NULL);
CREATE TABLE paper_alias (
    uid TEXT PRIMARY KEY,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE paper_extra (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "paper_extra" VALUES(1,'added','{"x":1}',2638885696);
INSERT INTO "paper_extra" VALUES(1,'odd','"newer"',2395489176);
INSERT INTO "paper_extra" VALUES(1,'third','null',3500854732);
INSERT INTO "paper_extra" VALUES(3,'bibtex','{"volume":"3"}',3634469929);
INSERT INTO "paper_extra" VALUES(3,'odd','[1,null,{"deep":"ß"}]',524176900);
INSERT INTO "paper_extra" VALUES(3,'other_keys','["k"]',1863029478);
INSERT INTO "paper_extra" VALUES(4,'kept','4',1941815449);
INSERT INTO "paper_extra" VALUES(6,'late','"[]"',713898217);
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
CREATE TABLE place (
    file_hash TEXT PRIMARY KEY,
    page INTEGER,
    part REAL,
    zoom TEXT,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE queue (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0, rank TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "queue" VALUES(1,'00000000-0000-4000-8000-000000000001','Up next',4198844530,'a0');
INSERT INTO "queue" VALUES(2,'f4106a3a-70e5-4700-bd2b-ef2f269d66f0','Club',1854170276,'a1');
CREATE TABLE queue_item (
    queue INTEGER NOT NULL REFERENCES queue (id),
    paper INTEGER NOT NULL REFERENCES paper (id),
    checksum INTEGER NOT NULL DEFAULT 0, rank TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (queue, paper)
) STRICT, WITHOUT ROWID;
INSERT INTO "queue_item" VALUES(1,1,2811835790,'bFW');
INSERT INTO "queue_item" VALUES(1,2,746087624,'bW2');
INSERT INTO "queue_item" VALUES(1,4,4035455964,'b7G');
INSERT INTO "queue_item" VALUES(1,5,772844259,'a0');
INSERT INTO "queue_item" VALUES(2,1,3490178942,'bFW');
INSERT INTO "queue_item" VALUES(2,2,1541846584,'bW2');
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
INSERT INTO "reading" VALUES(1,'5be40715-b1f9-4981-9a12-2b4b7c5fa7a8',1,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,859643155);
INSERT INTO "reading" VALUES(2,'229a9fb7-6619-4ce0-a663-990166f01fb7',1,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,3099025839);
INSERT INTO "reading" VALUES(3,'b3b30181-6cac-44ee-bcec-d47b2de4fe5e',2,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,2390388795);
INSERT INTO "reading" VALUES(4,'45ae8469-1259-4fec-b780-158ee9776140',2,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,1044848461);
INSERT INTO "reading" VALUES(5,'6417625f-ced1-44cf-b4ca-fbb1c598406b',3,'2024','2024-05-06','finished','skimmed',NULL,NULL,12,208220010);
INSERT INTO "reading" VALUES(6,'624e6c11-d4bc-42c7-8f34-08e2f947fd20',3,'2025-01-02',NULL,NULL,NULL,NULL,NULL,NULL,3470591696);
INSERT INTO "reading" VALUES(7,'56ebb305-f021-4e3f-8042-5f97e6369f6e',4,'2026-11-30T07:02:21Z',NULL,NULL,NULL,NULL,NULL,NULL,536470810);
INSERT INTO "reading" VALUES(8,'456bc7c7-ef24-4310-9d10-2dcf88180744',5,NULL,NULL,'finished',NULL,NULL,NULL,NULL,822523357);
INSERT INTO "reading" VALUES(9,'cde9f224-3346-4ab5-bc7e-d4acc999b8d5',7,'2026-11-30T07:02:21Z',NULL,NULL,NULL,NULL,NULL,NULL,3119896868);
CREATE TABLE reference (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    title_key TEXT,
    author TEXT NOT NULL DEFAULT '',
    year INTEGER,
    doi TEXT COLLATE NOCASE,
    arxiv TEXT,
    openalex TEXT,
    checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "reference" VALUES(2,0,'A','a','B',2001,NULL,NULL,'W1',902012991);
INSERT INTO "reference" VALUES(3,0,'Deep learning','deep learning','LeCun',2015,'10.1038/nature14539',NULL,NULL,2615131382);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT,
    checksum INTEGER NOT NULL DEFAULT 0, rank TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "saved_search" VALUES(1,'0f498ffa-a19d-4920-b182-bf950de0f0a4','Due soon','due:<=7d',NULL,950263075,'a1');
INSERT INTO "saved_search" VALUES(2,'a27aa0aa-622b-4a7a-b70f-8bde6b50ba36','Second','tag:rl',NULL,1372881964,'a2');
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT
, checksum INTEGER NOT NULL DEFAULT 0, scope TEXT NOT NULL DEFAULT 'shared' CHECK (scope IN ('shared', 'local'))) STRICT;
INSERT INTO "setting" VALUES('apart:a0e1db17-a262-4706-8ad1-ba68d3bd9601:e16cc87e-7e9e-4d93-9790-3b6c9c213ad2','1',529561433,'shared');
CREATE TABLE status (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('inbox', 'to_read', 'reading', 'paused', 'read', 'dropped')),
    colour TEXT NOT NULL,
    key INTEGER CHECK (key BETWEEN 1 AND 9)
, checksum INTEGER NOT NULL DEFAULT 0, shape TEXT, rank TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "status" VALUES('inbox','Inbox','inbox','slate',1,3057174583,NULL,'a0');
INSERT INTO "status" VALUES('to_read','To read','to_read','amber',2,309009372,NULL,'a2');
INSERT INTO "status" VALUES('reading','Reading','reading','blue',3,482864584,NULL,'a3');
INSERT INTO "status" VALUES('paused','Paused','paused','violet',4,1387827259,NULL,'a5');
INSERT INTO "status" VALUES('read','Read','read','green',5,3542716766,NULL,'a6');
INSERT INTO "status" VALUES('dropped','Dropped','dropped','grey',6,897944297,NULL,'a7');
INSERT INTO "status" VALUES('journal_club','Journal club','reading','blue',8,3728132924,NULL,'a4');
INSERT INTO "status" VALUES('skim','Skim','to_read','amber',7,2223287945,NULL,'a1');
CREATE TABLE "step" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    op TEXT NOT NULL,
    count INTEGER NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    stack TEXT NOT NULL DEFAULT 'undo' CHECK (stack IN ('undo', 'redo', 'past', 'open', 'synced')),
    reverts INTEGER,
    origin TEXT NOT NULL,
    joined_key TEXT,
    at TEXT NOT NULL,
    changes INTEGER NOT NULL DEFAULT 0,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "step" VALUES(1,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',14,2429729517);
INSERT INTO "step" VALUES(2,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',12,1660329902);
INSERT INTO "step" VALUES(3,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',12,3086214098);
INSERT INTO "step" VALUES(4,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',2,3890536696);
INSERT INTO "step" VALUES(5,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',2,2195290330);
INSERT INTO "step" VALUES(6,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,112362367);
INSERT INTO "step" VALUES(7,'add',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',2,1218594974);
INSERT INTO "step" VALUES(8,'queue_add',5,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',5,3645426534);
INSERT INTO "step" VALUES(9,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,3680270334);
INSERT INTO "step" VALUES(10,'queue_move',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,2884722531);
INSERT INTO "step" VALUES(11,'queue_remove',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,1374138593);
INSERT INTO "step" VALUES(12,'save_search',1,'Due soon','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,859696545);
INSERT INTO "step" VALUES(13,'save_search',1,'Second','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,1550233219);
INSERT INTO "step" VALUES(15,'edit_status',1,'Journal club','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',5,1292848047);
INSERT INTO "step" VALUES(16,'edit_status',1,'Skim','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',7,2407495062);
INSERT INTO "step" VALUES(17,'edit_status',1,'Skim','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',4,3094724160);
INSERT INTO "step" VALUES(18,'edit_queue',1,'Club','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,3085541664);
INSERT INTO "step" VALUES(19,'queue_add',2,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',2,692745408);
INSERT INTO "step" VALUES(20,'skip',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,2693357101);
INSERT INTO "step" VALUES(21,'reject',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,1745268486);
INSERT INTO "step" VALUES(22,'welcome',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',1,2080295942);
INSERT INTO "step" VALUES(23,'link',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:21Z',2,42328551);
INSERT INTO "step" VALUES(24,'set_apart',2,'','undo',NULL,'window',NULL,'2026-11-30T07:02:22Z',1,4215589894);
INSERT INTO "step" VALUES(25,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:22Z',5,434298629);
INSERT INTO "step" VALUES(26,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:22Z',2,4074621703);
INSERT INTO "step" VALUES(27,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:22Z',4,1904349437);
INSERT INTO "step" VALUES(28,'edit',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:22Z',2,2144285801);
INSERT INTO "step" VALUES(29,'edit_tag',1,'reinforcement','undo',NULL,'window',NULL,'2026-11-30T07:02:22Z',1,555134146);
INSERT INTO "step" VALUES(30,'edit_tag',1,'only 3','undo',NULL,'window',NULL,'2026-11-30T07:02:22Z',2,798372176);
INSERT INTO "step" VALUES(31,'trash',1,'','undo',NULL,'window',NULL,'2026-11-30T07:02:22Z',1,79439412);
INSERT INTO "step" VALUES(32,'delete',1,'','past',NULL,'window',NULL,'2026-11-30T07:02:22Z',13,2948408573);
INSERT INTO "step" VALUES(33,'note',1,'','past',NULL,'window',NULL,'2026-11-30T07:02:22Z',2,3476473886);
INSERT INTO "step" VALUES(34,'note',1,'','past',33,'window',NULL,'2026-11-30T07:02:22Z',2,1910205752);
INSERT INTO "step" VALUES(35,'delete',1,'','past',32,'window',NULL,'2026-11-30T07:02:22Z',10,3583655482);
INSERT INTO "step" VALUES(36,'references',2,'','undo',NULL,'window',NULL,'2026-11-30T10:08:45Z',3,2070451389);
INSERT INTO "step" VALUES(37,'references',1,'','undo',NULL,'window',NULL,'2026-11-30T10:08:45Z',3,1484735381);
INSERT INTO "step" VALUES(38,'edit',1,'','past',NULL,'window',NULL,'2026-11-30T10:08:45Z',2,3385225195);
INSERT INTO "step" VALUES(39,'edit',1,'','redo',38,'window',NULL,'2026-11-30T10:08:45Z',2,3586222705);
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
, due TEXT, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "tag" VALUES(1,'c6ff7912-996b-55ec-993e-0572278606c8','reinforcement','reinforcement','violet',NULL,2653723460);
INSERT INTO "tag" VALUES(2,'2990a31e-394c-55f5-93f5-a2a530c3b69a','Übung','ubung','teal',NULL,2767133115);
INSERT INTO "tag" VALUES(3,'42d91fed-f01c-54f0-930a-aaf86766a9ea','only 1','only 1','pink',NULL,2846129835);
INSERT INTO "tag" VALUES(4,'55bf5c39-2f5e-5684-a42d-5f697a9a6085','only 2','only 2','brown',NULL,3748330259);
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
CREATE INDEX queue_item_by_paper ON queue_item (paper);
CREATE INDEX reading_by_paper ON reading (paper);
CREATE INDEX reading_by_finished ON reading (finished) WHERE finished IS NOT NULL;
CREATE INDEX highlight_by_paper ON highlight (paper);
CREATE INDEX file_by_paper ON file (paper);
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
CREATE INDEX paper_snoozed ON paper (snoozed_until) WHERE snoozed_until IS NOT NULL AND trashed IS NULL;
CREATE INDEX paper_alias_by_paper ON paper_alias (paper);
CREATE INDEX file_by_sha256 ON file (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX highlight_by_file ON highlight (file) WHERE file IS NOT NULL;
CREATE INDEX queue_item_order ON queue_item (queue, rank);
CREATE UNIQUE INDEX feedback_by_key ON feedback (paper, deed, at)
;
CREATE INDEX step_by_stack ON step (stack, id);
CREATE INDEX change_by_step ON change (step);
CREATE INDEX change_by_key ON change (tbl, key) WHERE kind <> 'i'
;
CREATE INDEX reference_by_doi ON reference (doi) WHERE doi IS NOT NULL;
CREATE INDEX reference_by_arxiv ON reference (arxiv) WHERE arxiv IS NOT NULL;
CREATE INDEX reference_by_openalex ON reference (openalex) WHERE openalex IS NOT NULL;
CREATE INDEX reference_by_title ON reference (title_key) WHERE title_key IS NOT NULL
;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('paper',7);
INSERT INTO "sqlite_sequence" VALUES('reading',9);
INSERT INTO "sqlite_sequence" VALUES('tag',5);
INSERT INTO "sqlite_sequence" VALUES('highlight',3);
INSERT INTO "sqlite_sequence" VALUES('file',3);
INSERT INTO "sqlite_sequence" VALUES('saved_search',2);
INSERT INTO "sqlite_sequence" VALUES('feedback',3);
INSERT INTO "sqlite_sequence" VALUES('step',39);
INSERT INTO "sqlite_sequence" VALUES('change',135);
PRAGMA application_id = 1380731202;
PRAGMA user_version = 9;
COMMIT;
