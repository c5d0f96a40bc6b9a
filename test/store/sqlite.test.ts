// The SQLite store keeps the contract of the port.
import t from 'tap';
import { openForReading } from '../../src/database/open.ts';
import { storeOf } from '../../src/database/store.ts';
import { seedsDatabase } from '../support/seeds-database.ts';
import { storeContract } from './contract.ts';

t.test('the contract', async (t) => {
  const store = storeOf(openForReading(seedsDatabase));
  t.teardown(() => store.close());
  await storeContract(t, store);
});
