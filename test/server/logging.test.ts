// Logs are readable lines on a terminal and JSON otherwise; where they cannot be written, the server goes on.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fastify } from 'fastify';
import t, { type Test } from 'tap';
import { freePort } from '../../bench/processes.ts';
import { inProject } from '../../src/project.ts';
import { loggerOptions, threadLevel } from '../../src/server/logging.ts';
import { seedsDatabase } from '../support/prepared.ts';
import { fetched, until } from './threads/listening.ts';

t.test('pretty on a terminal, plain pino otherwise', async (t) => {
  const plain = await loggerOptions('info', false);
  t.equal(plain.level, 'info');
  t.type(plain.stream.write, 'function');
  const { stream, level } = (await loggerOptions('silent', true)) as {
    level: string;
    stream: NodeJS.WritableStream;
  };
  t.equal(level, 'silent');
  t.type(stream.write, 'function');
  const app = fastify({ logger: await loggerOptions('silent', true) });
  t.equal(app.log.level, 'silent', 'Fastify takes it');
});

t.test('a thread says only what is wrong', async (t) => {
  for (const level of ['trace', 'debug', 'info', 'warn']) t.equal(threadLevel(level), 'warn', level);
  for (const level of ['error', 'fatal', 'silent']) t.equal(threadLevel(level), level, level);
});

t.test('a log on a full disk does not end the server', async (t) => {
  const port = await freePort();
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [inProject('dist', 'scripts', 'serve.js')], {
    stdio: ['ignore', full, 'pipe'],
    env: { ...process.env, DATABASE: seedsDatabase, PORT: String(port), THREADS: '0' },
  });
  closeSync(full);
  t.teardown(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  await until(async () => child.exitCode !== null || (await isLive(port)));
  for (let time = 0; time < 3; time++) {
    t.equal((await fetched(port, '/people/putin')).status, 200);
    await new Promise((resolve) => setTimeout(resolve, 300)); // lines are written every 100 ms
  }
  child.kill('SIGTERM');
  t.strictSame(await ended, [0, null]);
});

const isLive = (port: number): Promise<boolean> =>
  fetched(port, '/health/live').then(
    ({ status }) => status === 200,
    () => false,
  );

/** A pipe with a name. */
function pipe(t: Test): string {
  const file = path.join(t.testdir({}), 'pipe');
  execFileSync('mkfifo', [file]);
  return file;
}

/** A line that is written at once, for it is as long as what is gathered. */
const line = (name: string): string => `${name.padEnd(9_000, '.')}\n`;

t.test('a reader that is slow is waited for', async (t) => {
  const file = pipe(t);
  const fd = openSync(file, constants.O_RDWR | constants.O_NONBLOCK);
  const read = path.join(t.testdirName, 'read');
  const reader = spawn('sh', ['-c', `sleep 1; exec cat '${file}' > '${read}'`]);
  const { stream } = await loggerOptions('info', false, fd);
  for (let at = 0; at < 20; at++) stream.write(line(String(at))); // more than a pipe holds
  closeSync(fd);
  await once(reader, 'exit');
  const lines = readFileSync(read, 'utf8').split('\n').slice(0, -1);
  t.strictSame(
    lines.map((each) => Number.parseInt(each, 10)),
    Array.from({ length: 20 }, (_, at) => at),
  );
});
