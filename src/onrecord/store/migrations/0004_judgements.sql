-- What people decided. A judgement is never changed: another one undoes it. It goes only when the article its
-- passages stand in is forgotten, and then no word of the article stays here.

CREATE TABLE judgements (
    id TEXT NOT NULL PRIMARY KEY,                 -- made from all the rest, so that one judgement is never there twice
    kind TEXT NOT NULL CHECK (kind IN ('join', 'split', 'fix', 'reject', 'undo')),
    field TEXT,                                   -- what is fixed
    value TEXT,                                   -- what it is: a JSON list of words
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT,
    undoes TEXT                                   -- the judgement undone; in a store it was imported into it may be missing
);

-- The passages it is about, with the words around them. The article may be missing here (it was imported), or be
-- there with other words (docs/judgements.md says how a passage is found again).
CREATE TABLE judgement_targets (
    judgement_id TEXT NOT NULL REFERENCES judgements (id),
    position INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    place TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    text TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    PRIMARY KEY (judgement_id, position)
);

CREATE INDEX judgements_at ON judgements (at, id);
CREATE INDEX judgements_undoes ON judgements (undoes);
CREATE INDEX judgement_targets_article ON judgement_targets (article_id);

-- Empty but for the moment in which an article is forgotten: the judgements that go with it or lose a passage.
CREATE TABLE judgements_leaving (
    judgement_id TEXT NOT NULL PRIMARY KEY
);

CREATE TRIGGER judgements_are_not_changed BEFORE UPDATE ON judgements BEGIN
    SELECT RAISE(ABORT, 'a judgement is never changed; undo it, and make another one');
END;

CREATE TRIGGER judgement_targets_are_not_changed BEFORE UPDATE ON judgement_targets BEGIN
    SELECT RAISE(ABORT, 'a judgement is never changed; undo it, and make another one');
END;

CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements
WHEN NOT EXISTS (SELECT 1 FROM judgements_leaving WHERE judgement_id = old.id) BEGIN
    SELECT RAISE(ABORT, 'a judgement stays for ever; undo it with another one');
END;

CREATE TRIGGER judgement_targets_stay BEFORE DELETE ON judgement_targets
WHEN NOT EXISTS (SELECT 1 FROM judgements_leaving WHERE judgement_id = old.judgement_id) BEGIN
    SELECT RAISE(ABORT, 'a judgement stays for ever; undo it with another one');
END;

-- INSERT OR REPLACE would delete without asking the triggers above.
CREATE TRIGGER judgements_are_not_replaced BEFORE INSERT ON judgements
WHEN EXISTS (SELECT 1 FROM judgements WHERE id = new.id) BEGIN
    SELECT RAISE(ABORT, 'this judgement is there already');
END;

CREATE TRIGGER judgement_targets_are_not_replaced BEFORE INSERT ON judgement_targets
WHEN EXISTS (SELECT 1 FROM judgement_targets WHERE judgement_id = new.judgement_id AND position = new.position) BEGIN
    SELECT RAISE(ABORT, 'this judgement is there already');
END;
