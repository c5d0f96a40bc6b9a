// The SQLite store keeps the contract of the port.
import t from 'tap';
import { openForReading } from '../../src/sqlite/open.ts';
import { storeOf } from '../../src/sqlite/store.ts';
import { seedsDatabase } from '../support/prepared.ts';
import { storeContract } from './contract.ts';

t.test('the contract', async (t) => {
  const store = storeOf(openForReading(seedsDatabase));
  t.teardown(() => store.close());
  await storeContract(t, store);
});
