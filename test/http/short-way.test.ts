// The short way from a question to its bytes: it answers like the framework, and leaves to it what it does not know.
import { type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import t, { type Test } from 'tap';
import { emptyDatabase } from '../../src/database/open.ts';
import { testApp } from '../support/app.ts';
import { exchange } from '../support/wire.ts';

const host = 'api.example';

interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A listening server over the seeds, asked over a socket and by injection, which passes by the short way. */
async function bothWays(t: Test, options: Parameters<typeof testApp>[1] = {}) {
  const { app } = await testApp(t, options);
  let byFramework = 0;
  app.addHook('onSend', async () => {
    byFramework += 1;
  });
  await app.listen({ port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const bySocket = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Received> =>
    new Promise((resolve, reject) => {
      request({ port, path, method, agent: false, headers: { host, ...headers } }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const { statusCode: status = 0, headers: received } = response;
          resolve({ status, headers: received, body: Buffer.concat(pieces).toString('base64') });
        });
      })
        .on('error', reject)
        .end();
    });
  const byInjection = async (url: string, headers: Record<string, string> = {}): Promise<Received> => {
    const answer = await app.inject({ url, headers: { host, ...headers } });
    return {
      status: answer.statusCode,
      headers: answer.headers as IncomingHttpHeaders,
      body: answer.rawPayload.toString('base64'),
    };
  };
  /** Asks over a socket, and says whether the framework saw the request. */
  const ask = async (...asked: Parameters<typeof bySocket>) => {
    const before = byFramework;
    const answer = await bySocket(...asked);
    return { ...answer, sawFramework: byFramework > before };
  };
  return { app, ask, byInjection, port };
}

/** Headers without those of one request or connection. */
const lasting = ({
  'x-request-id': _id,
  date: _date,
  connection: _connection,
  'keep-alive': _alive,
  ...headers
}: IncomingHttpHeaders) => headers;

const withoutId = ({ status, body }: Received) =>
  status < 400
    ? body
    : Buffer.from(body, 'base64')
        .toString()
        .replace(/"requestId":"[^"]*"/, '');

const short = [
  '/statements',
  '/statements?',
  '/statements?speaker=putin&limit=3',
  '/statements?speaker=%D8%A8%D9%88%D8%AA%D9%8A%D9%86&topic=!ukraine-war',
  '/statements?speaker=trump,putin&speaker=!putin&sort=saidOn&limit=2',
  '/statements?outlet=xinhua&since=2025-08-15&until=2025-08-16',
  '/statements?fields=id,gist.en&limit=2',
  '/statements?limit=2&format=ndjson',
  '/statements?limit=2&format=csv',
  '/statements?limit=2&format=atom',
  '/renditions?limit=3',
  '/claims?limit=3',
  '/discrepancies?limit=3',
  '/topics?sort=-statements',
  '/people',
  '/people/putin',
  '/people/putin?fields=name.ar',
  '/outlets/xinhua',
  '/places/alaska',
  '/events?limit=1',
  '/sources',
];

t.test('the same answers as by way of the framework', async (t) => {
  const { ask, byInjection } = await bothWays(t);
  for (const url of short) {
    for (const headers of [{}, { accept: 'application/json' }, { 'accept-encoding': 'gzip, br' }]) {
      const name = `${url} ${JSON.stringify(headers)}`;
      const answer = await ask(url, headers);
      t.equal(answer.sawFramework, false, `${name}: without the framework`);
      const expected = await byInjection(url, headers);
      t.equal(answer.status, expected.status, name);
      t.same(lasting(answer.headers), lasting(expected.headers), `${name}: the same headers`);
      t.equal(answer.body, expected.body, `${name}: the same bytes`);
      t.match(answer.headers['x-request-id'], /^[\w-]{36}$/, `${name}: an id`);
    }
  }
});

t.test('nothing new since, for who was never here before', async (t) => {
  const { ask, byInjection } = await bothWays(t);
  for (const url of ['/people/putin', '/statements?speaker=putin']) {
    const { etag = '' } = (await byInjection(url)).headers;
    const answer = await ask(url, { 'if-none-match': etag });
    const expected = await byInjection(url, { 'if-none-match': etag });
    t.equal(answer.sawFramework, false);
    t.equal(answer.status, 304);
    t.equal(answer.body, '');
    t.same(lasting(answer.headers), lasting(expected.headers));
    for (let times = 0; times < 3; times++) {
      const again = await ask(url, { 'if-none-match': etag });
      t.equal(again.status, 304, 'and so it goes on');
      t.same(lasting(again.headers), lasting(expected.headers));
    }
    const whole = await ask(url);
    const wholeExpected = await byInjection(url);
    t.equal(whole.body, wholeExpected.body, 'whole for whoever asks in the same words and has nothing');
    t.same(lasting(whole.headers), lasting(wholeExpected.headers));
    t.equal((await ask(url, { 'if-none-match': etag })).status, 304);
    t.equal((await ask(url)).body, wholeExpected.body, 'for whoever comes next, too');
  }
});

const long = [
  '/',
  '/people/putin/',
  '/people/%70utin',
  '/people/nobody-at-all',
  '/people/',
  '/people/putin/statements',
  '/statements/counts',
  '/statements/facets/topic',
  '/statements?speaker=nobody-at-all',
  '/statements?limit=0',
  '/statements?spaeker=putin',
  '/statements?cursor=abc',
  '/statements?facets=topic',
  '/statements?q=peace',
  '/statements?format=csv',
  '/people/putin?fields=nmae',
  '/nothing/here',
  '/people/putin?limit=1',
];

t.test('what is wrong, heavy or elsewhere is for the framework', async (t) => {
  const { ask, byInjection } = await bothWays(t);
  for (const url of long) {
    const answer = await ask(url);
    t.ok(answer.sawFramework, `${url}: by the framework`);
    const expected = await byInjection(url);
    t.equal(answer.status, expected.status, url);
    t.equal(withoutId(answer), withoutId(expected), `${url}: the same answer`);
  }
  for (const method of ['HEAD', 'OPTIONS', 'POST']) {
    t.ok((await ask('/people/putin', {}, method)).sawFramework, `${method} is`);
  }
  t.ok((await ask('/people/putin', { accept: 'image/png' })).sawFramework, 'so is what nobody can answer');
});

t.test('a Host that is none is refused, and what comes without one', async (t) => {
  const { port } = await bothWays(t);
  const end = 'Connection: close\r\n\r\n';
  const none = await exchange(port, `GET /people/putin HTTP/1.1\r\n${end}`);
  t.equal(none.status, 400);
  const odd = await exchange(port, `GET /people/putin HTTP/1.1\r\nHost: a b\r\n${end}`);
  t.equal(odd.status, 400);
});

t.test('before anything was ingested', async (t) => {
  const { ask } = await bothWays(t, { database: emptyDatabase() });
  for (const url of ['/statements', '/people/putin']) t.equal((await ask(url)).status, 503, url);
});
