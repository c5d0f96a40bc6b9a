// The stamp of the code: the same for the same files, another for any difference in what they hold or are called.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { derivation, stampOf } from '../../src/database/derivation.ts';
import { inProject } from '../../src/project.ts';

t.test('what changes it, and what does not', async (t) => {
  const folder = t.testdir({ src: { 'a.ts': 'a', inner: { 'b.js': 'b', 'c.sql': 'c' } }, 'lock.json': '{}' });
  const file = (...parts: string[]) => path.join(folder, ...parts);
  const stamp = () => stampOf([file('src'), file('lock.json'), file('missing')]);
  const seen = new Set([stamp()]);
  t.match(stamp(), /^[0-9a-f]{16}$/);
  t.ok(seen.has(stamp()));
  writeFileSync(file('src', 'a.js.map'), 'what does not run');
  t.ok(seen.has(stamp()));
  for (const [what, change] of [
    ['content', () => writeFileSync(file('src', 'a.ts'), 'aa')],
    ['a new file', () => writeFileSync(file('src', 'd.ts'), '')],
    ['a new name', () => renameSync(file('src', 'd.ts'), file('src', 'e.ts'))],
    ['another folder', () => renameSync(file('src', 'inner'), file('src', 'outer'))],
    ['a library', () => writeFileSync(file('lock.json'), '{"x": 1}')],
    ['SQL', () => rmSync(file('src', 'outer', 'c.sql'))],
    [
      'letters that move from one file to the next',
      () => {
        mkdirSync(file('src', 'z'));
        writeFileSync(file('src', 'z', 'z.ts'), 'z');
      },
    ],
  ] as const) {
    change();
    t.notOk(seen.has(stamp()), what);
    seen.add(stamp());
  }
});

t.test('the stamp of the code that runs', async (t) => {
  t.equal(
    derivation,
    stampOf([`${inProject('dist', 'src')}/`, inProject('migrations'), inProject('package-lock.json')]),
  );
});
