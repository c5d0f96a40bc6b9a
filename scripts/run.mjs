// Runs one of the project's commands: installs and builds what is missing first, so that a fresh clone needs no other step.
// Plain JavaScript, because it runs before TypeScript is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [command, ...args] = process.argv.slice(2);

installWhatIsMissing();
buildWhatIsStale();
if (command !== undefined) {
  process.argv = [process.argv[0], command, ...args];
  await import(pathToFileURL(path.join(root, 'dist/scripts', `${command}.js`)).href);
}

/** Runs `npm ci` unless what is installed came from this very lockfile. */
function installWhatIsMissing() {
  onChange('node_modules/.installed', digest(['package-lock.json']), () => {
    say('installing dependencies (the SQLite binding may compile: a minute or two) …');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      shell: process.platform === 'win32',
    });
  });
}

/** Compiles `src/`, `scripts/`, `bench/performance/` and `torture/` to `dist/` and bundles it, unless that was made from these very files. */
function buildWhatIsStale() {
  const inputs = [
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    ...filesUnder('src'),
    ...filesUnder('scripts'),
    ...filesUnder('bench/performance'),
    ...filesUnder('torture'),
  ];
  onChange('dist/.built', digest(inputs), () => {
    say('building …');
    rmSync(path.join(root, 'dist'), { recursive: true, force: true });
    run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
    run(process.execPath, ['dist/scripts/bundle.js']);
  });
}

/** Does the work only where the stamp differs; the stamp is written last, so a killed run is done again. */
function onChange(stampFile, stamp, work) {
  const file = path.join(root, stampFile);
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
  work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}

function digest(files) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

function run(program, programArgs, options = {}) {
  const { status, error } = spawnSync(program, programArgs, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    ...options,
  });
  if (error) say(`${program} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function say(text) {
  process.stderr.write(`summit-record: ${text}\n`);
}
