// `npm run dev`: serves, and compiles and starts again whenever a source, a migration or a seed changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const watched = ['src', 'migrations', 'seeds'];
/** Editors write several files at once: changes this close together start the server once, in milliseconds. */
const settleMs = 200;

let server = start();
let timer;
for (const folder of watched) {
  watch(fileURLToPath(new URL(folder, root)), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, settleMs);
  });
}

function start() {
  const program = fileURLToPath(new URL('run.mjs', import.meta.url));
  return spawn(process.execPath, [program, 'start'], { stdio: 'inherit' });
}

function restart() {
  process.stderr.write('summit-record: something changed, starting again …\n');
  const stopped = server.exitCode === null ? new Promise((done) => server.once('exit', done)) : undefined;
  server.kill('SIGTERM');
  void Promise.resolve(stopped).then(() => {
    server = start();
  });
}
