// The rows of people, organizations, places, topics, events and sources.
import type { RecordOf } from './records.ts';
import { type RowContext, type Run, writeTexts } from './rows.ts';

export function personRows(
  { id, name, aliases, roles, country, wikidata }: RecordOf<'person'>,
  { run }: RowContext,
): void {
  writeAgent(run, 'person', id, name, aliases);
  run('INSERT INTO person (id, country, wikidata) VALUES (?, ?, ?)', id, country, wikidata);
  for (const [at, { title, organization, from, to }] of roles.entries()) {
    run('INSERT INTO person_role VALUES (?, ?, ?, ?, ?)', id, at, organization, from, to);
    writeTexts(run, 'INSERT INTO person_role_title VALUES (?, ?, ?, ?)', [id, at], title);
  }
}

export function organizationRows(
  { id, name, kind, aliases, country, wikidata }: RecordOf<'organization'>,
  { run }: RowContext,
): void {
  writeAgent(run, 'organization', id, name, aliases);
  run(
    'INSERT INTO organization (id, kind, country, wikidata) VALUES (?, ?, ?, ?)',
    ...[id, kind, country, wikidata],
  );
}

function writeAgent(
  run: Run,
  kind: string,
  id: string,
  name: RecordOf<'person'>['name'],
  aliases: string[],
): void {
  run('INSERT INTO agent (id, kind) VALUES (?, ?)', id, kind);
  writeTexts(run, 'INSERT INTO agent_name VALUES (?, ?, ?)', [id], name);
  for (const [at, alias] of aliases.entries()) run('INSERT INTO agent_alias VALUES (?, ?, ?)', id, at, alias);
}

export function placeRows(place: RecordOf<'place'>, { run }: RowContext): void {
  const { id, kind, within, latitude, longitude, wikidata } = place;
  run(
    'INSERT INTO place (id, kind, within, latitude, longitude, wikidata) VALUES (?, ?, ?, ?, ?, ?)',
    ...[id, kind, within, latitude, longitude, wikidata],
  );
  writeTexts(run, 'INSERT INTO place_name VALUES (?, ?, ?)', [id], place.name);
  for (const [at, alias] of place.aliases.entries())
    run('INSERT INTO place_alias VALUES (?, ?, ?)', id, at, alias);
}

export function topicRows({ id, name, broader, description }: RecordOf<'topic'>, { run }: RowContext): void {
  run('INSERT INTO topic (id, broader) VALUES (?, ?)', id, broader);
  writeTexts(run, 'INSERT INTO topic_name VALUES (?, ?, ?)', [id], name);
  writeTexts(run, 'INSERT INTO topic_description VALUES (?, ?, ?)', [id], description);
}

export function eventRows(
  { id, name, kind, partOf, start, end, place, participants }: RecordOf<'event'>,
  { run }: RowContext,
): void {
  run(
    'INSERT INTO event (id, kind, part_of, started_at, ended_at, place) VALUES (?, ?, ?, ?, ?, ?)',
    ...[id, kind, partOf, start, end, place],
  );
  writeTexts(run, 'INSERT INTO event_name VALUES (?, ?, ?)', [id], name);
  for (const [at, { person, delegation, role }] of participants.entries()) {
    run('INSERT INTO event_participant VALUES (?, ?, ?, ?)', id, at, person, delegation);
    if (role) writeTexts(run, 'INSERT INTO event_participant_role VALUES (?, ?, ?, ?)', [id, at], role);
  }
}

export function sourceRows(source: RecordOf<'source'>, { run }: RowContext): void {
  const { id, file, sha256, outlet, language, publishedOn, dateline, url, note } = source;
  run(
    `INSERT INTO source (id, file, sha256, outlet, language, published_on, dateline_place, dateline_date, url, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[
      id,
      file,
      sha256,
      outlet,
      language,
      publishedOn,
      dateline?.place ?? null,
      dateline?.date ?? null,
      url,
      note,
    ],
  );
  writeTexts(run, 'INSERT INTO source_name VALUES (?, ?, ?)', [id], source.name);
  for (const [at, { start, end }] of source.paragraphs.entries()) {
    run('INSERT INTO source_paragraph VALUES (?, ?, ?, ?)', id, at + 1, start, end);
  }
}
