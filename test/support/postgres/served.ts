// An application over PostgreSQL, for tests that ask it by injection.
import { setTimeout as wait } from 'node:timers/promises';
import type { Test } from 'tap';
import { readConfig } from '../../../src/config.ts';
import { readAddress } from '../../../src/postgres/address.ts';
import { postgresStore } from '../../../src/postgres/store.ts';
import { buildApp } from '../../../src/server/app.ts';
import { noLoadLimits } from '../app.ts';

/** How often the stores of these tests look for another version, in milliseconds. */
export const interval = 50;

/** How long a statement may take in these tests, in milliseconds. */
export const timeout = 500;

/** An application over an address, and the troubles that it told of. */
export async function served(t: Test, address: string, connections = 3) {
  const troubles: string[] = [];
  const store = await postgresStore({
    hosts: readAddress(address) ?? [],
    ...{ connections, timeout, interval },
    onTrouble: (trouble) => troubles.push(trouble?.error.message ?? 'over'),
  });
  const app = await buildApp({
    store,
    config: { ...readConfig({}), RATE_LIMIT: 0 },
    loadLimits: noLoadLimits,
    cacheBytes: 1,
  });
  t.teardown(() => app.close());
  const until = async (url: string, status: number): Promise<void> => {
    for (let tries = 0; (await app.inject(url)).statusCode !== status; tries += 1) {
      if (tries > 200) throw new Error(`${url} never answers ${status}`);
      await wait(interval);
    }
  };
  return { app, troubles, until, ask: (url: string) => app.inject(url) };
}
