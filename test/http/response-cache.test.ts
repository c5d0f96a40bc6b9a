// The response cache: the same bytes and headers as the first time, and never those of an older state of the data.
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import t, { type Test } from 'tap';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { exchange } from '../support/wire.ts';

interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A listening server, and a client that asks it over a socket. */
async function listening(t: Test, options: Parameters<typeof testApp>[1] = {}) {
  const lines: Record<string, unknown>[] = [];
  const stream = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const { app, ask, database } = await testApp(t, { ...options, logger: { level: 'info', stream } });
  await app.listen({ port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Received> =>
    new Promise((resolve, reject) => {
      request({ port, path, method, headers: { host: 'api.example', ...headers } }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const { statusCode: status = 0, headers: received } = response;
          resolve({ status, headers: received, body: Buffer.concat(pieces) });
        });
      })
        .on('error', reject)
        .end();
    });
  return { app, ask, database, get, lines, port };
}

/** Headers without those of one request. */
const lasting = ({ 'x-request-id': _id, date: _date, ...headers }: IncomingHttpHeaders) => headers;

const urls = [
  '/statements?speaker=putin&limit=3',
  '/statements?limit=2&format=jsonfeed',
  '/statements?limit=2&format=csv',
  '/statements?q=%D8%B3%D9%84%D8%A7%D9%85&facets=topic',
  '/people/putin',
  '/topics?fields=id',
  '/dataset',
];

t.test('the second answer is the first', async (t) => {
  const { get, lines } = await listening(t);
  for (const url of urls) {
    for (const headers of [{}, { accept: '*/*' }, { 'accept-encoding': 'gzip' }]) {
      const name = `${url} ${JSON.stringify(headers)}`;
      const first = await get(url, headers);
      await get(url, headers);
      const second = await get(url, headers);
      t.equal(first.status, 200, name);
      t.equal(second.status, 200, name);
      t.same(lasting(second.headers), lasting(first.headers), `${name}: the same headers`);
      t.ok(second.body.equals(first.body), `${name}: the same bytes`);
      t.not(second.headers['x-request-id'], first.headers['x-request-id'], `${name}: another request`);
      const etag = String(first.headers.etag);
      const quick = await get(url, { ...headers, 'if-none-match': etag });
      t.equal(quick.status, 304, `${name}: not changed`);
      t.equal(quick.body.length, 0);
      t.match(
        quick.headers,
        { etag, 'cache-control': 'public, no-cache', vary: 'accept, accept-encoding' },
        name,
      );
      t.equal(quick.headers['content-length'], undefined, `${name}: no length of what is not there`);
      t.equal(quick.headers['content-encoding'], undefined, `${name}: nor its encoding`);
    }
  }
  const answered = lines.filter(({ msg }) => msg === 'answered');
  const ids = answered.map(({ reqId }) => reqId);
  t.equal(new Set(ids).size, ids.length, 'every answer is logged, once');
  for (const line of answered)
    t.match(line, { method: String, url: /^\//, statusCode: Number, milliseconds: Number });
});

t.test('what was asked for twice is answered without the data', async (t) => {
  const { database, get } = await listening(t);
  const gzip = { 'accept-encoding': 'gzip' };
  await get('/people/putin');
  await get('/people/putin');
  await get('/changes?limit=1');
  await get('/statements?limit=5', gzip);
  database.close();
  t.equal((await get('/people/putin')).status, 200, 'stored the second time');
  t.equal((await get('/people/putin', {}, 'HEAD')).status, 200, 'and found for HEAD, too');
  t.equal((await get('/changes?limit=1')).status, 500, 'not the first time');
  t.equal((await get('/statements?limit=5', gzip)).status, 200, 'unless it had to be compressed');
});

t.test('the client may name the request', async (t) => {
  const { get, lines } = await listening(t);
  await get('/people/putin');
  const { headers } = await get('/people/putin', { 'x-request-id': 'mine' });
  t.equal(headers['x-request-id'], 'mine');
  t.equal(lines.at(-1)?.['reqId'], 'mine');
});

t.test('however a question is spelled', async (t) => {
  const { get } = await listening(t);
  const spellings = [
    '/statements?speaker=putin,trump&topic=ukraine-war&limit=2',
    '/statements?limit=2&topic=ukraine-war&speaker=trump,putin',
    `/statements?speaker=${encodeURIComponent('بوتين,ترامب')}&topic=ukraine-war&limit=2`,
    '/statements?speaker=%70utin%2Ctrump&topic=ukraine-war&limit=2&speaker=trump,putin'.replace(
      /&speaker=[^&]*$/,
      '',
    ),
  ];
  const [first, ...others] = await Promise.all(spellings.map((url) => get(url)));
  for (const [at, other] of others.entries()) {
    t.same(lasting(other.headers), lasting((first as Received).headers), `${spellings[at + 1]}: the headers`);
    t.ok(other.body.equals((first as Received).body), `${spellings[at + 1]}: the bytes`);
  }
  const different = await get('/statements?speaker.all=putin,trump&topic=ukraine-war&limit=2');
  t.not(different.headers.etag, first?.headers.etag, 'all of them is another question than any of them');
});

t.test('what a request says beside its URL', async (t) => {
  const { get, port } = await listening(t);
  const json = await get('/statements?limit=2');
  const csv = await get('/statements?limit=2', { accept: 'text/csv' });
  const elsewhere = await get('/statements?limit=2', { host: 'other.example' });
  t.match(csv.headers['content-type'], /csv/);
  t.not(elsewhere.headers.etag, json.headers.etag, 'links lead elsewhere');
  t.match(elsewhere.body.toString(), 'http://other.example/');
  t.equal((await get('/statements?limit=2', {}, 'HEAD')).body.length, 0, 'a HEAD has no body');
  t.equal((await get('/statements?limit=2', {}, 'DELETE')).status, 405);
  const asked =
    'GET /statements?limit=2 HTTP/1.1\r\nHost: api.example\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}';
  t.equal((await exchange(port, asked)).status, 200, 'a body is read, and left aside');
});

t.test('a new state of the data', async (t) => {
  const records = { ...bareRecords(), statement: [bareStatement('first')] };
  const { database, load } = await fixture(t, records);
  const { get } = await listening(t, { database });
  const before = await get('/statements');
  t.equal((await get('/statements')).headers.etag, before.headers.etag);
  await load({ ...records, statement: [bareStatement('first'), bareStatement('second')] });
  const after = await get('/statements', { 'if-none-match': String(before.headers.etag) });
  t.equal(after.status, 200, 'the old tag is worth nothing');
  t.equal(JSON.parse(after.body.toString()).page.total, 2);
  t.equal((await get('/statements?limit=20')).status, 200);
});

t.test('compressed as the client accepts it', async (t) => {
  const { get } = await listening(t);
  const url = '/statements?limit=5';
  const plain = await get(url);
  const forms: [accept: string, coding: string | undefined, decode: (bytes: Buffer) => Buffer][] = [
    ['br', 'br', zlib.brotliDecompressSync],
    ['gzip, deflate, br', 'br', zlib.brotliDecompressSync],
    ['gzip', 'gzip', zlib.gunzipSync],
    ['gzip;q=0.1, identity', 'gzip', zlib.gunzipSync],
    ['br;q=0, gzip', 'gzip', zlib.gunzipSync],
    ['compress', undefined, (bytes) => bytes],
    ['identity', undefined, (bytes) => bytes],
    ['gzip;q=0', undefined, (bytes) => bytes],
  ];
  for (const [accept, coding, decode] of forms) {
    for (const time of ['first', 'second']) {
      const { headers, body } = await get(url, { 'accept-encoding': accept });
      t.equal(headers['content-encoding'], coding, `${accept}, the ${time} time`);
      t.match(headers.vary, /accept-encoding/, `${accept}: caches are told`);
      t.ok(decode(body).equals(plain.body), `${accept}: the same answer`);
      t.equal(
        headers.etag === plain.headers.etag,
        coding === undefined,
        `${accept}: other bytes, another tag`,
      );
      if (coding) t.ok(body.length < plain.body.length / 2, `${accept}: smaller`);
    }
  }
  const opted = await get(url, { 'accept-encoding': 'br', 'x-no-compression': '1' });
  t.equal(opted.headers['content-encoding'], 'br', 'no other header decides');
  const small = await get('/people?limit=1&fields=id', { 'accept-encoding': 'br' });
  t.equal(small.headers['content-encoding'], undefined, 'what fits into a packet stays as it is');
});

t.test('what is not from the data, wrong or too large is not kept', async (t) => {
  const { get } = await listening(t);
  for (const url of ['/health/live', '/statements?limit=0', '/people/nobody', '/openapi.json', '/nowhere']) {
    const [first, second] = [await get(url), await get(url)];
    t.equal(first.status, second.status, url);
    t.equal(second.headers['x-request-id'] === first.headers['x-request-id'], false, url);
  }
});
