// CSV (RFC 4180): a row for each document, or for each part of it; columns are paths into its JSON.

import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { pathsOf, readFields } from '../request/fields.ts';
import { jsonUnder } from '../response/base-path.ts';
import { columnsIn, rowReader, type Table } from './csv-rows.ts';
import type { FormatOption, StreamFormat } from './format.ts';

/** The parameter that every CSV takes. */
export const csvParameters = {
  bom: z.enum(['0', '1']).optional().meta({
    description:
      '`1` begins the CSV with a byte order mark, which Excel needs to recognise UTF-8. Only with `format=csv`.',
  }),
};

/** The parameters of a CSV whose documents have parts with rows of their own. */
export const csvParametersWithRows = (whole: string, parts: string) => ({
  ...csvParameters,
  rows: z
    .enum([whole, parts])
    .optional()
    .meta({
      description: `The unit of a CSV row. The default is \`${parts}\`, or \`${whole}\` if \`fields\` names no field of ${parts}. Only with \`format=csv\`.`,
    }),
});

/** Makes the format. Its name for `header` is registered with RFC 4180, 3. */
export function csv(table: Table): StreamFormat {
  const { rows } = table;
  const heeds: FormatOption[] = ['fields', 'bom', ...(rows === undefined ? [] : ['rows' as const])];
  return {
    name: 'csv',
    title: 'CSV',
    mediaType: 'text/csv; charset=utf-8; header=present',
    description: `All matches as a table, a row for each${rows ? ` of their ${rows}` : ''}; one page if \`limit\` is set.`,
    heeds,
    schema: z.string().meta({ description: 'RFC 4180, with a header line.' }),
    writer({ query, languages, item, base }) {
      const asked = askedTable(table, query, item);
      const readRows = rowReader(asked, languages);
      const move = jsonUnder(base);
      const rowsOf = (body: Buffer) => readRows(move(body.toString('utf8')));
      const header = headerOf(asked, languages);
      return {
        head: Buffer.from(query['bom'] === '1' ? `\ufeff${header}` : header),
        rows: (bodies) => Buffer.from(stringify(bodies.flatMap(rowsOf), options)),
      };
    },
  };
}

/** Cells are quoted where a half of a line end stands in them. */
const options = {
  record_delimiter: 'windows',
  quote_record_delimiter: true,
  cast: { string: (text: string): string => withoutFormula(text) },
};

/**
 * An apostrophe stands before a text that a spreadsheet would run as a formula. It also stands before a text that has such an
 * apostrophe of its own, so that a reader can take exactly one off.
 */
const withoutFormula = (text: string): string => (likeFormula.test(text) ? `'${text}` : text);

const likeFormula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

const headerOf = (table: Table, languages: readonly string[]): string =>
  stringify([columnsIn(table, languages)], options);

/** The table with the columns that `fields` names, in that order, and with the rows that `rows` asks for. */
function askedTable(table: Table, query: Record<string, unknown>, item: z.ZodType | undefined): Table {
  const { fields, rows } = query;
  const columns =
    typeof fields === 'string' && item
      ? [...new Set(readFields(item, fields).flatMap((path) => columnsOf(path, table, item)))]
      : null;
  const parts = table.rows;
  const isOfPart = (column: string): boolean => column.startsWith(`${parts}.`);
  if (rows === parts) return { columns: columns ?? table.columns, rows: parts };
  if (rows === undefined && (columns ?? table.columns).some(isOfPart))
    return { columns: columns ?? table.columns, rows: parts };
  return { columns: columns ?? table.columns.filter((column) => !isOfPart(column)) };
}

/** A field is a column. One that holds others gives those of them that the table shows by itself, or else all. */
function columnsOf(path: string, table: Table, item: z.ZodType): string[] {
  const isUnder = (other: string): boolean => other.startsWith(`${path}.`);
  const usual = table.columns.filter(isUnder);
  if (usual.length > 0) return usual;
  const under = [...pathsOf(item)].filter(isUnder);
  const leaves = under.filter((one) => !under.some((other) => other.startsWith(`${one}.`)));
  return leaves.length > 0 ? leaves : [path];
}
