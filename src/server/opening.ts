// Opens the store that DATABASE names: a SQLite file, or PostgreSQL.

import { type Config, ConfigError } from '../config.ts';
import { isPostgres, readAddress } from '../postgres/address.ts';
import { openForReading } from '../sqlite/open.ts';
import { reloadOf } from '../sqlite/reload.ts';
import { storeOf } from '../sqlite/store.ts';
import type { Dataset, Store, Trouble } from '../store/store.ts';

/** What of the settings says where the data are. */
type DatabaseSettings = Pick<Config, 'DATABASE' | 'DATABASE_CONNECTIONS' | 'DATABASE_TIMEOUT'>;

/** What the opener of a store wants to be told, and what the store may keep. */
interface StoreOptions {
  /** Called when trouble with the data begins, changes, or ends (null). */
  onTrouble: (trouble: Trouble | null) => void;
  /** Called when another file takes the place of the served one. */
  onOpen?: (dataset: Dataset | null) => void;
  /** Size of the largest file whose documents are kept in memory, in bytes. */
  maxKeptBytes?: number;
}

/** Opens the store. Throws a DatabaseError where a file cannot be served; PostgreSQL may be away, and is served once it is there. */
export async function openStore(
  { DATABASE: address, DATABASE_CONNECTIONS: connections, DATABASE_TIMEOUT: timeout }: DatabaseSettings,
  { onTrouble, onOpen, maxKeptBytes }: StoreOptions,
): Promise<Store> {
  if (!isPostgres(address)) {
    const reload = reloadOf(address, onTrouble, onOpen, maxKeptBytes);
    return storeOf(openForReading(address), reload, maxKeptBytes);
  }
  const hosts = readAddress(address);
  if (hosts === null)
    throw new ConfigError(
      'DATABASE: expected an address such as postgres://user@host:5432/database, and a port in PGPORT, if it is set',
    );
  const { postgresStore } = await import('../postgres/store.ts'); // who serves a file loads none of it
  return postgresStore({ hosts, connections, timeout, onTrouble });
}
