-- Articles, who said what in them, and the records they were made from.
-- Column names are those of the record (docs/glossary.md). A column `name` or `title` is what Datasette shows for a row.

PRAGMA application_id = 1330532931;  -- "ONRC": how a store is told from other programs' files

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE outlets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- Everybody who speaks, is spoken to or passes words on, by the words that name them. Who is one and the same
-- person across articles is not decided here. Bare pronouns are left out.
CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE articles (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT,
    outlet_id INTEGER REFERENCES outlets (id),
    published_on TEXT,                            -- EDTF: partial dates stay partial
    published_from TEXT,                          -- the first and the last day that can be meant
    published_to TEXT,
    updated_on TEXT,
    url TEXT,
    url_key TEXT,                                 -- the url without what only tracks readers: versions share it
    language TEXT,
    analysed INTEGER NOT NULL,                    -- 1, or 0: kept, but in a language that is not analysed
    version_of TEXT REFERENCES articles (id),     -- the article before it under the same url with another text
    authors TEXT,
    credits TEXT,
    path TEXT,
    record TEXT,
    captured_on TEXT,
    sha256 TEXT NOT NULL,
    added_at TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE case_articles (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    article_id TEXT NOT NULL REFERENCES articles (id),
    added_at TEXT NOT NULL,
    PRIMARY KEY (case_id, article_id)
);

CREATE TABLE attributions (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,                          -- Anneke Roos [said] “We felt the floor lift”
    article_id TEXT NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,                    -- 1 is the first of its article
    outlet_id INTEGER REFERENCES outlets (id),    -- the article's, for facets
    speaker_id INTEGER REFERENCES speakers (id),  -- the first speaker; all of them: parties
    form TEXT NOT NULL,
    mode TEXT NOT NULL,
    polarity TEXT NOT NULL,
    zone TEXT NOT NULL,
    said_on TEXT,
    dated_from TEXT,                              -- first and last day it can have been said,
    dated_to TEXT,                                -- or, where that is unknown, published
    nested_in TEXT REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED,
    continues TEXT REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,                       -- from the first character of the content to the last,
    "end" INTEGER NOT NULL,                       -- half-open, in the article's text
    confidence REAL NOT NULL,
    channel TEXT,
    occasion TEXT,
    venue TEXT,
    speaker TEXT,                                 -- as printed; joint speakers joined by " and "
    cue TEXT NOT NULL,
    content TEXT NOT NULL                         -- its spans joined by " … "
);

-- Joint speakers, who is spoken to, and who passed the words on, in the record's order.
CREATE TABLE parties (
    id INTEGER PRIMARY KEY,
    attribution_id TEXT NOT NULL REFERENCES attributions (id),
    role TEXT NOT NULL CHECK (role IN ('speaker', 'addressee', 'chain')),
    position INTEGER NOT NULL,
    speaker_id INTEGER REFERENCES speakers (id),
    mention TEXT,                                 -- as printed here
    kind TEXT
);

CREATE TABLE flags (
    id INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    kind TEXT NOT NULL,
    explanation TEXT NOT NULL
);

CREATE TABLE flag_attributions (
    flag_id INTEGER NOT NULL REFERENCES flags (id),
    attribution_id TEXT NOT NULL REFERENCES attributions (id),
    PRIMARY KEY (flag_id, attribution_id)
);

-- The line `onrecord extract` wrote, byte for byte, compressed (zlib).
CREATE TABLE records (
    article_id TEXT NOT NULL PRIMARY KEY REFERENCES articles (id),
    line BLOB NOT NULL
);

-- Fingerprints of what was added, so that `onrecord add` need not read it again.
CREATE TABLE inputs (
    key TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id)
);

CREATE INDEX articles_outlet ON articles (outlet_id);
CREATE INDEX articles_url_key ON articles (url_key);
CREATE INDEX articles_version_of ON articles (version_of);
CREATE INDEX articles_published ON articles (published_from);
CREATE INDEX case_articles_article ON case_articles (article_id);
CREATE INDEX attributions_article ON attributions (article_id, position);
CREATE INDEX attributions_speaker ON attributions (speaker_id);
CREATE INDEX attributions_outlet ON attributions (outlet_id);
CREATE INDEX attributions_nested_in ON attributions (nested_in);
CREATE INDEX attributions_continues ON attributions (continues);
-- The newest first, and all that a search filters by, so that it need not read the rows themselves.
CREATE INDEX attributions_newest ON attributions (dated_from DESC, id, mode, form, outlet_id, dated_to, article_id);
CREATE INDEX parties_attribution ON parties (attribution_id);
CREATE INDEX parties_speaker ON parties (speaker_id);
CREATE INDEX flags_article ON flags (article_id);
CREATE INDEX flag_attributions_attribution ON flag_attributions (attribution_id);
CREATE INDEX inputs_article ON inputs (article_id);
