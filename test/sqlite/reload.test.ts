// Reloading: the file is replaced, gone, out of reach, damaged, overwritten in place, and whole again.
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { type Reload, reloadOf } from '../../src/sqlite/reload.ts';
import type { Trouble } from '../../src/store/store.ts';
import { bareRecords, fixture } from '../support/fixture.ts';

/** A database that is followed, two copies of it, one that is cut short, and all calls of `onTrouble`. */
async function follow(t: Test) {
  const { database: made } = await fixture(t, bareRecords());
  const file = path.join(path.dirname(made), 'served', 'data.sqlite');
  mkdirSync(path.dirname(file));
  const [one, two, cut] = ['one', 'two', 'cut'].map((name) => `${made}.${name}`) as [string, string, string];
  for (const copy of [file, one, two, cut]) copyFileSync(made, copy);
  truncateSync(cut, 20_000);
  const reported: (Trouble | null)[] = [];
  const reload = reloadOf(file, (trouble) => reported.push(trouble));
  return { file, one, two, cut, reported, reload };
}

/** Whether another database was opened. */
async function reloads(reload: Reload): Promise<boolean> {
  await turn();
  const snapshot = reload.next();
  snapshot?.release();
  return snapshot !== null;
}

t.test('another file in its place', async (t) => {
  const { file, one, two, cut, reported, reload } = await follow(t);
  t.notOk(await reloads(reload), 'nothing has happened');
  renameSync(one, file);
  t.ok(await reloads(reload));
  t.notOk(await reloads(reload), 'once');
  t.same(reported, []);

  renameSync(cut, file);
  t.notOk(await reloads(reload), 'a damaged file is not served');
  t.match(reload.trouble(), {
    detail: /cannot be read; answers are of the data before it/,
    isOverwritten: false,
  });
  t.match(reported.splice(0), [{ error: { message: /the database is damaged; restore a backup/ } }]);
  t.notOk(await reloads(reload));
  t.same(reported, [], 'reported once');

  renameSync(two, file);
  t.ok(await reloads(reload), 'a good one is');
  t.same([reload.trouble(), reported], [null, [null]]);
});

t.test('gone, out of reach, and back', async (t) => {
  const { file, reported, reload } = await follow(t);
  const folder = path.dirname(file);
  for (const [what, hide, show] of [
    ['gone', () => renameSync(file, `${file}.away`), () => renameSync(`${file}.away`, file)],
    [
      'a file in the place of its folder',
      () => {
        renameSync(folder, `${folder}.away`);
        writeFileSync(folder, '');
      },
      () => {
        renameSync(folder, `${folder}.file`);
        renameSync(`${folder}.away`, folder);
      },
    ],
  ] as const) {
    hide();
    t.notOk(await reloads(reload), what);
    t.match(
      reload.trouble(),
      { detail: /is gone or out of reach; answers are of the data that it held/ },
      what,
    );
    t.match(reported.splice(0), [{ error: { message: /is gone or out of reach; put it back/ } }], what);
    show();
    t.ok(await reloads(reload), `${what}, and back: it may have been changed meanwhile`);
    t.same([reload.trouble(), reported.splice(0)], [null, [null]], what);
  }
});

t.test('overwritten in place', async (t) => {
  const { file, cut, reported, reload } = await follow(t);
  const bytes = readFileSync(file);
  truncateSync(file, 20_000);
  t.notOk(await reloads(reload));
  t.match(reload.trouble(), {
    detail: /nothing is answered from it until it is whole again/,
    isOverwritten: true,
  });
  renameSync(file, `${file}.away`);
  t.notOk(await reloads(reload));
  t.match(
    reload.trouble(),
    { isOverwritten: true },
    'gone, too: the connection is of no more use than before',
  );
  renameSync(cut, file);
  t.notOk(await reloads(reload));
  t.match(reload.trouble(), { isOverwritten: true }, 'nor is it when another damaged file takes its place');
  writeFileSync(file, bytes);
  t.ok(await reloads(reload), 'whole again');
  t.same([reload.trouble(), reported.at(-1)], [null, null]);
  chmodSync(file, 0o400);
  t.ok(await reloads(reload), 'what else changes about the file makes no trouble');
  t.equal(reload.trouble(), null);
});

t.test('what could not be opened is tried again, though the file is the same', async (t) => {
  const { file, cut, reported, reload } = await follow(t);
  const whole = readFileSync(file);
  renameSync(cut, file);
  t.notOk(await reloads(reload));
  const before = reload.trouble();
  await wait(1_100);
  t.notOk(await reloads(reload), 'still damaged');
  t.equal(reload.trouble(), before);
  t.equal(reported.length, 1, 'and not reported again');
  writeFileSync(file, whole);
  t.ok(await reloads(reload));
});

t.test('one look for all that is asked without a pause', async (t) => {
  const { file, one, reload } = await follow(t);
  t.equal(reload.next(), null);
  renameSync(one, file);
  t.equal(reload.next(), null, 'the same moment');
  t.ok(await reloads(reload), 'the next one');
});
