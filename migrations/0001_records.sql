-- The records as the seeds state them, and views that show them as tables to a reader with a SQL shell.

-- The records that were ingested. `digest` tells a second ingest that a record is unchanged; `origin` is the file it came
-- from, without its path (src/ingest/read/file-names.ts), so that --prune removes only what that file no longer holds. `text` is
-- the record as JSON with all its fields, in the order of its schema and with languages in alphabetical order: a line of
-- /dataset.ndjson.
CREATE TABLE record (
  kind   TEXT NOT NULL,
  id     TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  origin TEXT NOT NULL,
  text   TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT;

CREATE INDEX record_origin ON record (origin);

-- In all views a date is a text that says as much as is known: 2025, 2025-08, 2025-08-15, or a moment with its offset.

-- Names and aliases of records of all kinds.
CREATE VIEW name (kind, id, language, name) AS
SELECT kind, record.id, key, value FROM record, json_each(text, '$.name');

CREATE VIEW alias (kind, id, position, alias) AS
SELECT kind, record.id, key, value FROM record, json_each(text, '$.aliases');

CREATE VIEW person AS
SELECT id, text ->> '$.name.en' AS name_en, text ->> '$.name.ar' AS name_ar,
  text ->> 'name' AS name_by_language,
  text ->> 'country' AS country, text ->> 'wikidata' AS wikidata
FROM record WHERE kind = 'person';

CREATE VIEW person_role AS
SELECT record.id AS person, key AS position, value ->> 'organization' AS organization,
  value ->> '$.title.en' AS title_en, value ->> '$.title.ar' AS title_ar,
  value ->> 'title' AS title_by_language,
  value ->> 'from' AS valid_from, value ->> 'to' AS valid_to
FROM record, json_each(text, '$.roles') WHERE kind = 'person';

CREATE VIEW organization AS
SELECT id, text ->> '$.name.en' AS name_en, text ->> '$.name.ar' AS name_ar,
  text ->> 'name' AS name_by_language, text ->> 'kind' AS kind,
  text ->> 'country' AS country, text ->> 'wikidata' AS wikidata
FROM record WHERE kind = 'organization';

CREATE VIEW place AS
SELECT id, text ->> '$.name.en' AS name_en, text ->> '$.name.ar' AS name_ar,
  text ->> 'name' AS name_by_language, text ->> 'kind' AS kind,
  text ->> 'within' AS within, text ->> 'latitude' AS latitude, text ->> 'longitude' AS longitude,
  text ->> 'wikidata' AS wikidata
FROM record WHERE kind = 'place';

CREATE VIEW topic AS
SELECT id, text ->> '$.name.en' AS name_en, text ->> '$.name.ar' AS name_ar,
  text ->> 'name' AS name_by_language, text ->> 'broader' AS broader,
  text ->> '$.description.en' AS description_en, text ->> '$.description.ar' AS description_ar,
  text ->> 'description' AS description_by_language
FROM record WHERE kind = 'topic';

CREATE VIEW event AS
SELECT id, text ->> '$.name.en' AS name_en, text ->> '$.name.ar' AS name_ar,
  text ->> 'name' AS name_by_language, text ->> 'kind' AS kind,
  text ->> 'partOf' AS part_of, text ->> 'start' AS started_at, text ->> 'end' AS ended_at, text ->> 'place' AS place
FROM record WHERE kind = 'event';

CREATE VIEW event_participant AS
SELECT record.id AS event, key AS position, value ->> 'person' AS person, value ->> 'delegation' AS delegation,
  value ->> '$.role.en' AS role_en, value ->> '$.role.ar' AS role_ar,
  value ->> 'role' AS role_by_language
FROM record, json_each(text, '$.participants') WHERE kind = 'event';

CREATE VIEW source AS
SELECT id, text ->> '$.name.en' AS name_en, text ->> '$.name.ar' AS name_ar,
  text ->> 'name' AS name_by_language, text ->> 'file' AS file,
  text ->> 'sha256' AS sha256, text ->> 'outlet' AS outlet, text ->> 'language' AS language,
  text ->> 'publishedOn' AS published_on, text ->> '$.dateline.place' AS dateline_place,
  text ->> '$.dateline.date' AS dateline_date, text ->> 'url' AS url, text ->> 'note' AS note
FROM record WHERE kind = 'source';

CREATE VIEW source_paragraph AS
SELECT record.id AS source, key + 1 AS paragraph, value ->> 'start' AS start_offset, value ->> 'end' AS end_offset
FROM record, json_each(text, '$.paragraphs') WHERE kind = 'source';

CREATE VIEW statement AS
SELECT id, text ->> '$.gist.en' AS gist_en, text ->> '$.gist.ar' AS gist_ar,
  text ->> 'gist' AS gist_by_language, text ->> 'saidOn' AS said_on,
  text ->> 'event' AS event, text ->> 'place' AS place
FROM record WHERE kind = 'statement';

CREATE VIEW statement_speaker (statement, position, speaker) AS
SELECT record.id, key, value FROM record, json_each(text, '$.speakers') WHERE kind = 'statement';

CREATE VIEW statement_addressee (statement, position, addressee) AS
SELECT record.id, key, value FROM record, json_each(text, '$.addressees') WHERE kind = 'statement';

CREATE VIEW statement_topic (statement, position, topic) AS
SELECT record.id, key, value FROM record, json_each(text, '$.topics') WHERE kind = 'statement';

-- An id, or `kind/id` where the id alone would be ambiguous.
CREATE VIEW statement_mention (statement, position, mention) AS
SELECT record.id, key, value FROM record, json_each(text, '$.mentions') WHERE kind = 'statement';

CREATE VIEW rendition AS
SELECT value ->> 'id' AS id, record.id AS statement, key AS position, value ->> 'source' AS source,
  value ->> 'via' AS via, value ->> 'mode' AS mode, value ->> '$.cue.text' AS cue, value ->> '$.cue.lemma' AS cue_lemma,
  value ->> 'language' AS language, value ->> 'paragraph' AS paragraph, value ->> 'start' AS start_offset,
  value ->> 'end' AS end_offset, value ->> 'note' AS note
FROM record, json_each(text, '$.renditions') WHERE kind = 'statement';

CREATE VIEW rendition_quote AS
SELECT rendition.value ->> 'id' AS rendition, quote.key AS position, quote.value ->> 'text' AS text,
  quote.value ->> 'start' AS start_offset, quote.value ->> 'end' AS end_offset
FROM record, json_each(record.text, '$.renditions') AS rendition, json_each(rendition.value, '$.quotes') AS quote
WHERE record.kind = 'statement';

-- `value` is a duration or date (ISO 8601), a number, an id or `kind/id`, or a text by language (JSON).
CREATE VIEW claim AS
SELECT id, text ->> 'event' AS event, text ->> 'attribute' AS attribute, text ->> '$.value.type' AS type,
  text ->> '$.value.value' AS value, text ->> '$.value.unit' AS unit, text ->> '$.value.precision' AS precision,
  text ->> 'attributedTo' AS attributed_to, text ->> 'source' AS source, text ->> 'via' AS via,
  text ->> 'paragraph' AS paragraph, text ->> 'start' AS start_offset, text ->> 'end' AS end_offset, text ->> 'note' AS note
FROM record WHERE kind = 'claim';

-- One row for each statement or rendition, with the values of its lists in one cell: for reading without a join.
CREATE VIEW v_statements AS
SELECT id, (SELECT group_concat(value, ', ') FROM json_each(text, '$.speakers')) AS speakers,
  text ->> '$.gist.en' AS gist_en, text ->> '$.gist.ar' AS gist_ar, text ->> 'saidOn' AS said_on,
  text ->> 'event' AS event, text ->> 'place' AS place,
  (SELECT group_concat(value, ', ') FROM json_each(text, '$.topics')) AS topics,
  (SELECT count(DISTINCT value ->> 'source') FROM json_each(text, '$.renditions')) AS sources,
  json_array_length(text, '$.renditions') AS renditions
FROM record WHERE kind = 'statement';

CREATE VIEW v_renditions AS
SELECT rendition.value ->> 'id' AS id, record.id AS statement,
  (SELECT group_concat(value, ', ') FROM json_each(record.text, '$.speakers')) AS speakers,
  record.text ->> '$.gist.en' AS gist_en, record.text ->> '$.gist.ar' AS gist_ar,
  source.id AS source, source.text ->> 'outlet' AS publisher, rendition.value ->> 'via' AS via,
  rendition.value ->> 'mode' AS mode, rendition.value ->> '$.cue.text' AS cue,
  (SELECT group_concat(value ->> 'text', ' | ') FROM json_each(rendition.value, '$.quotes')) AS quotes,
  rendition.value ->> 'language' AS language, rendition.value ->> 'paragraph' AS paragraph,
  rendition.value ->> 'start' AS start_offset, rendition.value ->> 'end' AS end_offset
FROM record, json_each(record.text, '$.renditions') AS rendition
JOIN record AS source ON source.kind = 'source' AND source.id = rendition.value ->> 'source'
WHERE record.kind = 'statement';
