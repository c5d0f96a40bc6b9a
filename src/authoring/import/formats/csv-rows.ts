// Reads the rows of a CSV as a stream, with the line of each; says where and how it is no CSV.
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { Unreadable } from '../importing.ts';
import { textsOf } from './text-stream.ts';

/** Cells of one row, and the line on which it begins. */
export interface CsvRow {
  cells: string[];
  line: number;
}

const delimiters = [',', ';', '\t'];

/** Yields the rows, the header among them. Throws Unreadable, and what the file system throws. */
export async function* csvRows(file: string): AsyncGenerator<CsvRow> {
  const texts = textsOf(file, 'save it as "CSV UTF-8"');
  const first = await texts.next();
  const start = first.done === true ? '' : first.value;
  const parser = parse({ delimiter: delimiterIn(start), info: true, relax_column_count: true });
  const feeding = pipeline(joined(start, texts), parser);
  feeding.catch(() => undefined); // awaited below, unless whoever asked for the rows has stopped
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const breaks = record.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
      if (record.some((cell) => cell.trim() !== '')) yield { cells: record, line: info.lines - breaks };
    }
    await feeding;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    throw new Unreadable(lines ?? 1, 1, `is no CSV: ${error.message}`);
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

async function* joined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** The delimiter that stands most often in the first line, outside of quotation marks. */
function delimiterIn(start: string): string {
  const [header = ''] = start.replace(/"[^"]*"/g, '').split(/\r?\n/, 1);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}
