// ops/nginx.conf as it stands, in front of a real server: what is cached, how it is revalidated, and how it is purged.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { freePort } from '../../bench/processes.ts';
import { inProject } from '../../src/project.ts';
import { fetched, listening, until } from '../server/threads/listening.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';

const isThere = spawnSync('nginx', ['-v']).status === 0;
const skip = !isThere && 'nginx is not installed; on Debian: apt-get install nginx-light';

/** Replaces what the file marks to be changed; each must be there. */
function adapted(text: string, changes: [from: string, to: string][]): string {
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`ops/nginx.conf has no ${from}`);
    return changed.replaceAll(from, to);
  }, text);
}

/** nginx with that configuration, in front of one port or several. */
async function nginx(t: Test, ...upstreams: number[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'summit-record-test-'));
  const port = await freePort();
  for (const name of ['cache', 'tmp']) mkdirSync(path.join(folder, name), { recursive: true });
  const at = (name: string): string => path.join(folder, name);
  const site = adapted(readFileSync(inProject('ops', 'nginx.conf'), 'utf8'), [
    ['server 127.0.0.1:3000;', upstreams.map((upstream) => `server 127.0.0.1:${upstream};`).join(' ')],
    ['/var/cache/nginx/summit-record', at('cache')],
    ['/etc/nginx/summit-record-version.map', at('version.map')],
    ['/var/log/nginx/summit-record.log', at('access.log')],
    ['listen 80;', `listen 127.0.0.1:${port};`],
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${at('tmp')}/${name};`,
  );
  const root = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(at('site.conf'), site);
  writeFileSync(
    at('nginx.conf'),
    `${root} daemon off; worker_processes 1; pid ${at('pid')}; error_log ${at('error.log')};
     events {} http { ${temporary.join(' ')} include ${at('site.conf')}; }`,
  );
  const base = ['-p', folder, '-c', at('nginx.conf'), '-e', at('error.log')];
  const checked = spawnSync('nginx', [...base, '-t'], { encoding: 'utf8' });
  if (checked.status !== 0) throw new Error(checked.stderr);
  const child = spawn('nginx', base, { stdio: 'ignore' });
  t.teardown(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(folder, { recursive: true });
  });
  await until(() =>
    fetched(port, '/health/live').then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
  const get = (url: string, headers: Record<string, string> = {}) =>
    fetched(port, url, { headers: { host: 'record.example', ...headers } });
  /** A word under which nothing is cached yet. */
  const purge = async (version: string): Promise<void> => {
    writeFileSync(at('version.map'), `default "${version}";\n`);
    child.kill('SIGHUP');
  };
  return { get, purge, log: () => readFileSync(at('access.log'), 'utf8') };
}

t.test('hit, revalidation, purge', { skip }, async (t) => {
  const records = { ...bareRecords(), statement: [bareStatement('first'), bareStatement('second')] };
  const { database, load } = await fixture(t, records);
  const { port, lines } = await listening(t, { database, size: 0 });
  const { get, purge, log } = await nginx(t, port);
  const asked = (url: string) => lines.filter((line) => line.url === url);

  const first = await get('/statements');
  t.match(first, { status: 200, headers: { 'x-cache': 'MISS', 'cache-control': 'public, no-cache' } });
  t.match(
    (await get('/statements?limit=1')).body.toString(),
    '"next":"http://record.example/',
    'links lead to the proxy',
  );
  const hits = await Promise.all(Array.from({ length: 5 }, () => get('/statements')));
  t.ok(
    hits.some(({ headers }) => headers['x-cache'] === 'HIT'),
    'found in the cache',
  );
  for (const hit of hits) {
    t.equal(hit.headers['ratelimit-remaining'], undefined, 'what another client has left is not told');
    t.ok(hit.body.equals(first.body));
    t.not(hit.headers['x-request-id'], first.headers['x-request-id'], 'each request has its own id');
  }
  const etag = String(first.headers.etag);
  t.equal(
    (await get('/statements', { 'if-none-match': etag })).status,
    304,
    'a client revalidates at the proxy',
  );

  await wait(2_100);
  const later = await get('/statements');
  t.match(later, { status: 200, headers: { 'x-cache': 'REVALIDATED', etag } });
  t.equal(asked('/statements').at(-1)?.statusCode, 304, 'by its tag: the API sent no body');

  await load({ ...records, statement: [...records.statement, bareStatement('third')] });
  await wait(2_100);
  const after = await get('/statements');
  t.match(after, { status: 200, headers: { 'x-cache': 'EXPIRED' } });
  t.equal(JSON.parse(after.body.toString()).page.total, 3, 'a new version is seen by itself');

  await get('/statements');
  await purge('another-version');
  await until(async () => (await get('/statements')).headers['x-cache'] === 'MISS'); // what is only too old is EXPIRED
  t.pass('under another word nothing is found');

  const id = String((await get('/people/putin')).headers['x-request-id']);
  await until(() => lines.some(({ reqId }) => reqId === id) && log().includes(id));
  t.pass('one id in both logs');
  t.match(log(), `"reqId":"${id}"`);
});

t.test('variants, and what no cache may keep', { skip }, async (t) => {
  const { port } = await listening(t, { size: 0 });
  const { get, log } = await nginx(t, port);
  const url = '/statements?limit=20&q=';
  const json = await get('/statements');
  const csv = await get('/statements', { accept: 'text/csv' });
  const gzip = await get('/statements', { 'accept-encoding': 'gzip, deflate' });
  const brotli = await get('/statements', { 'accept-encoding': 'gzip, deflate, br, zstd' });
  const refused = await get('/statements', { 'accept-encoding': 'br;q=0, gzip' });
  t.match(csv.headers['content-type'], /csv/, 'another Accept is another answer');
  t.equal(json.headers['content-encoding'], undefined);
  t.equal(gzip.headers['content-encoding'], 'gzip');
  t.equal(brotli.headers['content-encoding'], 'br');
  t.equal(refused.headers['content-encoding'], 'gzip');
  t.match((await get('/statements')).headers['content-type'], /json/);
  for (const each of ['/health/ready', '/nowhere', '/people/nobody-at-all', '/statements?limit=0']) {
    const [one, two] = [await get(each), await get(each)];
    t.not(one.headers['x-cache'], 'HIT', each);
    t.not(two.headers['x-cache'], 'HIT', each);
    t.equal(two.headers['cache-control'], 'no-store', each);
  }
  const part = await get('/dataset.ndjson', { range: 'bytes=0-9' });
  t.match([part.status, part.body.length], [206, 10], 'a part of a download');
  await get(`${url}secret-word`, { 'user-agent': 'secret-agent' });
  t.notMatch(log(), /secret|127\.0\.0\.1/, 'the log of the proxy knows no client');
  for (const line of log().trim().split('\n')) t.type(JSON.parse(line), 'object');
});

t.test('two processes: both answer, and one that stops is passed over', { skip }, async (t) => {
  const [first, second] = [await listening(t, { size: 0 }), await listening(t, { size: 0 })];
  const { get } = await nginx(t, first.port, second.port);
  let cursor = 0;
  const answers = async (count: number): Promise<number[]> =>
    Promise.all(Array.from({ length: count }, () => get(`/statements?limit=${++cursor}`))).then((all) =>
      all.map(({ status }) => status),
    );
  t.same(await answers(20), Array(20).fill(200));
  const answered = ({ lines }: typeof first) => lines.filter(({ url }) => url === '/statements').length;
  t.ok(answered(first) > 0 && answered(second) > 0, 'requests go to both');
  const during = answers(10);
  await first.app.close();
  t.same(await during, Array(10).fill(200), 'while one stops');
  t.same(await answers(20), Array(20).fill(200), 'after it stopped');
});
