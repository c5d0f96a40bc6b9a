// CSV (RFC 4180): a row for each document, or for each part of it; columns are paths into its JSON.
import { z } from 'zod';
import { bufferOf } from '../../text/bytes.ts';
import { lineEnd, rowWriter, type Table } from './csv-rows.ts';
import type { StreamFormat } from './format.ts';

/** The parameter that CSV takes. */
export const csvParameters = {
  bom: z.enum(['0', '1']).optional().meta({
    description:
      '`1` begins CSV with a byte order mark, without which Excel takes UTF-8 for something else. No other format looks at it.',
  }),
};

/** Rows are gathered to about so many bytes: each piece has its price on the way. */
const pieceSize = 16 * 1024;

/** Makes the format. Its name for `header` is registered with RFC 4180, 3. */
export const csv = (table: Table): StreamFormat => ({
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  description: `Every match as a table, a row for each${table.rows ? ` of its ${table.rows}` : ''}; a page where \`limit\` is set.`,
  schema: z.string().meta({ description: 'RFC 4180, with a header line.', examples: [headerOf(table)] }),
  *stream(bodies, { query }) {
    yield query['bom'] === '1' ? `\ufeff${headerOf(table)}` : headerOf(table);
    const linesOf = rowWriter(table);
    let lines = '';
    for (const body of bodies) {
      lines += linesOf(JSON.parse(body.toString('latin1')) as Record<string, unknown>);
      if (lines.length < pieceSize) continue;
      yield bufferOf(lines);
      lines = '';
    }
    yield bufferOf(lines);
  },
});

const headerOf = ({ columns }: Table): string => columns.join(',') + lineEnd;
