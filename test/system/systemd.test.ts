// ops/summit-record@.service as systemd reads it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { readConfig } from '../../src/config.ts';
import { inProject } from '../../src/project.ts';

const isThere = spawnSync('systemd-analyze', ['--version']).status === 0;
const skip = !isThere && 'systemd-analyze is not installed; on Debian: apt-get install systemd';

const unit = readFileSync(inProject('ops', 'summit-record@.service'), 'utf8');

t.test('systemd understands every line', { skip }, async (t) => {
  const folder = t.testdir({});
  const file = path.join(folder, 'summit-record@.service');
  const there = unit.replace('/usr/bin/node', process.execPath).replaceAll('/opt/summit-record', folder); // programs and documents that are named must exist
  mkdirSync(path.join(folder, 'docs'));
  writeFileSync(path.join(folder, 'docs', 'operations.md'), '');
  writeFileSync(file, there);
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], {
    encoding: 'utf8',
  });
  const ours = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('summit-record'));
  t.strictSame(ours, [], 'without a complaint');
  t.equal(status, 0, stderr);
});

t.test('it is closed to the rest of the machine, as systemd counts', { skip }, async (t) => {
  const { status, stdout, stderr } = spawnSync(
    'systemd-analyze',
    ['security', '--offline=true', '--threshold=20', inProject('ops', 'summit-record@.service')],
    { encoding: 'utf8' },
  );
  t.equal(status, 0, `${stdout}${stderr}`);
});

t.test('what it starts and sets is what there is', async (t) => {
  const lines = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line = '']) => line.split(' '));
  const set = lines.map((assignment) => assignment.replaceAll('%i', '3001').split('='));
  const config = readConfig(Object.fromEntries(set));
  t.match(config, {
    PORT: 3001,
    DATABASE: '/var/lib/summit-record/summit-record.sqlite',
    ADMIN_PORT: 13_001,
    ADMIN_HOST: '127.0.0.1',
  });
  const [, flags] = /^ExecStart=\S+ (.*) dist\/scripts\/serve\.js$/m.exec(unit) ?? [];
  const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  t.equal(scripts.serve, `node ${flags} scripts/run.mjs serve`, 'Node is told the same by `npm run serve`');
  t.equal(scripts.start, `node ${flags} scripts/run.mjs start`, 'and by `npm start`');
  t.match(unit, /^ReadOnlyPaths=\/var\/lib\/summit-record /m, 'no write access to its data');
  t.notMatch(unit, /^(?:ReadWritePaths|StateDirectory)=/m);
});
