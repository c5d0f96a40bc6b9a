// Takes over from the old database what the input does not change: rows as they are, in the order of their keys.
import type { Database } from '../../sqlite/open.ts';
import type { Pause } from '../pause.ts';
import { truthTables } from './truth-tables.ts';

/** What is known of earlier states; it is taken over as a whole. */
const history = ['dataset_state', 'document_digest', 'document_change'];

/** What tells of the database as a whole, in one row. */
export const carryDataset = (database: Database): void => carryAll(database, 'dataset');

/** Fills the empty tables with every record that is neither changed nor removed, and with the history. */
export async function carryOver(database: Database, pause: Pause): Promise<void> {
  database.exec(dropped);
  const hasDropped = database.prepare('SELECT 1 FROM dropped WHERE namespace = ? LIMIT 1');
  for (const { table, namespace, owner } of truthTables) {
    if (hasDropped.get(namespace) === undefined) carryAll(database, table);
    else carry(database, table, `'${namespace}'`, owner);
    await pause(0);
  }
  carryQuotes(database);
  await pause(0);
  for (const table of ['record', 'retired_id']) {
    carry(database, table, namespaceOfRow, table === 'record' ? 'id' : 'successor');
  }
  for (const table of history) carryAll(database, table);
  await pause(0);
}

/** Records whose rows are not taken over, by what they share their ids with. */
const dropped = `
  CREATE TEMP TABLE dropped (namespace TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (namespace, id)) STRICT, WITHOUT ROWID;
  INSERT INTO dropped SELECT namespace, id FROM staged WHERE status = 'changed';
  INSERT OR IGNORE INTO dropped
    SELECT iif(kind IN ('person', 'organization'), 'agent', kind), id FROM removed`;

const namespaceOfRow = "iif(kept.kind IN ('person', 'organization'), 'agent', kept.kind)";

/** SQLite copies the pages' cells as they are where nothing is left out. */
const carryAll = (database: Database, table: string): void => {
  database.exec(`INSERT INTO main.${table} SELECT * FROM old.${table}`);
};

function carry(database: Database, table: string, namespace: string, owner: string): void {
  database.exec(`
    INSERT INTO main.${table} SELECT * FROM old.${table} AS kept
    WHERE NOT EXISTS (SELECT 1 FROM dropped WHERE namespace = ${namespace} AND id = kept.${owner})`);
}

/** Quotes belong to renditions, and these to statements. */
function carryQuotes(database: Database): void {
  database.exec(`
    INSERT INTO main.rendition_quote SELECT * FROM old.rendition_quote AS kept
    WHERE EXISTS (SELECT 1 FROM main.rendition WHERE id = kept.rendition)`);
}
