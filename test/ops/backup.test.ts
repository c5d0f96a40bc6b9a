// The commands that docs/operations.md gives for a backup and for its restoration work while the server runs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import t from 'tap';
import { inProject } from '../../src/project.ts';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';

const page = readFileSync(inProject('docs', 'operations.md'), 'utf8');
const isThere = spawnSync('sqlite3', ['--version']).status === 0;
const skip = !isThere && 'sqlite3 is not installed; on Debian: apt-get install sqlite3';

/** The commands of a section. */
function commandsOf(section: string): string {
  const [, commands] = new RegExp(`^## ${section}\n.*?^\`\`\`sh\n(.*?)^\`\`\``, 'ms').exec(page) ?? [];
  return String(commands);
}

t.test('back up, ingest other data, restore', { skip }, async (t) => {
  const { database, load } = await fixture(t, { ...bareRecords(), statement: [bareStatement('before')] });
  const folder = path.join(path.dirname(database), 'var');
  mkdirSync(folder);
  const run = (section: string): string => {
    const commands = commandsOf(section)
      .replaceAll('/var/lib/summit-record/summit-record.sqlite', database)
      .replaceAll('/var/backups', folder);
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', commands], { encoding: 'utf8' });
    t.same([status, stderr], [0, ''], commands);
    return stdout;
  };
  const { get } = await testApp(t, { database });
  const ids = async (): Promise<string[]> =>
    (await get<{ data: { id: string }[] }>('/statements')).data.map(({ id }) => id);

  t.equal(run('Back up'), 'ok\n');
  await load({ ...bareRecords(), statement: [bareStatement('after')] });
  t.same(await ids(), ['after']);
  run('Restore');
  await nextTurn(); // the file is looked at once in each turn of the event loop
  t.same(await ids(), ['before']);

  const copy = path.join(folder, 'copy.sqlite');
  copyFileSync(path.join(folder, 'summit-record-monday.sqlite'), copy);
  const { get: fromCopy } = await testApp(t, { database: copy });
  t.same(
    (await fromCopy<{ data: { id: string }[] }>('/statements')).data.length,
    1,
    'a backup can be served',
  );
});
