// Which versions a database holds, and how old ones are dropped.
import type { Client } from 'pg';

/** A version as it was published. */
export interface Publication {
  /** Counts up with each publish. */
  number: number;
  schema: string;
  version: string;
  derivation: string;
  /** When the answers were derived: ISO 8601, UTC. */
  derivedAt: string;
  format: number;
}

/** All versions, the newest first, and the one that is served. */
export async function publications(
  client: Client,
): Promise<{ all: Publication[]; current: Publication | null }> {
  const { rows: made } = await client.query(
    `SELECT to_regclass('summit.publication') IS NOT NULL AND to_regclass('summit.current') IS NOT NULL AS "exists"`,
  );
  if (!made[0].exists) return { all: [], current: null };
  const { rows: all } = await client.query<Publication>(
    `SELECT number, schema, version, derivation, derived_at AS "derivedAt", format
     FROM summit.publication ORDER BY number DESC`,
  );
  const { rows: current } = await client.query<{ number: number }>('SELECT number FROM summit.current');
  return { all, current: all.find(({ number }) => number === current[0]?.number) ?? null };
}

/** How long a drop waits for those who read the schema. Meanwhile others who begin to read it wait, too. */
const lockTimeout = '2s';

/** SQLSTATE of a lock that was not to be had in time. */
const lockNotAvailable = '55P03';

/** Drops schemas, each in a transaction of its own. One that is still read stays until the next publish. */
export async function dropOld(
  client: Client,
  old: readonly Publication[],
): Promise<{ dropped: string[]; inUse: string[] }> {
  const dropped: string[] = [];
  const inUse: string[] = [];
  for (const { number, schema } of old) {
    try {
      await client.query('BEGIN');
      await client.query(`SET LOCAL lock_timeout = '${lockTimeout}'`);
      await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await client.query('DELETE FROM summit.publication WHERE number = $1', [number]);
      await client.query('COMMIT');
      dropped.push(schema);
    } catch (error) {
      await client.query('ROLLBACK');
      if ((error as { code?: string }).code !== lockNotAvailable) throw error;
      inUse.push(schema);
    }
  }
  return { dropped, inUse };
}
