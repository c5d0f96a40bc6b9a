// Rows of a table from documents: the values at paths into their JSON.

/** What stands in the rows. */
export interface Table {
  /**
   * Paths into the JSON as `fields=` takes them; they are the names of the columns, too. One that ends in `.*` leads to texts by
   * language, and is a column for each of the main languages of the dataset. A number leads to that entry of a list.
   */
  columns: readonly string[];
  /** The list in each document that has a row for each of its entries; otherwise a document is a row. */
  rows?: string | undefined;
}

/** A cell; numbers are no texts, so that a negative one is no formula. */
type Cell = string | number | null;

/** Separates the values of a cell that holds several; a backslash stands before one that belongs to a value. */
const separator = '|';

/** The columns of a table in a dataset with these main languages. */
export const columnsIn = ({ columns }: Table, languages: readonly string[]): string[] =>
  columns.flatMap((column) =>
    column.endsWith('.*') ? languages.map((language) => `${column.slice(0, -1)}${language}`) : [column],
  );

/** Makes the function that gives the rows of a document: one, or one for each entry of the list that has rows of its own. */
export function rowReader(table: Table, languages: readonly string[]): (json: string) => Cell[][] {
  const { rows } = table;
  const paths = columnsIn(table, languages).map((column) => column.split('.'));
  return (text) => {
    const document = JSON.parse(text) as Record<string, unknown>;
    if (rows === undefined) return [paths.map((path) => valueAt(document, path))];
    return (document[rows] as unknown[]).map((entry) =>
      paths.map((path) => (path[0] === rows ? valueAt(entry, path.slice(1)) : valueAt(document, path))),
    );
  };
}

/** The text, number or truth value at a path. A list gives its values in order, an empty one for each that is missing. */
function valueAt(value: unknown, path: readonly string[]): Cell {
  if (Array.isArray(value) && isNumber(path[0])) return valueAt(value[Number(path[0])], path.slice(1));
  if (Array.isArray(value)) return value.map((each) => escaped(valueAt(each, path))).join(separator);
  const [step, ...rest] = path;
  if (step === undefined) return cellOf(value);
  if (typeof value !== 'object' || value === null) return null;
  return valueAt((value as Record<string, unknown>)[step], rest);
}

const isNumber = (step: string | undefined): boolean => step !== undefined && /^\d+$/.test(step);

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? String(value) : null;
}

const escaped = (value: Cell): string => String(value ?? '').replace(/[\\|]/g, '\\$&');
