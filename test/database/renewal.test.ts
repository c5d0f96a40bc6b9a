// Following the file of the database: replaced, gone, out of reach, damaged, written to in place, and whole again.
import {
  chmodSync,
  copyFileSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { type Renewal, renewalOf, type Trouble } from '../../src/database/renewal.ts';
import { bareRecords, fixture } from '../support/fixture.ts';

/** A database that is followed, with copies of it and what was told. */
async function follow(t: Test, checkedAtOnce?: number) {
  const { database: file } = await fixture(t, bareRecords());
  const told: (Trouble | null)[] = [];
  const copy = (name: string): string => {
    copyFileSync(file, `${file}.${name}`);
    return `${file}.${name}`;
  };
  const copies = ['one', 'two', 'bad'].map(copy) as [string, string, string];
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(50_000) ^ 1, 50_000);
  writeFileSync(copies[2], bytes);
  const options = checkedAtOnce === undefined ? {} : { checkedAtOnce };
  const renewal = renewalOf(file, { onTrouble: (trouble) => told.push(trouble), ...options });
  return { file, copies, told, renewal };
}

/** What came of it, in words. */
async function next(renewal: Renewal): Promise<string> {
  await turn();
  const found = renewal.next();
  const wasOpen = found?.database?.open === true;
  found?.database?.close();
  if (found === null) return 'goes on';
  return `${found.isSpoilt ? 'spoilt' : 'whole'}, ${wasOpen ? 'another' : 'none'}`;
}

/** The same, once what is checked beside is through. */
async function settled(renewal: Renewal): Promise<string> {
  for (;;) {
    await wait(20);
    const found = await next(renewal);
    if (found !== 'goes on' || !/being checked/.test(String(renewal.trouble()?.detail))) return found;
  }
}

t.test('replaced, gone, out of reach, spoilt, and whole again', async (t) => {
  const { file, copies, told, renewal } = await follow(t);
  const [one, two, bad] = copies;
  t.equal(await next(renewal), 'goes on', 'nothing has happened');
  renameSync(one, file);
  t.equal(await next(renewal), 'whole, another', 'another file is opened');
  t.equal(await next(renewal), 'goes on', 'once');
  t.same(told, []);

  renameSync(file, `${file}.away`);
  t.equal(await next(renewal), 'goes on', 'gone: the old one goes on');
  t.match(renewal.trouble(), { detail: /is gone or out of reach; answers are of the data that it held/ });
  t.match(
    String(told.shift()?.error),
    /is gone or out of reach; put it back/,
    'whoever runs the server is told',
  );
  renameSync(`${file}.away`, file);
  t.equal(await next(renewal), 'goes on', 'the same is back');
  t.same([renewal.trouble(), told.shift()], [null, null]);

  renameSync(bad, file);
  t.equal(await next(renewal), 'goes on', 'a damaged one in its place: the old one goes on');
  t.equal(await next(renewal), 'goes on');
  t.match(renewal.trouble(), { detail: /cannot be read; answers are of the data before it/ });
  t.match(String(told.shift()?.error), /the database is damaged; restore a backup/);
  t.same(told, [], 'told once');
  renameSync(two, file);
  t.equal(await next(renewal), 'whole, another', 'whole again');
  t.same([renewal.trouble(), told.shift()], [null, null]);
});

t.test('one look for all that is asked without a pause', async (t) => {
  const { file, copies, renewal } = await follow(t);
  t.equal(renewal.next(), null);
  renameSync(copies[0], file);
  t.equal(renewal.next(), null, 'the same moment');
  t.equal(await next(renewal), 'whole, another', 'the next one');
});

t.test('written to in place', async (t) => {
  const { file, copies, told, renewal } = await follow(t);
  const bytes = readFileSync(file);
  chmodSync(file, 0o400);
  t.equal(await next(renewal), 'goes on', 'its permissions are not its content');
  chmodSync(file, 0o600);
  truncateSync(file, 20_000);
  t.equal(await next(renewal), 'spoilt, none', 'cut short: nothing can be answered from it');
  t.match(renewal.trouble(), { detail: /nothing is answered from it until it is whole again/ });
  writeFileSync(file, readFileSync(copies[2]));
  t.equal(await next(renewal), 'goes on', 'still damaged: that is known');
  writeFileSync(file, bytes);
  t.equal(await next(renewal), 'spoilt, another', 'whole again: the old connection is of no use any more');
  t.equal(renewal.trouble(), null);
  t.equal(told.at(-1), null);
  utimesSync(file, 1, 1);
  t.equal(await next(renewal), 'spoilt, another', 'it may have been written to, and is opened anew');
});

t.test('large files are checked beside', async (t) => {
  const { file, copies, told, renewal } = await follow(t, 0);
  const [one, two, bad] = copies;
  t.match(renewal.trouble(), { error: null, detail: /being checked/ }, 'from the beginning');
  t.equal(await settled(renewal), 'goes on');
  t.equal(renewal.trouble(), null, 'and it is whole');

  renameSync(one, file);
  t.equal(await next(renewal), 'goes on', 'another one waits until it is checked');
  t.match(told.at(-1), { error: null });
  t.equal(await settled(renewal), 'whole, another');

  renameSync(bad, file);
  t.equal(await next(renewal), 'goes on');
  t.equal(await settled(renewal), 'goes on', 'what is damaged is not taken up');
  t.match(String(told.at(-1)?.error), /the database is damaged/);

  renameSync(two, file);
  await next(renewal);
  const bytes = readFileSync(file);
  t.equal(await settled(renewal), 'whole, another', 'what is whole is');
  writeFileSync(file, bytes);
  t.equal(await next(renewal), 'spoilt, none', 'written to in place, it is not trusted until it is checked');
  t.equal(await settled(renewal), 'spoilt, another');

  writeFileSync(file, bytes.subarray(1));
  await next(renewal);
  rmSync(file);
  await next(renewal);
  await wait(300);
  t.equal(await next(renewal), 'goes on', 'what is found of a file that is gone is of no interest');
});

t.test('a large file whose name or permissions change while it is checked at the start', async (t) => {
  const { copies } = await follow(t);
  for (const [name, change] of Object.entries<(file: string) => void>({
    'other permissions': (file) => chmodSync(file, 0o400),
    'away and back': (file) => {
      renameSync(file, `${file}.away`);
      renameSync(`${file}.away`, file);
    },
  })) {
    const start = async (file: string) => {
      const told: (Trouble | null)[] = [];
      const renewal = renewalOf(file, { onTrouble: (trouble) => told.push(trouble), checkedAtOnce: 0 });
      change(file);
      t.equal(await next(renewal), 'goes on', `${name}: it may be whole`);
      t.match(renewal.trouble(), { error: null, detail: /being checked/ }, `${name}: and may not be`);
      return { renewal, told };
    };
    const bad = await start(copies[2]);
    t.equal(await settled(bad.renewal), 'spoilt, none', `${name}: what is damaged is found`);
    t.match(String(bad.told.at(-1)?.error), /the database is damaged/);
    const good = await start(copies[0]);
    t.equal(await settled(good.renewal), 'goes on', `${name}: what is whole goes on`);
    t.same([good.renewal.trouble(), good.told], [null, [null]]);
    change(copies[0]);
    t.equal(await next(good.renewal), 'goes on');
    t.equal(good.renewal.trouble(), null, `${name}: it is not checked again`);
  }
});
