// Reads renditions with their statements from the truth and makes the answers of /renditions.
import type { Document } from '../database/documents.ts';
import { type Truth, textsByLanguage } from '../database/truth.ts';
import { outletsOf, type RenditionRow, renditionQuery, renditionReader } from '../statements/renditions.ts';
import type { Passage } from './schema.ts';

/** A rendition with what is short of its statement. */
type Row = RenditionRow & { statement: string; said_on: string | null };

/** How many renditions are read at a time; bounds the memory that a derivation takes. */
const batch = 1_000;

/** In the order of sources, and of the text of each. */
const nextRows = `
  SELECT found.*, said_on FROM (${renditionQuery}) AS found JOIN statement ON statement.id = found.statement
  WHERE (source, paragraph, start_offset, found.id) > (?, ?, ?, ?)
  ORDER BY source, paragraph, start_offset, found.id LIMIT ${batch}`;

/** All renditions, by source and by where they stand in it. */
export function* passageDocuments(truth: Truth): Iterable<Document> {
  const next = truth.database.prepare(nextRows);
  const read = passageReader(truth);
  let after: [string, number, number, string] = ['', 0, 0, ''];
  for (;;) {
    const rows = next.all(...after) as Row[];
    for (const row of rows) yield read(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = [last.source, last.paragraph, last.start_offset, last.id];
  }
}

function passageReader(truth: Truth): (row: Row) => Document {
  const { database } = truth;
  const gist = database.prepare('SELECT language, gist FROM statement_gist WHERE statement = ?').raw();
  const speakers = database
    .prepare('SELECT speaker FROM statement_speaker WHERE statement = ? ORDER BY position')
    .pluck();
  const renditionOf = renditionReader(truth);

  return (row) => {
    const statement: Passage['statement'] = {
      id: row.statement,
      href: `/statements/${row.statement}`,
      speakers: (speakers.all(row.statement) as string[]).map(truth.agent),
      gist: textsByLanguage(gist.all(row.statement) as [string, string][]),
      saidOn: row.said_on,
    };
    const { id, href, ...rest } = renditionOf(row);
    const body: Passage = { id, href, statement, ...rest };
    const sortKey = `${row.source} ${String(row.start_offset).padStart(12, '0')} ${id}`;
    return { id, sortKey, weight: row.end_offset - row.start_offset, body, terms: passageTerms(body, row) };
  };
}

function* passageTerms({ statement, source, mode, language }: Passage, row: Row): Iterable<[string, string]> {
  for (const { id } of statement.speakers) yield ['speaker', id];
  yield ['source', source.id];
  for (const outlet of outletsOf(row)) yield ['outlet', outlet];
  yield ['mode', mode];
  yield ['language', language];
}
