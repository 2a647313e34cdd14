-- Words to rows. The index refers to its table (content="…"), which is also how Datasette finds it.
-- No stemming: what is typed is what is found, and news is not new; explosion* finds explosions.

CREATE VIRTUAL TABLE attributions_fts USING fts5 (
    speaker, cue, content,
    content="attributions", tokenize="unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text,
    content="articles", tokenize="unicode61 remove_diacritics 2"
);

CREATE TRIGGER attributions_added AFTER INSERT ON attributions BEGIN
    INSERT INTO attributions_fts (rowid, speaker, cue, content) VALUES (new.rowid, new.speaker, new.cue, new.content);
END;

CREATE TRIGGER attributions_gone AFTER DELETE ON attributions BEGIN
    INSERT INTO attributions_fts (attributions_fts, rowid, speaker, cue, content)
    VALUES ('delete', old.rowid, old.speaker, old.cue, old.content);
END;

CREATE TRIGGER attributions_changed AFTER UPDATE OF speaker, cue, content ON attributions BEGIN
    INSERT INTO attributions_fts (attributions_fts, rowid, speaker, cue, content)
    VALUES ('delete', old.rowid, old.speaker, old.cue, old.content);
    INSERT INTO attributions_fts (rowid, speaker, cue, content) VALUES (new.rowid, new.speaker, new.cue, new.content);
END;

CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;

CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
END;

CREATE TRIGGER articles_changed AFTER UPDATE OF title, text ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;

INSERT INTO attributions_fts (attributions_fts) VALUES ('rebuild');
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
