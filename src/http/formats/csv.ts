// CSV (RFC 4180): a row for each document, or for each part of it; columns are paths into its JSON.
import { type Options, stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { StreamFormat } from './format.ts';

/** What stands in the rows. */
export interface Table {
  /** Paths into the JSON as `fields=` takes them; they are the names of the columns, too. */
  columns: readonly string[];
  /** The list in each document that has a row for each of its entries; otherwise a document is a row. */
  rows?: string;
}

/** The parameter that CSV takes. */
export const csvParameters = {
  bom: z.enum(['0', '1']).optional().meta({
    description:
      '`1` begins CSV with a byte order mark, without which Excel takes UTF-8 for something else. No other format looks at it.',
  }),
};

/** Separates the values of a cell that holds several; a backslash stands before one that belongs to a value. */
const separator = '|';

/**
 * Lines end in CRLF, and a cell with either half of it is quoted (RFC 4180, 2). A text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, CSV Injection); a number is a number and stays as it is, negative ones too.
 */
const dialect: Options = { record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true };

/** Makes the format. Its name for `header` is registered with RFC 4180, 3. */
export const csv = (table: Table): StreamFormat => ({
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  description: `Every match as a table, a row for each${table.rows ? ` of its ${table.rows}` : ''}; a page where \`limit\` is set.`,
  schema: z.string().meta({ description: 'RFC 4180, with a header line.', examples: [headerOf(table)] }),
  *stream(bodies, { query }) {
    yield headerOf(table, { bom: query['bom'] === '1' });
    const paths = table.columns.map((column) => column.split('.'));
    let rows: Cell[][] = [];
    for (const body of bodies) {
      for (const row of rowsOf(table, parsed(body))) rows.push(paths.map((path) => cellOf(row, path, 0)));
      if (rows.length < batch) continue;
      yield stringify(rows, dialect);
      rows = [];
    }
    yield stringify(rows, dialect);
  },
});

const headerOf = ({ columns }: Table, options: Options = {}): string =>
  stringify([[...columns]], { ...dialect, ...options });

const parsed = (body: Buffer) => JSON.parse(body.toString('utf8')) as Record<string, unknown>;

type Cell = string | number | null;

/** So many rows are written at a time: to begin with costs more than a row. */
const batch = 200;

/** The document, or one for each entry of the list that has rows of its own. */
function rowsOf({ rows }: Table, document: Record<string, unknown>): Record<string, unknown>[] {
  if (rows === undefined) return [document];
  return (document[rows] as unknown[]).map((part) => ({ ...document, [rows]: part }));
}

/** The value at the rest of a path, from a step on; the values of a list in its order, an empty one for each that is missing. */
function cellOf(value: unknown, path: readonly string[], from: number): Cell {
  if (Array.isArray(value)) {
    const cells = value.map((each) => String(cellOf(each, path, from) ?? ''));
    return cells.map((cell) => cell.replace(/[\\|]/g, '\\$&')).join(separator);
  }
  const step = path[from];
  if (step !== undefined) return isObject(value) ? cellOf(value[step], path, from + 1) : null;
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
