// Connects to the host that takes writes, and says what is wrong where that cannot be.
import { Client } from 'pg';
import { DatabaseError } from '../../store/errors.ts';
import type { HostAddress } from '../address.ts';
import { explain } from '../errors.ts';

/** How long a host may take to accept a connection, in milliseconds. */
const connectMs = 10_000;

/** A connection to the primary. */
export interface Primary {
  /** Runs the work and closes the connection. Throws a DatabaseError where PostgreSQL refuses. */
  run<T>(work: (client: Client) => Promise<T>): Promise<T>;
}

/** A client that is not connected yet. Throws where a file that the address names cannot be read. */
function clientFor(connection: HostAddress['connection']): Client {
  const client = new Client({
    ...connection,
    connectionTimeoutMillis: connectMs,
    application_name: 'summit-record publish',
    keepAlive: true,
  });
  client.on('error', () => undefined); // the query under way fails with it
  return client;
}

/** Connects to the first host that is no replica. Throws a DatabaseError that names each host with its reason. */
export async function connectToPrimary(hosts: readonly HostAddress[]): Promise<Primary> {
  const reasons: string[] = [];
  for (const { name, connection } of hosts) {
    let client: Client | undefined;
    try {
      const opened = clientFor(connection);
      client = opened;
      await opened.connect();
      const { rows } = await opened.query<{ replica: boolean }>('SELECT pg_is_in_recovery() AS replica');
      if (!rows[0]?.replica) return { run: (work) => runOn(opened, name, work) };
      reasons.push(`${name}: a replica, which takes no writes`);
    } catch (error) {
      reasons.push(`${name}: ${explain(error)}`);
    }
    await client?.end().catch(() => undefined);
  }
  throw new DatabaseError(reasons.join('\n'));
}

async function runOn<T>(client: Client, name: string, work: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await work(client);
  } catch (error) {
    if (error instanceof DatabaseError)
      throw new DatabaseError(`${name}: ${error.message}`, { cause: error });
    throw new DatabaseError(`${name}: ${explain(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
