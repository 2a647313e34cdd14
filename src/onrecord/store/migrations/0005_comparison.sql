-- What `onrecord compare --store` found, of the whole store or of one case. A comparison is replaced as a whole, in
-- one transaction. What the columns of `line` hold is JSON as `onrecord compare` writes it (docs/glossary.md).

CREATE TABLE comparisons (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,                    -- of the case; '' is the whole store
    made_at TEXT NOT NULL,
    runs INTEGER NOT NULL,                        -- how often it was made
    made_by TEXT NOT NULL,                        -- the release, and a digest of what in it compares
    made_with TEXT NOT NULL,                      -- JSON
    people TEXT,                                  -- digest of the list of people that was used
    gone INTEGER NOT NULL                         -- articles of it that were forgotten or read anew since
);

CREATE TABLE comparison_articles (
    comparison_id INTEGER NOT NULL REFERENCES comparisons (id),
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (comparison_id, article_id)
);

-- One thing said once, with all its reports.
CREATE TABLE utterances (
    number INTEGER PRIMARY KEY,
    comparison_id INTEGER NOT NULL REFERENCES comparisons (id),
    id TEXT NOT NULL,                             -- given when it was made; utterance_ids says what became of earlier ones
    title TEXT NOT NULL,                          -- Anneke Roos: “We felt the floor lift”
    said_on TEXT,
    dated_from TEXT,                              -- first and last day it can have been said,
    dated_to TEXT,                                -- or, where that is unknown, was first printed
    reports INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,                   -- reports that differ in speaker, listener, day or figure
    base TEXT NOT NULL,                           -- attributions
    first_report TEXT,
    place TEXT NOT NULL,                          -- of its first report, by article: the order of a comparison,
    nth INTEGER NOT NULL,                         -- with the number among utterances which that report tells of
    made_from TEXT,                               -- digest of all it was made from; NULL: to be made anew each time
    UNIQUE (comparison_id, id)
);

-- All of it: the line `onrecord compare --format jsonl` writes, compressed (zlib).
CREATE TABLE utterance_lines (
    utterance_number INTEGER PRIMARY KEY REFERENCES utterances (number),
    line BLOB NOT NULL
);

CREATE TABLE variants (
    utterance_number INTEGER NOT NULL REFERENCES utterances (number),
    position INTEGER NOT NULL,
    attribution_id TEXT NOT NULL REFERENCES attributions (id),
    article_id TEXT NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL,                       -- from the first character that reports it to the last
    "end" INTEGER NOT NULL,
    standing TEXT NOT NULL,
    similarity REAL NOT NULL,
    PRIMARY KEY (utterance_number, position)
);

CREATE TABLE utterance_speakers (
    utterance_number INTEGER NOT NULL REFERENCES utterances (number),
    position INTEGER NOT NULL,
    entity TEXT,                                  -- the id of an entity across articles
    name TEXT,
    PRIMARY KEY (utterance_number, position)
);

CREATE TABLE utterance_flags (
    utterance_number INTEGER NOT NULL REFERENCES utterances (number),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    explanation TEXT NOT NULL,
    PRIMARY KEY (utterance_number, position)
);

-- Every id that was ever given, with the passage it was given for: an id goes where that passage goes. Of several ids
-- that come together in one utterance the oldest is its id, and the others lead to it.
CREATE TABLE utterance_ids (
    comparison_id INTEGER NOT NULL REFERENCES comparisons (id),
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    made INTEGER NOT NULL,                        -- the run that gave it
    current TEXT,                                 -- the id of the utterance it leads to
    PRIMARY KEY (comparison_id, id)
);

-- Who is whom across articles.
CREATE TABLE entities (
    number INTEGER PRIMARY KEY,
    comparison_id INTEGER NOT NULL REFERENCES comparisons (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT,
    named INTEGER NOT NULL,
    line TEXT NOT NULL,
    UNIQUE (comparison_id, id)
);

CREATE TABLE entity_members (
    entity_number INTEGER NOT NULL REFERENCES entities (number),
    id TEXT NOT NULL,                             -- of an entity of one article
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (entity_number, id)
);

CREATE TABLE figure_groups (
    number INTEGER PRIMARY KEY,
    comparison_id INTEGER NOT NULL REFERENCES comparisons (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    counts TEXT,
    relation TEXT NOT NULL,
    explanation TEXT NOT NULL,
    line TEXT NOT NULL
);

CREATE TABLE figure_group_members (
    group_number INTEGER NOT NULL REFERENCES figure_groups (number),
    id TEXT NOT NULL,                             -- of a figure of one article
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (group_number, id)
);

-- The other lists of the comparison: dates, flags, judgements and what else it has.
CREATE TABLE comparison_lines (
    comparison_id INTEGER NOT NULL REFERENCES comparisons (id),
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (comparison_id, field, position)
);

-- What need not be worked out again: how like two statements (or sentences of long ones) are, and in which version
-- of their articles that was found. `score` is NULL where they cannot be one statement.
CREATE TABLE compared_articles (
    article_id TEXT NOT NULL PRIMARY KEY,
    version TEXT NOT NULL
);

CREATE TABLE compared_pairs (
    one TEXT NOT NULL,
    two TEXT NOT NULL,
    score REAL,
    features BLOB NOT NULL,
    PRIMARY KEY (one, two)
) WITHOUT ROWID;

CREATE INDEX comparison_articles_article ON comparison_articles (article_id);
CREATE INDEX utterances_in_order ON utterances (comparison_id, place, nth);
CREATE INDEX utterances_most_reported ON utterances (comparison_id, articles DESC, reports DESC, place, nth);
CREATE INDEX utterances_by_day ON utterances (comparison_id, dated_from, place, nth);
CREATE INDEX utterances_flagged ON utterances (comparison_id, flags DESC, place, nth) WHERE flags > 0;
CREATE INDEX utterances_in_conflict ON utterances (comparison_id, conflicts DESC, place, nth) WHERE conflicts > 0;
CREATE INDEX utterances_id ON utterances (id);
CREATE INDEX variants_attribution ON variants (attribution_id);
CREATE INDEX variants_article ON variants (article_id);
CREATE INDEX utterance_speakers_entity ON utterance_speakers (entity);
CREATE INDEX utterance_speakers_name ON utterance_speakers (name);
CREATE INDEX utterance_flags_kind ON utterance_flags (kind);
CREATE INDEX utterance_ids_id ON utterance_ids (id);
CREATE INDEX utterance_ids_article ON utterance_ids (article_id);
CREATE INDEX entities_name ON entities (name);
CREATE INDEX entity_members_id ON entity_members (id);
CREATE INDEX entity_members_article ON entity_members (article_id);
CREATE INDEX figure_groups_comparison ON figure_groups (comparison_id, position);
CREATE INDEX figure_group_members_article ON figure_group_members (article_id);
CREATE INDEX compared_pairs_two ON compared_pairs (two);

-- What an analyst wants of an utterance in one row.
CREATE VIEW v_utterances AS
SELECT
    u.id,
    u.title,
    (SELECT group_concat(s.name, ' and ') FROM utterance_speakers s WHERE s.utterance_number = u.number) AS speakers,
    u.said_on,
    u.reports,
    u.articles,
    u.outlets,
    (SELECT group_concat(f.kind, ', ') FROM utterance_flags f WHERE f.utterance_number = u.number) AS flags,
    u.conflicts,
    u.base,
    u.first_report,
    nullif(c.name, '') AS "case"
FROM utterances u
JOIN comparisons c ON c.id = u.comparison_id;
