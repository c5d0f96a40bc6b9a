// Files that share a process are all run, and one that fails, ends early or tests nothing is never passed over.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { inProject } from '../src/project.ts';

const together = pathToFileURL(inProject('dist', 'test', 'support', 'together.js')).href;
const tests = (body: string): string => `import t from 'tap';\n${body}`;

/** Files that end the root test by themselves, and load slowly. */
const fine = {
  'one.mjs': tests("t.teardown(() => {}); t.test('first', async (t) => t.ok(true));"),
  'two.mjs': tests(
    "await new Promise((go) => setTimeout(go, 50)); t.test('second', async (t) => t.ok(true));",
  ),
};

for (const { name, file, status } of [
  { name: 'all of them are run', file: tests("t.test('third', async (t) => t.ok(true));"), status: 0 },
  { name: 'a test fails', file: tests("t.test('third', async (t) => t.ok(false));"), status: 1 },
  { name: 'a file cannot be loaded', file: 'import "./nowhere.mjs";', status: 1 },
  { name: 'a file tests nothing', file: '', status: 1 },
  {
    name: 'the process ends within a test',
    file: tests("t.test('third', () => process.exit(0));"),
    status: 1,
  },
  {
    name: 'a test never ends',
    file: tests("t.test('third', async () => new Promise(() => {}));"),
    status: 1,
  },
]) {
  t.test(name, async (t) => {
    const folder = t.testdir({ ...fine, 'three.mjs': file, 'four.mjs': fine['one.mjs'] });
    const files = ['one', 'two', 'three', 'four'].map((each) => path.join(folder, `${each}.mjs`));
    const program = `import { together } from '${together}'; together(${JSON.stringify(files)});`;
    const env = { ...process.env, _TAPJS_PROCESSINFO_COVERAGE_: '0' };
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      env,
      encoding: 'utf8',
    });
    t.equal(ended.status, status);
    if (status === 0) t.equal(ended.stdout.match(/^ok \d+ - (?:first|second|third)/gm)?.length, 4);
    else t.match(ended.stdout, /^ *not ok/m);
  });
}
