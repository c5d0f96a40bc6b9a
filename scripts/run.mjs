// Runs one of the project's commands. It first installs and compiles what is missing or stale, so that a fresh clone needs no
// other step. It is plain JavaScript, because it runs before TypeScript is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiledFolders = ['src', 'scripts', 'test', 'bench'];
const [command, ...args] = process.argv.slice(2);

if (!isInstalled()) install();
if (!isBindingUsable()) run('npm', ['rebuild', 'better-sqlite3', '--loglevel=error']);
compileWhatIsStale();
if (command !== undefined) {
  process.argv = [process.argv[0], command, ...args];
  await import(pathToFileURL(path.join(root, 'dist/scripts', `${command}.js`)).href);
}

/**
 * True if node_modules holds what package-lock.json names. npm writes what it installed into a lockfile of its own, so an
 * `npm ci` or `npm install` from this lockfile is recognised. Optional packages may be missing: they depend on the platform.
 */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (installed === null) return false;
  return Object.entries(packagesOf('package-lock.json')).every(
    ([folder, { version, optional }]) =>
      folder === '' || installed[folder]?.version === version || (optional && !(folder in installed)),
  );
}

function packagesOf(lockfile) {
  const file = path.join(root, lockfile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

function install() {
  say('installing dependencies (the SQLite binding may compile: a minute or two) …');
  const isFirst = !existsSync(path.join(root, 'node_modules'));
  // Later installs change only what differs, so that SQLite is not compiled again.
  run('npm', [isFirst ? 'ci' : 'install', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** False where the binding of SQLite was not built, or was built for another version of Node. */
function isBindingUsable() {
  const Database = createRequire(path.join(root, 'package.json'))('better-sqlite3');
  try {
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/** Compiles everything to `dist/` in one run, which is the type check too, unless `dist/` was made from these very files. */
function compileWhatIsStale() {
  const sources = compiledFolders.flatMap(sourcesUnder);
  const stamp = digestOf(['package-lock.json', 'tsconfig.json', ...sources]);
  const stampFile = path.join(root, 'dist/.stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('compiling …');
  rmSync(stampFile, { force: true });
  removeOutputsWithoutSource(new Set(sources));
  run(process.execPath, ['node_modules/typescript/bin/tsc']);
  writeFileSync(stampFile, stamp); // last, so that a failed or killed run is done again
}

/** A deleted test would otherwise go on running. */
function removeOutputsWithoutSource(sources) {
  for (const file of filesUnder('dist').filter((name) => /\.js(?:\.map)?$/.test(name))) {
    const source = path.relative('dist', file).replace(/\.js(?:\.map)?$/, '');
    if (!sources.has(`${source}.ts`) && !sources.has(`${source}.tsx`)) rmSync(path.join(root, file));
  }
}

function sourcesUnder(folder) {
  return filesUnder(folder).filter((file) => /\.tsx?$/.test(file));
}

function filesUnder(folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function run(program, programArgs) {
  const shell = process.platform === 'win32'; // npm is a script there
  const { status, error } = spawnSync(program, programArgs, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: shell && program === 'npm',
  });
  if (error) say(`${program} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function say(text) {
  process.stderr.write(`summit-record: ${text}\n`);
}
