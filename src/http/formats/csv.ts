// CSV (RFC 4180): a row for each document, or for each part of it; columns are paths into its JSON.

import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { rowReader, type Table } from './csv-rows.ts';
import type { StreamFormat } from './format.ts';

/** The parameter that CSV takes. */
export const csvParameters = {
  bom: z.enum(['0', '1']).optional().meta({
    description:
      '`1` begins CSV with a byte order mark, without which Excel takes UTF-8 for something else. No other format looks at it.',
  }),
};

/** Makes the format. Its name for `header` is registered with RFC 4180, 3. */
export function csv(table: Table): StreamFormat {
  const rowsOf = rowReader(table);
  return {
    name: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    description: `Every match as a table, a row for each${table.rows ? ` of its ${table.rows}` : ''}; a page where \`limit\` is set.`,
    schema: z.string().meta({ description: 'RFC 4180, with a header line.', examples: [headerOf(table)] }),
    head: ({ bom }) => Buffer.from(bom === '1' ? `\ufeff${headerOf(table)}` : headerOf(table)),
    rows: (bodies) => Buffer.from(stringify(bodies.flatMap(rowsOf), options)),
  };
}

/** Cells are quoted where a half of a line end stands in them, and what a spreadsheet would take for a formula is escaped. */
const options = { record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true };

const headerOf = ({ columns }: Table): string => stringify([columns], options);
