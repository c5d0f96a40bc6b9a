// Copies are made once for all who ask, held while somebody reads, and leave nothing behind.
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { Copies, type Copy } from '../../src/downloads/copies.ts';

process.env['TMPDIR'] = t.testdir({}); // where nobody else leaves anything

/** Makes files that tell how many were made before. */
function counting(delay = 0) {
  const files: string[] = [];
  const make = async (file: string): Promise<string> => {
    files.push(file);
    const number = files.length;
    await wait(delay);
    writeFileSync(file, `copy ${number}`);
    return `version ${number}`;
  };
  return { files, make };
}

const whole = ({ size }: Copy) => ({ first: 0, last: size - 1 });

t.test('many at a time share one copy, and its file is gone before it is sent', async (t) => {
  const { files, make } = counting(20);
  const copies = new Copies(make);
  const taken = await Promise.all(Array.from({ length: 20 }, () => copies.take('a')));
  t.equal(files.length, 1);
  t.notOk(files.some(existsSync));
  const read = await Promise.all(taken.map((copy) => text(copy.read(whole(copy)))));
  t.same(new Set(read), new Set(['copy 1']));
  for (const { version, size, etag, release } of taken) {
    t.same([version, size, etag], ['version 1', 6, taken[0]?.etag]);
    release();
  }
  await copies.close();
});

t.test('who reads an old state reads it to the end', async (t) => {
  const copies = new Copies(counting().make);
  const old = await copies.take('a');
  const fresh = await copies.take('b');
  t.equal(await text(old.read(whole(old))), 'copy 1');
  old.release();
  await wait(5);
  t.equal((await buffer(fresh.read({ first: 5, last: 5 }))).toString(), '2');
  fresh.release();
  await copies.close();
  await t.rejects(text(old.read(whole(old))), { code: 'EBADF' }, 'then it is closed');
  await t.rejects(text(fresh.read(whole(fresh))), { code: 'EBADF' }, 'as all are in the end');
});

t.test('a reader who breaks off takes nothing away from the others', async (t) => {
  const copies = new Copies(counting().make);
  const copy = await copies.take('a');
  const broken = copy.read(whole(copy));
  const ends = [once(broken, 'close')];
  broken.destroy();
  const other = copy.read(whole(copy));
  ends.push(once(other, 'close'));
  t.equal(await text(other), 'copy 1');
  await Promise.all(ends);
  t.equal(await text(copy.read(whole(copy))), 'copy 1', 'each says when it has ended');
  copy.release();
  await copies.close();
});

t.test('a copy that could not be made is made anew for the next', async (t) => {
  const { make } = counting();
  let isFull = true;
  const copies = new Copies((file) => (isFull ? Promise.reject(new Error('disk full')) : make(file)));
  const both = await Promise.allSettled([copies.take('a'), copies.take('a')]);
  t.same(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  t.same(readdirSync(tmpdir()), [], 'nothing stays behind');
  isFull = false;
  const copy = await copies.take('a');
  t.equal(copy.version, 'version 1');
  copy.release();
  await copies.close();
});

t.test('one that is still being made when it is given up', async (t) => {
  const { files, make } = counting(20);
  const copies = new Copies(make);
  const first = copies.take('a');
  const second = copies.take('b');
  const closed = copies.close();
  const both = await Promise.all([first, second]);
  const read = await Promise.all(both.map((copy) => text(copy.read(whole(copy)))));
  t.same(read.sort(), ['copy 1', 'copy 2'], 'who has waited for it reads it');
  for (const { release } of both) release();
  await closed;
  t.equal(files.length, 2);
  await copies.close();
  const failing = new Copies(() => Promise.reject(new Error('no')));
  const lost = failing.take('a');
  await failing.close();
  await t.rejects(lost, { message: 'no' });
});
