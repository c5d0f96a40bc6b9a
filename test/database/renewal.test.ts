// Noticing that another file has taken the place of the database: at once, once, and never to the worse.
import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import t from 'tap';
import { renewalOf } from '../../src/database/renewal.ts';
import { bareRecords, fixture } from '../support/fixture.ts';

t.test('replaced, gone, spoilt, and whole again', async (t) => {
  const { database: file } = await fixture(t, bareRecords());
  const failures: unknown[] = [];
  const renewed = renewalOf(file, (error) => failures.push(error));
  t.equal(renewed(), null, 'nothing has happened');
  copyFileSync(file, `${file}.copy`);
  copyFileSync(file, `${file}.other`);
  await turn();

  renameSync(`${file}.copy`, file);
  const other = renewed();
  t.ok(other?.open, 'another file is opened');
  other?.close();
  t.equal(renewed(), null, 'once');
  await turn();
  t.equal(renewed(), null, 'also in the next turn');
  await turn();

  rmSync(file);
  t.equal(renewed(), null, 'gone: the old one goes on');
  await turn();

  writeFileSync(file, 'this is no database, and long enough to be looked at as one'.repeat(100));
  t.equal(renewed(), null, 'no database: the old one goes on');
  t.equal(failures.length, 1, 'and whoever runs the server is told');
  await turn();
  t.equal(renewed(), null);
  t.equal(failures.length, 1, 'once');
  await turn();

  renameSync(`${file}.other`, file);
  const again = renewed();
  t.ok(again?.open, 'whole again');
  again?.close();
});

t.test('one look for each turn of the event loop', async (t) => {
  const { database: file } = await fixture(t, bareRecords());
  const renewed = renewalOf(file, (error) => t.error(error));
  t.equal(renewed(), null);
  copyFileSync(file, `${file}.copy`);
  renameSync(`${file}.copy`, file);
  t.equal(renewed(), null, 'the same moment');
  await turn();
  const other = renewed();
  t.ok(other, 'the next one');
  other?.close();
});
