// The PostgreSQL store keeps the contract of the port.
import t from 'tap';
import { readAddress } from '../../src/postgres/address.ts';
import { postgresStore } from '../../src/postgres/store.ts';
import { needsPostgres, startPostgres } from '../support/postgres/database.ts';
import { publishFile } from '../support/postgres/publishing.ts';
import { seedsDatabase } from '../support/prepared.ts';
import { storeContract } from './contract.ts';

t.test('the contract', needsPostgres, async (t) => {
  const server = await startPostgres(t);
  t.match(await publishFile(seedsDatabase, server.address()), { status: 0 });
  const hosts = readAddress(server.address()) ?? [];
  const store = await postgresStore({ hosts, connections: 5, timeout: 5_000 });
  t.teardown(() => store.close());
  await storeContract(t, store);
});
