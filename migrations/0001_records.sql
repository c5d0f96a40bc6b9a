-- The records as the seeds state them: one table for each entity and each relation, and each record's canonical JSON.
-- Ids are the records' own; a person and an organization never share one, because either can speak.

CREATE TABLE agent (
  id   TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization')),
  UNIQUE (id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id       TEXT PRIMARY KEY,
  kind     TEXT NOT NULL DEFAULT 'person' CHECK (kind = 'person'),
  country  TEXT CHECK (length(country) = 2),
  wikidata TEXT,
  FOREIGN KEY (id, kind) REFERENCES agent (id, kind) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
  id         TEXT PRIMARY KEY,
  agent_kind TEXT NOT NULL DEFAULT 'organization' CHECK (agent_kind = 'organization'),
  kind       TEXT NOT NULL,
  country    TEXT CHECK (length(country) = 2),
  wikidata   TEXT,
  FOREIGN KEY (id, agent_kind) REFERENCES agent (id, kind) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE agent_name (
  agent    TEXT NOT NULL REFERENCES agent (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (agent, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE agent_alias (
  agent    TEXT NOT NULL REFERENCES agent (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  alias    TEXT NOT NULL,
  PRIMARY KEY (agent, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_role (
  person       TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  organization TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  valid_from   TEXT,
  valid_to     TEXT,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_role_organization ON person_role (organization);

CREATE TABLE person_role_title (
  person   TEXT NOT NULL,
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  title    TEXT NOT NULL,
  PRIMARY KEY (person, position, language),
  FOREIGN KEY (person, position) REFERENCES person_role (person, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  id        TEXT PRIMARY KEY,
  kind      TEXT NOT NULL,
  within    TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED CHECK (within <> id),
  latitude  REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  wikidata  TEXT,
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX place_within ON place (within);

CREATE TABLE place_name (
  place    TEXT NOT NULL REFERENCES place (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (place, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE place_alias (
  place    TEXT NOT NULL REFERENCES place (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  alias    TEXT NOT NULL,
  PRIMARY KEY (place, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
  id      TEXT PRIMARY KEY,
  broader TEXT REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED CHECK (broader <> id)
) STRICT, WITHOUT ROWID;

CREATE INDEX topic_broader ON topic (broader);

CREATE TABLE topic_name (
  topic       TEXT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
  language    TEXT NOT NULL,
  name        TEXT NOT NULL,
  PRIMARY KEY (topic, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_description (
  topic       TEXT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
  language    TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (topic, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  part_of    TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED CHECK (part_of <> id),
  started_at TEXT,
  ended_at   TEXT,
  place      TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX event_part_of ON event (part_of);
CREATE INDEX event_place ON event (place);

CREATE TABLE event_name (
  event    TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (event, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_participant (
  event      TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  person     TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  delegation TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (event, position),
  UNIQUE (event, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_participant_person ON event_participant (person);
CREATE INDEX event_participant_delegation ON event_participant (delegation);

CREATE TABLE event_participant_role (
  event    TEXT NOT NULL,
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  role     TEXT NOT NULL,
  PRIMARY KEY (event, position, language),
  FOREIGN KEY (event, position) REFERENCES event_participant (event, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id             TEXT PRIMARY KEY,
  file           TEXT NOT NULL,
  sha256         TEXT NOT NULL CHECK (length(sha256) = 64),
  outlet         TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  language       TEXT NOT NULL,
  published_on   TEXT,
  dateline_place TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  dateline_date  TEXT,
  url            TEXT,
  note           TEXT,
  CHECK ((dateline_place IS NULL) = (dateline_date IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX source_outlet ON source (outlet);
CREATE INDEX source_dateline_place ON source (dateline_place);

CREATE TABLE source_name (
  source   TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (source, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_paragraph (
  source       TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  paragraph    INTEGER NOT NULL CHECK (paragraph >= 1),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset   INTEGER NOT NULL,
  PRIMARY KEY (source, paragraph),
  CHECK (start_offset < end_offset)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  id      TEXT PRIMARY KEY,
  said_on TEXT,
  event   TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  place   TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_event ON statement (event);
CREATE INDEX statement_place ON statement (place);

CREATE TABLE statement_gist (
  statement TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  language  TEXT NOT NULL,
  gist      TEXT NOT NULL,
  PRIMARY KEY (statement, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_speaker (
  statement TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  speaker   TEXT NOT NULL REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (statement, position),
  UNIQUE (speaker, statement)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_addressee (
  statement TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  addressee TEXT NOT NULL REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (statement, position),
  UNIQUE (addressee, statement)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_topic (
  statement TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  topic     TEXT NOT NULL REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (statement, position),
  UNIQUE (topic, statement)
) STRICT, WITHOUT ROWID;

-- What a statement mentions can be of three kinds; exactly one column is filled.
CREATE TABLE statement_mention (
  statement TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  agent     TEXT REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED,
  place     TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  event     TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  qualified INTEGER NOT NULL CHECK (qualified IN (0, 1)), -- written with its kind: `place/georgia`
  PRIMARY KEY (statement, position),
  CHECK ((agent IS NOT NULL) + (place IS NOT NULL) + (event IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_mention_agent ON statement_mention (agent);
CREATE INDEX statement_mention_place ON statement_mention (place);
CREATE INDEX statement_mention_event ON statement_mention (event);

CREATE TABLE rendition (
  id           TEXT PRIMARY KEY,
  statement    TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  source       TEXT NOT NULL,
  via          TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  mode         TEXT NOT NULL CHECK (mode IN ('direct', 'mixed', 'indirect')),
  cue          TEXT,
  cue_lemma    TEXT,
  language     TEXT NOT NULL,
  paragraph    INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  note         TEXT,
  UNIQUE (statement, position),
  FOREIGN KEY (source, paragraph) REFERENCES source_paragraph (source, paragraph) DEFERRABLE INITIALLY DEFERRED,
  CHECK (start_offset < end_offset),
  CHECK ((cue IS NULL) = (cue_lemma IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX rendition_source ON rendition (source, paragraph);
CREATE INDEX rendition_via ON rendition (via);

CREATE TABLE rendition_quote (
  rendition    TEXT NOT NULL REFERENCES rendition (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  text         TEXT NOT NULL CHECK (text <> ''),
  start_offset INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  PRIMARY KEY (rendition, position),
  CHECK (length(text) = end_offset - start_offset)
) STRICT, WITHOUT ROWID;

-- A claim's value by its type: a duration or date as ISO 8601 text, a count as a number, a text by language in
-- claim_text, a reference in exactly one of the reference columns.
CREATE TABLE claim (
  id               TEXT PRIMARY KEY,
  event            TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  attribute        TEXT NOT NULL,
  type             TEXT NOT NULL CHECK (type IN ('duration', 'date', 'count', 'text', 'reference')),
  moment           TEXT,
  amount           INTEGER,
  unit             TEXT,
  precision        TEXT CHECK (precision IN ('exact', 'approximate', 'nearly', 'over')),
  reference_agent  TEXT REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED,
  reference_place  TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  reference_event  TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  reference_topic  TEXT REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED,
  attributed_to    TEXT REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED,
  source           TEXT NOT NULL,
  via              TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  paragraph        INTEGER NOT NULL,
  start_offset     INTEGER NOT NULL,
  end_offset       INTEGER NOT NULL,
  note             TEXT,
  reference_qualified INTEGER NOT NULL CHECK (reference_qualified IN (0, 1)), -- written with its kind
  FOREIGN KEY (source, paragraph) REFERENCES source_paragraph (source, paragraph) DEFERRABLE INITIALLY DEFERRED,
  CHECK (start_offset < end_offset),
  CHECK ((type IN ('duration', 'date')) = (moment IS NOT NULL)),
  CHECK ((type = 'count') = (amount IS NOT NULL)),
  CHECK ((type IN ('duration', 'date', 'count')) = (precision IS NOT NULL)),
  CHECK (
    (type = 'reference') = (
      (reference_agent IS NOT NULL) + (reference_place IS NOT NULL)
      + (reference_event IS NOT NULL) + (reference_topic IS NOT NULL) = 1
    )
  )
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_event ON claim (event, attribute);
CREATE INDEX claim_source ON claim (source, paragraph);
CREATE INDEX claim_via ON claim (via);
CREATE INDEX claim_attributed_to ON claim (attributed_to);
CREATE INDEX claim_reference_agent ON claim (reference_agent);
CREATE INDEX claim_reference_place ON claim (reference_place);
CREATE INDEX claim_reference_event ON claim (reference_event);
CREATE INDEX claim_reference_topic ON claim (reference_topic);

CREATE TABLE claim_text (
  claim    TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  text     TEXT NOT NULL,
  PRIMARY KEY (claim, language)
) STRICT, WITHOUT ROWID;

-- Ids that were given up, each with the record that took its place.
CREATE TABLE retired_id (
  kind      TEXT NOT NULL,
  retired   TEXT NOT NULL,
  successor TEXT NOT NULL,
  position  INTEGER NOT NULL, -- in the successor's list
  PRIMARY KEY (kind, retired)
) STRICT, WITHOUT ROWID;

CREATE INDEX retired_id_successor ON retired_id (kind, successor);

-- The records that were ingested. `digest` tells a second ingest that a record is unchanged; `origin` is the file it came
-- from, without its path (src/ingest/files.ts), so that --prune removes only what that file no longer holds. `text` is the
-- record as JSON with all its fields, in the order of its schema and with languages in alphabetical order: a line of
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
