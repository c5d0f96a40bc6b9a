// Reads one version: statements are run on whichever host has it, and its schema is named in each of them.
import { buffer } from 'node:stream/consumers';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { copiedRows, type Field, viewedRows } from './copy-fields.ts';
import type { Current, Hosts } from './hosts.ts';
import type { Statement } from './statements.ts';

/** A version of the data, from which everything of a request is read. */
export interface Reader {
  /** The rows of a statement. */
  rows<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** The rows of a query by COPY, which sends bytes as they are. */
  copy(query: string): Promise<Field[][]>;
  /** The same for text, which need not be copied once more. */
  copyText(query: string): Promise<(Buffer | null)[][]>;
}

/** Reads a version from these hosts. Every error is a DatabaseError. A COPY takes `timeout` milliseconds at most. */
export function readerOf(hosts: Hosts, { number, schema }: Current, timeout: number): Reader {
  const texts = new Map<string, string>();
  const inSchema = (text: string): string => text.replaceAll('@', `${schema}.`);

  const copied = (query: string): Promise<Buffer> =>
    hosts.run(number, (client) => copyFrom(client, inSchema(query), timeout));

  function textOf({ name, text }: Statement): string {
    const known = texts.get(name) ?? inSchema(text);
    texts.set(name, known);
    return known;
  }

  return {
    rows<Row>(statement: Statement, values: readonly unknown[] = []) {
      const query = {
        name: `${schema}.${statement.name}`,
        text: textOf(statement),
        values: values.map(withoutNul),
      };
      return hosts.run(number, async (client) => (await client.query(query)).rows as Row[]);
    },
    copy: async (query) => [...copiedRows(await copied(query))],
    copyText: async (query) => [...viewedRows(await copied(query))],
  };
}

/** PostgreSQL has no text with NUL, so nothing equals one; nothing equals what is asked for instead, which is no character. */
function withoutNul(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNul);
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uffff') : value;
}

async function copyFrom(client: PoolClient, query: string, timeout: number): Promise<Buffer> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`));
  const timer = setTimeout(() => stream.destroy(new Error('timeout of a COPY')), timeout);
  try {
    return await buffer(stream);
  } finally {
    clearTimeout(timer);
  }
}
