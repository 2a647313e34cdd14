-- What somebody at work on a story wants in one row. Thoughts (beliefs, intentions) are left out of v_statements.

CREATE VIEW v_statements AS
SELECT
    a.id,
    a.speaker,
    s.name AS speaker_name,
    a.cue,
    a.content,
    a.form,
    a.mode,
    a.polarity,
    a.zone,
    (SELECT group_concat(p.mention, ' and ') FROM parties p WHERE p.attribution_id = a.id AND p.role = 'addressee')
        AS addressees,
    (SELECT group_concat(p.mention, ', ') FROM parties p WHERE p.attribution_id = a.id AND p.role = 'chain') AS chain,
    a.said_on,
    a.channel,
    a.occasion,
    a.venue,
    o.name AS outlet,
    r.title AS article,
    r.published_on,
    r.url,
    a.confidence,
    a.article_id,
    a.nested_in,
    a.continues,
    a.start,
    a."end",
    (SELECT group_concat(c.name, ', ') FROM case_articles ca JOIN cases c ON c.id = ca.case_id
        WHERE ca.article_id = a.article_id) AS cases
FROM attributions a
JOIN articles r ON r.id = a.article_id
LEFT JOIN outlets o ON o.id = a.outlet_id
LEFT JOIN speakers s ON s.id = a.speaker_id
WHERE a.mode <> 'thought';

CREATE VIEW v_articles AS
SELECT
    r.id,
    r.title,
    o.name AS outlet,
    r.published_on,
    r.url,
    r.language,
    r.analysed,
    (SELECT count(*) FROM attributions a WHERE a.article_id = r.id AND a.mode <> 'thought') AS statements,
    (SELECT count(*) FROM attributions a WHERE a.article_id = r.id AND a.mode = 'thought') AS thoughts,
    (SELECT count(DISTINCT a.speaker_id) FROM attributions a WHERE a.article_id = r.id) AS speakers,
    (SELECT count(*) FROM flags f WHERE f.article_id = r.id) AS flags,
    (SELECT group_concat(c.name, ', ') FROM case_articles ca JOIN cases c ON c.id = ca.case_id
        WHERE ca.article_id = r.id) AS cases,
    r.version_of,
    r.path,
    r.record,
    r.captured_on,
    r.added_at,
    length(r.text) AS characters
FROM articles r
LEFT JOIN outlets o ON o.id = r.outlet_id;
