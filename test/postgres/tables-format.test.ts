// The number of the layout in PostgreSQL: servers refuse any other, so it must change with the tables and with what their bytes mean.
import { createHash } from 'node:crypto';
import t from 'tap';
import { documentWriter } from '../../src/ingest/derive/document-writer.ts';
import { rowsOf } from '../../src/postgres/publish/rows.ts';
import { createIndexes, createTable } from '../../src/postgres/publish/schema.ts';
import { tables, tablesFormat } from '../../src/postgres/tables.ts';
import { emptyDatabase } from '../../src/sqlite/open.ts';

/** What is known of this format: a digest of the tables, and one of the rows of documents that never change. */
const known = {
  tablesFormat: 2,
  layout: '7d91c735785970edd1b3a561cb8e52a97594c3afa150bbde6bb728cf7ddaef91',
  rows: '0cef2c981f3fdea3373caddfedc6100808fa0f2a988198bb87f286129e178b13',
};

const why = `increase tablesFormat in src/postgres/tables.ts if a server of the last release could not read these tables, or would
  read them wrongly; then note what was found here`;

t.test('the tables and their bytes are those that are known for this format', async (t) => {
  const layout = createHash('sha256');
  for (const table of tables)
    layout.update([createTable('x', table), ...createIndexes('x', table)].join(';\n'));
  const rows = createHash('sha256');
  const database = documentsThatNeverChange();
  for (const table of tables)
    for (const row of rowsOf(database, table)) rows.update(JSON.stringify([table.name, row]));
  database.close();
  const found = { tablesFormat, layout: layout.digest('hex'), rows: rows.digest('hex') };
  t.same(found, known, why);
});

/** Words without affixes in any language, sets of one document and of many, and documents in several blocks. */
function documentsThatNeverChange() {
  const database = emptyDatabase();
  const writer = documentWriter(database);
  for (let number = 1; number <= 70_000; number += 1) {
    writer.write('statements', {
      id: String(number),
      sortKey: String(number).padStart(5, '0'),
      weight: number % 3,
      body: {},
      terms: [
        ['mode', number % 2 === 0 ? 'even' : 'odd'],
        ...(number % 1_000 === 0 ? ([['topic', 'rare']] as const) : []),
      ],
      ...(number % 500 === 0
        ? { text: { quoted: ['71 73'], own: [String(number), '71'], names: [['79']] } }
        : {}),
    });
  }
  writer.finish();
  return database;
}
