// Imports a CSV of quotations: a row for each report of something that somebody said.
import path from 'node:path';
import { type Importing, Unreadable } from '../importing.ts';
import { Statements } from '../statements.ts';
import { type Column, columnNamed, isOurs } from './csv-columns.ts';
import { Row } from './csv-row.ts';
import { csvRows } from './csv-rows.ts';
import { importRow } from './csv-statement.ts';

/** Reads the file and makes a rendition of each row; rows with the same words of the same speaker join one statement. */
export async function importCsv(file: string, importing: Importing): Promise<void> {
  const statements = new Statements(importing);
  let columns: readonly (Column | null)[] | null = null;
  let isOwn = false;
  for await (const { cells, line } of csvRows(file)) {
    if (columns === null) {
      columns = columnsOf(cells, line, importing);
      isOwn = isOurs(cells);
      continue;
    }
    importing.tally.read('rows');
    const row = new Row(columns, cells, isOwn);
    importing.attempt('row', line, () =>
      importRow({ row, line, importing }, path.basename(file), statements),
    );
  }
  if (columns === null) throw new Unreadable(1, 1, 'is empty; the first line names the columns');
}

function columnsOf(header: readonly string[], line: number, importing: Importing): (Column | null)[] {
  const { columns: mapped } = importing.settings;
  const names = header.map((name) => name.trim());
  const isOfRenditions = names.includes('statement.id');
  const unknown = [...mapped.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Unreadable(
      line,
      1,
      `has no column '${unknown}', which --map names; its columns are ${names.join(', ')}`,
    );
  }
  const columns = names.map((name) => {
    const field = mapped.get(name);
    const column = field === undefined ? columnNamed(name, isOfRenditions) : columnNamed(field, false);
    if (column === null || !('message' in column)) return column;
    const way = `; --map '${name}=<field>' gives it one`;
    importing.tally.leaveOut(`column '${name}'`, column.message + (column.message.includes('?') ? '' : way));
    return null;
  });
  const has = (field: string): boolean => columns.some((column) => column?.field === field);
  if (!has('speakers')) throw new Unreadable(line, 1, missing('the speaker', 'speaker', names));
  if (!has('renditions.quotes.text') && !has('gist'))
    throw new Unreadable(line, 1, missing('what was said', 'quote', names));
  return columns;
}

const missing = (what: string, field: string, names: readonly string[]): string =>
  `no column holds ${what}; name one '${field}', or say which it is with --map <column>=${field} (columns: ${names.join(', ')})`;
