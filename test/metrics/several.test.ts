// The metrics of several processes are those of one: they add up, whichever process is asked, dies or does not answer.
import { once } from 'node:events';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fastify from 'fastify';
import t, { type Test } from 'tap';
import { emptyDatabase } from '../../src/database/open.ts';
import { storeOf } from '../../src/database/store.ts';
import { Answers } from '../../src/http/answers/answers.ts';
import { tellPrimary } from '../../src/metrics/one-of-several.ts';
import { Traffic } from '../../src/metrics/traffic.ts';
import { noHeavyWork } from '../../src/workers/forward.ts';
import { run, type Started, start } from '../ingest/command.ts';
import { isOver, serversOf } from '../support/processes.ts';
import { seedsDatabase } from '../support/seeds-database.ts';
import { fetched, until } from '../workers/listening.ts';
import { type Family, readExposition, sampleValue } from './exposition.ts';

interface Serving extends Started {
  port: number;
  adminPort: number;
  metrics(): Promise<Map<string, Family>>;
}

async function serving(t: Test, WORKERS: string, DATABASE = seedsDatabase): Promise<Serving> {
  const settings = { DATABASE, PORT: '0', ADMIN_PORT: '0', THREADS: '0' };
  const started = start('serve', [], { ...settings, WORKERS });
  t.teardown(() => started.child.kill('SIGKILL'));
  let log = '';
  started.child.stdout?.on('data', (text: string) => {
    log += text;
  });
  await until(() => log.includes('API at'), 60_000);
  const adminPort = Number(/metrics at http:\/\/[^:]+:(\d+)\/metrics/.exec(log)?.[1]);
  const metrics = async () => readExposition((await fetched(adminPort, '/metrics')).body.toString());
  return { ...started, port: Number(/API at http:\/\/[^:]+:(\d+)/.exec(log)?.[1]), adminPort, metrics };
}

const answered = (families: Map<string, Family>): number =>
  sampleValue(families, 'http_request_duration_seconds_count', { route: '/people/:id', status: '2xx' });

const processes = (families: Map<string, Family>): number => sampleValue(families, 'summit_record_processes');

/** Asks on connections of their own, so that all processes get some. */
async function ask(port: number, times: number): Promise<void> {
  for (let time = 0; time < times; time++) t.equal((await fetched(port, '/people/putin')).status, 200);
}

t.test('two processes, and one that takes the place of another', async (t) => {
  const { child, ended, port, adminPort, metrics } = await serving(t, '2');
  await until(async () => processes(await metrics()) === 2, 60_000);
  await ask(port, 20);
  const before = await metrics();
  t.equal(answered(before), 20, 'all answers, whoever gave them');
  t.equal(before.get('summit_record_dataset_info')?.samples.length, 1, 'one version');
  t.equal(before.get('summit_record_dataset_info')?.samples[0]?.value, 1);
  const version = before.get('summit_record_dataset_info')?.samples[0]?.labels['version'];
  const ready = await fetched(adminPort, '/health/ready');
  t.strictSame([ready.status, JSON.parse(ready.body.toString())], [200, { status: 'ready', version }]);

  const [first = 0] = serversOf(child.pid);
  process.kill(first, 'SIGKILL');
  await until(async () => processes(await metrics()) === 2 && !serversOf(child.pid).includes(first), 60_000);
  t.equal(answered(await metrics()), 20, 'what the dead one counted is not forgotten');
  await ask(port, 5);
  t.equal(answered(await metrics()), 25);

  child.kill('SIGTERM');
  t.equal((await ended).status, 0, 'the admin address does not keep it alive');
});

t.test('before any of them listens', async (t) => {
  const settings = { DATABASE: seedsDatabase, PORT: '0', ADMIN_PORT: '0', THREADS: '0', WORKERS: '2' };
  const { child, ended } = start('serve', [], settings);
  t.teardown(() => child.kill('SIGKILL'));
  let log = '';
  child.stdout?.on('data', (text: string) => {
    log += text;
  });
  await until(() => log.includes('metrics at'), 60_000);
  const adminPort = Number(/metrics at http:\/\/[^:]+:(\d+)\/metrics/.exec(log)?.[1]);
  t.equal((await fetched(adminPort, '/health/ready')).status, 503);
  await until(async () => (await fetched(adminPort, '/health/ready')).status === 200, 60_000);
  for (const each of serversOf(child.pid)) process.kill(each, 'SIGKILL'); // before anybody asked for their metrics
  await until(() => log.split('a process died').length === 3, 60_000);
  child.kill('SIGTERM');
  await ended;
});

t.test('one that does not answer', async (t) => {
  const { child, ended, port, adminPort, metrics } = await serving(t, '2');
  await until(async () => processes(await metrics()) === 2, 60_000);
  await ask(port, 20);
  t.equal(answered(await metrics()), 20);
  const [first = 0] = serversOf(child.pid);
  process.kill(first, 'SIGSTOP');
  const meanwhile = await metrics();
  t.equal(processes(meanwhile), 1, 'the one that was heard');
  t.equal(answered(meanwhile), 20, 'what it had counted before still counts');
  t.equal((await fetched(adminPort, '/health/ready')).status, 503, 'some requests meet the silent one');
  t.equal((await fetched(adminPort, '/health/live')).status, 503);
  process.kill(first, 'SIGCONT');
  await wait(100);
  t.equal(processes(await metrics()), 2);
  t.equal((await fetched(adminPort, '/health/ready')).status, 200);
  child.kill('SIGTERM');
  t.equal((await ended).status, 0);
});

t.test('a database that was written to does not silence them', async (t) => {
  const file = path.join(t.testdir({}), 'served.sqlite');
  copyFileSync(seedsDatabase, file);
  const { child, ended, adminPort, metrics } = await serving(t, '2', file);
  await until(async () => processes(await metrics()) === 2, 60_000);
  const servers = serversOf(child.pid);
  writeFileSync(file, readFileSync(file).fill(1, 9_000, 9_100));
  await until(async () => sampleValue(await metrics(), 'summit_record_database_trouble') === 1);
  t.equal(processes(await metrics()), 2);
  t.equal((await fetched(adminPort, '/health/ready')).status, 503);
  t.strictSame(serversOf(child.pid), servers, 'none died of being asked');
  child.kill('SIGTERM');
  t.equal((await ended).status, 0);
});

t.test('one that cannot tell is silent, and says why in its log', async (t) => {
  const app = fastify({ logger: { stream: { write: (line: string) => lines.push(JSON.parse(line)) } } });
  const lines: { msg: string }[] = [];
  t.intercept(process, 'send', { value: () => t.fail('nothing to send') });
  t.teardown(() => app.close());
  const unfit = () => {
    throw new Error('a fault of our own');
  };
  const store = storeOf(emptyDatabase(), { next: unfit, trouble: unfit });
  const measured = { traffic: new Traffic(), answers: new Answers(() => 0), store, heavy: noHeavyWork() };
  const telling = tellPrimary();
  telling.measure(measured);
  await telling.open(app);
  process.emit('message', { question: 0, asked: 'metrics' }, undefined);
  await until(() => lines.some(({ msg }) => msg === 'nothing can be told of this process'));
  t.pass('the process lives');
});

t.test('one that ends while it is asked counts once', async (t) => {
  const { child, ended, port, metrics } = await serving(t, '2');
  await until(async () => processes(await metrics()) === 2, 60_000);
  await ask(port, 20);
  t.equal(answered(await metrics()), 20);
  const [first = 0] = serversOf(child.pid);
  process.kill(first, 'SIGSTOP');
  const asked = metrics();
  await wait(500);
  process.kill(first, 'SIGKILL');
  t.equal(answered(await asked), 20);
  child.kill('SIGTERM');
  await ended;
});

t.test('one that has answered, and ends while another is awaited, counts once', async (t) => {
  const { child, ended, port, metrics } = await serving(t, '2');
  await until(async () => processes(await metrics()) === 2, 60_000);
  await ask(port, 20);
  t.equal(answered(await metrics()), 20);
  const [first = 0, second = 0] = serversOf(child.pid);
  process.kill(second, 'SIGSTOP');
  t.teardown(() => isOver(second) || process.kill(second, 'SIGKILL'));
  const asked = metrics();
  await wait(500);
  process.kill(first, 'SIGKILL');
  t.equal(answered(await asked), 20);
  process.kill(second, 'SIGCONT');
  child.kill('SIGTERM');
  await ended;
});

t.test('what keeps it from its start leaves nothing behind', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.teardown(() => other.close());
  const ADMIN_PORT = String((other.address() as AddressInfo).port);
  const settings = { PORT: '0', WORKERS: '2', THREADS: '0' };
  const taken = await run('serve', [], { ...settings, DATABASE: seedsDatabase, ADMIN_PORT });
  t.match(taken, { status: 1, stderr: new RegExp(`^port ${ADMIN_PORT} of 127\\.0\\.0\\.1 is in use.*\n$`) });
  const DATABASE = path.join(t.testdir({}), 'missing.sqlite');
  const missing = await run('serve', [], { ...settings, DATABASE, ADMIN_PORT: '0' });
  t.match(missing, { status: 1, stderr: /^\S*missing\.sqlite: no such database.*\n$/ });
});
