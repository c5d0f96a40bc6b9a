// Reads the rows of statements from the truth, many statements at a time.
import { beginWalk } from '../../sqlite/batches.ts';
import type { Database } from '../../sqlite/open.ts';
import { byLanguage } from '../../sqlite/truth.ts';
import { type QuoteRow, quoteColumns, type RenditionRow, renditionColumns } from './renditions.ts';

export type StatementRow = [
  number: number,
  id: string,
  saidOn: string | null,
  event: string | null,
  place: string | null,
];
export type TextRow = [number: number, language: string, text: string];
export type IdRow = [number: number, id: string];
export type MentionRow = [number: number, agent: string | null, place: string | null, event: string | null];

/** The rows of statements that follow one another, each with the number of its statement; those of a table in its order. */
export interface StatementRows {
  statements: StatementRow[];
  gists: TextRow[];
  speakers: IdRow[];
  addressees: IdRow[];
  topics: IdRow[];
  mentions: MentionRow[];
  renditions: RenditionRow[];
  quotes: QuoteRow[];
}

/** All statements, newest first (undated ones last), ties by id; numbered from 1. One query for each table. */
export function* statementBatches(database: Database): Iterable<StatementRows> {
  const walk = beginWalk(
    database,
    'statement_walk',
    'SELECT id FROM statement ORDER BY said_on DESC NULLS LAST, id',
  );
  try {
    const statements = walk.rows<StatementRow>(
      'SELECT number, statement.* FROM statement_walk CROSS JOIN statement USING (id) WHERE $batch',
    );
    const gists = walk.rows<TextRow>(`
      SELECT number, language, gist FROM statement_walk CROSS JOIN statement_gist ON statement = statement_walk.id
      WHERE $batch ${byLanguage.replace('ORDER BY', 'ORDER BY number,')}`);
    const speakers = walk.rows<IdRow>(under('statement_speaker', 'speaker'));
    const addressees = walk.rows<IdRow>(under('statement_addressee', 'addressee'));
    const topics = walk.rows<IdRow>(under('statement_topic', 'topic'));
    const mentions = walk.rows<MentionRow>(under('statement_mention', 'agent, place, event'));
    const renditions = walk.rows<RenditionRow>(renditionsQuery);
    const quotes = walk.rows<QuoteRow>(quotesQuery);
    for (const batch of walk.batches()) {
      yield {
        statements: statements(batch),
        gists: gists(batch),
        speakers: speakers(batch),
        addressees: addressees(batch),
        topics: topics(batch),
        mentions: mentions(batch),
        renditions: renditions(batch),
        quotes: quotes(batch),
      };
    }
  } finally {
    walk.end();
  }
}

/** Rows of a table under the statements, in the order of their positions. */
const under = (table: string, columns: string): string => `
  SELECT number, ${columns} FROM statement_walk CROSS JOIN ${table} ON statement = statement_walk.id
  WHERE $batch ORDER BY number, position`;

const renditionsQuery = `
  SELECT number, ${renditionColumns} FROM statement_walk CROSS JOIN rendition ON statement = statement_walk.id
  WHERE $batch ORDER BY number, source, start_offset, rendition.id`;

const quotesQuery = `
  SELECT number, ${quoteColumns} FROM statement_walk CROSS JOIN rendition ON statement = statement_walk.id
  CROSS JOIN rendition_quote ON rendition = rendition.id
  WHERE $batch ORDER BY number, rendition.position, rendition_quote.position`;
