// Rows of CSV (RFC 4180) from documents, as bytes: a character for each byte that the text has in UTF-8 (`src/text/bytes.ts`).

/** What stands in the rows. */
export interface Table {
  /** Paths into the JSON as `fields=` takes them; they are the names of the columns, too. */
  columns: readonly string[];
  /** The list in each document that has a row for each of its entries; otherwise a document is a row. */
  rows?: string;
}

/** Lines end so, the last one too (RFC 4180, 2.1 and 2.2). */
export const lineEnd = '\r\n';

/** Separates the values of a cell that holds several; a backslash stands before one that belongs to a value. */
const separator = '|';

/** A cell that holds one of these stands in quotation marks (RFC 4180, 2.6). */
const PARTING = /[",\r\n]/;

/**
 * What a spreadsheet takes for the beginning of a formula: `=`, `+`, `-`, `@`, tab and carriage return, and the first four in full
 * width, U+FF1D, U+FF0B, U+FF0D and U+FF20 (OWASP, CSV Injection).
 */
const FORMULA = /^(?:[=+\-@\t\r]|\xef\xbc[\x9d\x8b\x8d\xa0])/;

/** Gives the lines of a document, whose texts are bytes: one, or one for each entry of the list that has rows of its own. */
export function rowWriter({ columns, rows }: Table): (document: Record<string, unknown>) => string {
  const paths = columns.map((column, at) => ({ at, path: column.split('.') }));
  const ofRow = paths.filter(({ path }) => path[0] === rows);
  const ofDocument = paths.filter(({ path }) => path[0] !== rows);
  const cells = new Array<string>(columns.length);
  return (document) => {
    for (const { at, path } of ofDocument) cells[at] = cellOf(document, path, 0);
    if (rows === undefined) return cells.join(',') + lineEnd;
    let lines = '';
    for (const part of document[rows] as unknown[]) {
      for (const { at, path } of ofRow) cells[at] = cellOf(part, path, 1);
      lines += cells.join(',') + lineEnd;
    }
    return lines;
  };
}

/** The cell of the value at the rest of a path, from a step on. A number is no formula, a negative one neither. */
function cellOf(value: unknown, path: readonly string[], from: number): string {
  const found = valueAt(value, path, from);
  if (typeof found !== 'string') return found === null ? '' : String(found);
  const cell = FORMULA.test(found) ? `'${found}` : found;
  return PARTING.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A text or a number, or the values of a list in its order, an empty one for each that is missing. */
function valueAt(value: unknown, path: readonly string[], from: number): string | number | null {
  let found = value;
  for (let at = from; at < path.length; at += 1) {
    if (Array.isArray(found)) return joined(found, path, at);
    if (typeof found !== 'object' || found === null) return null;
    found = (found as Record<string, unknown>)[path[at] as string];
  }
  if (Array.isArray(found)) return joined(found, path, path.length);
  return typeof found === 'string' || typeof found === 'number' ? found : null;
}

const joined = (list: readonly unknown[], path: readonly string[], from: number): string =>
  list.map((each) => String(valueAt(each, path, from) ?? '').replace(/[\\|]/g, '\\$&')).join(separator);
