// The hosts of an address: which of them answer, what each of them serves, and on which of them a statement is run.
import { Pool, type PoolClient } from 'pg';
import { DatabaseError } from '../store/errors.ts';
import type { HostAddress } from './address.ts';
import { details, explain, isMissing, isOfConnection, readError } from './errors.ts';
import { currentQuery } from './statements.ts';

/** Bounds of what a process asks of each host. */
export interface HostLimits {
  /** Connections at a time. */
  connections: number;
  /** How long a statement may take, in milliseconds. */
  timeout: number;
}

/** A version that a host serves. */
export interface Current {
  number: number;
  schema: string;
  version: string;
  derivation: string;
  format: number;
}

/** How long a host may take to accept a connection, and how long a statement may wait for one, in milliseconds. */
const connectMs = 2_000;

/** Beyond the statement's own time, in milliseconds: then the host or the way to it is silent. */
const silenceMs = 1_000;

/** Connections are made anew after this, in seconds: they hold the prepared statements of versions that are gone. */
const connectionLifetime = 1_800;

interface Host {
  name: string;
  pool: Pool;
  /** A connection of its own, so that looking does not wait behind requests. */
  looking: Pool;
  isReplica: boolean;
  /** Null where nothing is published. */
  current: Current | null;
  /** Why it is not asked now. */
  error: Error | null;
}

export class Hosts {
  readonly #hosts: Host[];
  #turn = 0;
  #looking: Promise<void> | null = null;

  constructor(addresses: readonly HostAddress[], { connections, timeout }: HostLimits) {
    this.#hosts = addresses.map(({ name, connection }) => {
      const shared = {
        ...connection,
        connectionTimeoutMillis: connectMs,
        keepAlive: true,
        application_name: 'summit-record',
        maxLifetimeSeconds: connectionLifetime,
      };
      const pool = new Pool({
        ...shared,
        max: connections,
        statement_timeout: timeout,
        query_timeout: timeout + silenceMs,
      });
      const looking = new Pool({ ...shared, max: 1, query_timeout: connectMs });
      for (const each of [pool, looking]) outliveErrors(each);
      return { name, pool, looking, isReplica: false, current: null, error: new Error('not asked yet') };
    });
  }

  /** Asks every host what it serves. Calls at the same time share one look. */
  look(): Promise<void> {
    this.#looking ??= Promise.all(this.#hosts.map(lookAt)).then(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** The newest version that a host serves. Null where hosts answer, and serve none. Throws a DatabaseError where none answers. */
  newest(): Current | null {
    const found = this.#hosts.filter(({ error }) => error === null);
    if (found.length === 0) throw this.#unreachable();
    return found
      .map(({ current }) => current)
      .reduce((best, each) => (each && (!best || each.number > best.number) ? each : best), null);
  }

  /**
   * Runs work that reads the version with this number, on a replica where one has it. Where a connection fails, the next host
   * is asked, and after a look at all hosts each of them once more.
   */
  async run<T>(version: number, work: (client: PoolClient) => Promise<T>): Promise<T> {
    let last: { host: Host; error: unknown } | null = null;
    for (let round = 0; round < 2; round++) {
      for (const host of this.#holders(version)) {
        try {
          return await runOn(host, work);
        } catch (error) {
          if (!isOfConnection(error)) throw readError(host.name, error);
          if (isTooBusy(host, error)) throw readError(host.name, error);
          host.error = error as Error;
          last = { host, error };
        }
      }
      if (round === 0) await this.look();
    }
    throw last ? readError(last.host.name, last.error) : this.#unreachable();
  }

  async close(): Promise<void> {
    await Promise.all(this.#hosts.flatMap(({ pool, looking }) => [pool.end(), looking.end()]));
  }

  /** The hosts that have a version: replicas first, in turn. */
  #holders(version: number): Host[] {
    const holders = this.#hosts.filter(
      ({ error, current }) => error === null && current !== null && current.number >= version,
    );
    this.#turn = (this.#turn + 1) % Math.max(holders.length, 1);
    const inTurn = [...holders.slice(this.#turn), ...holders.slice(0, this.#turn)];
    return inTurn.sort((a, b) => Number(b.isReplica) - Number(a.isReplica));
  }

  #unreachable(): DatabaseError {
    const reasons = this.#hosts.map(
      ({ name, error }) => `${name}: ${error ? explain(error) : 'has another version'}`,
    );
    return new DatabaseError(reasons.join('\n'), { detail: details.away, isPassing: true });
  }
}

/** A connection that the server ends tells so by an event, whether it is idle or not; without a listener the process would end. */
function outliveErrors(pool: Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

async function lookAt(host: Host): Promise<void> {
  try {
    const { rows } = await host.looking.query<Current & { replica: boolean }>(currentQuery);
    const [row] = rows;
    host.isReplica = row?.replica === true;
    host.current = row && row.number !== null ? row : null;
    host.error = null;
  } catch (error) {
    host.current = null;
    host.error = isMissing(error) ? null : (error as Error); // nothing was ever published there
  }
}

/** A connection on which something failed is not used again. */
async function runOn<T>({ pool }: Host, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await work(client);
    failed = false;
    return result;
  } finally {
    client.release(failed);
  }
}

/** Whether the error only says that all connections were in use: the host itself may be well. */
const isTooBusy = ({ pool }: Host, error: unknown): boolean =>
  pool.totalCount >= pool.options.max && /timeout exceeded when trying to connect/.test(String(error));
