// Reads renditions with their statements from the truth and makes the answers of /renditions.
import { type Batch, beginWalk, type Walk } from '../database/batches.ts';
import type { Document } from '../database/documents.ts';
import { type Truth, textsByLanguage } from '../database/truth.ts';
import {
  outletsOf,
  type QuoteRow,
  quoteColumns,
  type RenditionRow,
  renditionColumns,
  renditionOf,
} from '../statements/renditions.ts';
import type { Rendition } from '../statements/schema.ts';
import type { Passage } from './schema.ts';

type SpokenRow = [number: number, speaker: string];
type TextRow = [number: number, language: string, text: string];

/** All renditions, by source and by where they stand in it. */
export function* passageDocuments(truth: Truth): Iterable<Document> {
  const walk = beginWalk(
    truth.database,
    'passage_walk',
    'SELECT id FROM rendition ORDER BY source, paragraph, start_offset, id',
  );
  try {
    const read = passageReader(truth, walk);
    for (const batch of walk.batches()) yield* read(batch);
  } finally {
    walk.end();
  }
}

/** Rows of the statement that each of them renders. */
const ofStatement = (columns: string, table: string, order: string): string => `
  SELECT number, ${columns} FROM passage_walk CROSS JOIN rendition USING (id)
  CROSS JOIN ${table} ON ${table}.statement = rendition.statement WHERE $batch ORDER BY number, ${table}.${order}`;

/** Makes the function that reads a batch: one query for each table. */
function passageReader(truth: Truth, walk: Walk): (batch: Batch) => Iterable<Document> {
  const renditions = walk.rows<[...RenditionRow, saidOn: string | null]>(`
    SELECT number, ${renditionColumns}, said_on FROM passage_walk CROSS JOIN rendition USING (id)
    CROSS JOIN statement ON statement.id = statement WHERE $batch`);
  const quotes = walk.rows<QuoteRow>(`
    SELECT number, ${quoteColumns} FROM passage_walk CROSS JOIN rendition_quote ON rendition = id
    WHERE $batch ORDER BY number, position`);
  const gists = walk.rows<TextRow>(
    ofStatement('statement_gist.language, gist', 'statement_gist', 'language'),
  );
  const speakers = walk.rows<SpokenRow>(ofStatement('speaker', 'statement_speaker', 'position'));

  return function* read(batch) {
    const [quoted, gist, said] = [quotes(batch), gists(batch), speakers(batch)];
    for (const [at, [row]] of renditions(batch).entries()) {
      const [...columns] = row as [...RenditionRow, string | null];
      const saidOn = columns.pop() as string | null;
      const rendition = renditionOf(truth, columns as unknown as RenditionRow, quoted[at] as QuoteRow[]);
      yield documentOf(rendition, {
        id: columns[2],
        href: `/statements/${columns[2]}`,
        speakers: (said[at] as SpokenRow[]).map(([, speaker]) => truth.agent(speaker)),
        gist: textsByLanguage((gist[at] as TextRow[]).map(([, language, text]) => [language, text])),
        saidOn,
      });
    }
  };
}

function documentOf({ id, href, ...rest }: Rendition, statement: Passage['statement']): Document {
  const body: Passage = { id, href, statement, ...rest };
  const sortKey = `${body.source.id} ${String(body.start).padStart(12, '0')} ${id}`;
  return { id, sortKey, weight: body.end - body.start, body, terms: passageTerms(body) };
}

function* passageTerms(passage: Passage): Iterable<[string, string]> {
  const { statement, source, mode, language } = passage;
  for (const { id } of statement.speakers) yield ['speaker', id];
  yield ['source', source.id];
  for (const outlet of outletsOf(passage)) yield ['outlet', outlet];
  yield ['mode', mode];
  yield ['language', language];
}
