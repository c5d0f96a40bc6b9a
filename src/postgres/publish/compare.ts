// Compares what arrived in PostgreSQL with the SQLite file, before it is served: all counts, and the bytes of a sample.
import { buffer } from 'node:stream/consumers';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../../sqlite/open.ts';
import { DatabaseError } from '../../store/errors.ts';
import { counted } from '../../text/counted.ts';
import type { Table } from '../tables.ts';
import { copyChunks } from './copy-rows.ts';
import { sampledRows, sampleOf } from './rows.ts';
import { listed } from './schema.ts';

/** Throws a DatabaseError where a table differs. */
export async function assertSame(
  client: Client,
  database: Database,
  schema: string,
  table: Table,
  count: number,
): Promise<void> {
  const name = `${schema}.${table.name}`;
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${name}`);
  if (rows[0]?.count !== count)
    throw new DatabaseError(
      `${name}: ${rows[0]?.count} of ${counted(count, 'row')} arrived; run the command again`,
    );
  const condition = sampleOf(table, count);
  if (condition === null) return;
  const sample = sampledRows(database, table, condition);
  const sent = Buffer.concat([...copyChunks(sample, Object.values(table.columns))]);
  const columns = listed(Object.keys(table.columns));
  const query = `SELECT ${columns} FROM ${name} WHERE ${condition} ORDER BY ${listed(table.key)}`;
  const arrived = await buffer(client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`)));
  if (!sent.equals(arrived))
    throw new DatabaseError(
      `${name}: its rows arrived changed; check the server's storage, then run the command again`,
    );
}
