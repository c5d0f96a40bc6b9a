// The rate limit: each response says what is left; clients are told apart by address.
import t, { type Test } from 'tap';
import { begin, fetched, listening } from '../server/threads/listening.ts';
import { isProblem } from '../support/problems.ts';

const limited = (t: Test, RATE_LIMIT: number, ...TRUSTED_PROXIES: string[]) =>
  listening(t, { size: 0, settings: { RATE_LIMIT, TRUSTED_PROXIES } });

/** Asks for as often as may be, and gives what is left each time. */
async function leftAfter(port: number, url: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetched(port, url, { headers });
  if (response.status === 429) return -1;
  const left = response.headers['ratelimit-remaining'];
  return Number(left);
}

t.test('each answer tells what is left, whichever way it takes', async (t) => {
  const { port } = await limited(t, 9);
  const ways = [
    '/people/putin',
    '/people/putin',
    '/people/putin',
    '/nowhere',
    '/statements?limit=0',
    '/docs',
    '/statements?format=ndjson',
  ];
  for (const [at, url] of ways.entries()) t.equal(await leftAfter(port, url), 8 - at, url);
  const first = await fetched(port, '/people/putin');
  t.equal(first.headers['ratelimit-limit'], '9');
  const seconds = Number(first.headers['ratelimit-reset']);
  t.ok(seconds >= 1 && seconds <= 60, `${seconds} s until all are there again`);
  const headers = { 'if-none-match': String(first.headers.etag) };
  const unchanged = await fetched(port, '/people/putin', { headers });
  t.equal(unchanged.status, 304);
  t.equal(unchanged.headers['ratelimit-remaining'], '0', 'a 304, too');
});

t.test('one too many is told when to come back; health is answered all the same', async (t) => {
  const { port, lines } = await limited(t, 2);
  for (const _ of [1, 2]) await fetched(port, '/people/putin');
  const { status, headers, body } = await fetched(port, '/people/putin', {
    headers: { 'x-request-id': 'mine' },
  });
  const { requestId } = isProblem(
    t,
    { statusCode: status, headers, body: body.toString() },
    'too-many-requests',
  );
  t.equal(requestId, 'mine');
  t.equal(headers['content-length'], String(body.length));
  t.equal(headers['ratelimit-remaining'], '0');
  const seconds = Number(headers['retry-after']);
  t.ok(seconds >= 1 && seconds <= 60, `${seconds} s`);
  t.equal(headers['access-control-allow-origin'], '*', 'a page can read it');
  t.match(
    headers['access-control-expose-headers'],
    /RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After/,
  );
  const head = await begin(port, '/nowhere', { method: 'HEAD' });
  t.equal(head.statusCode, 429, 'whatever is asked');
  for (const url of ['/health/live', '/health/ready']) {
    const response = await fetched(port, url);
    t.equal(response.status, 200, url);
    t.equal(response.headers['ratelimit-remaining'], undefined, `${url}: not counted`);
  }
  const logged = lines.filter(({ msg }) => msg === 'answered').map(({ statusCode }) => statusCode);
  t.same(logged, [200, 200, 429, 429, 200, 200], 'a line each');
});

t.test('0 is for any number', async (t) => {
  const { port } = await limited(t, 0);
  for (const _ of [1, 2, 3]) {
    const { status, headers } = await fetched(port, '/people/putin');
    t.equal(status, 200);
    t.notOk(Object.keys(headers).some((name) => name.startsWith('ratelimit')));
  }
});

t.test('X-Forwarded-For counts for nothing, unless a trusted proxy says it', async (t) => {
  const { port } = await limited(t, 3);
  for (const [at, claimed] of ['203.0.113.1', '203.0.113.2', '127.0.0.1'].entries()) {
    t.equal(await leftAfter(port, '/people/putin', { 'x-forwarded-for': claimed }), 2 - at, claimed);
  }
  t.equal(
    await leftAfter(port, '/people/putin', { 'x-forwarded-for': '203.0.113.9' }),
    -1,
    'one client all the time',
  );
});

t.test('behind a trusted proxy', async (t) => {
  const { port } = await limited(t, 100, '127.0.0.1', '10.0.0.0/8');
  const left = (forwarded: string) => leftAfter(port, '/people/putin', { 'x-forwarded-for': forwarded });
  t.equal(await left('203.0.113.1'), 99);
  t.equal(await left('203.0.113.1'), 98);
  t.equal(await left('198.51.100.9, 203.0.113.1'), 97, 'what stands before it the client wrote itself');
  t.equal(await left('203.0.113.1, 10.1.2.3'), 96, 'trusted ones after it');
  t.equal(await left('203.0.113.1:5000'), 95, 'with a port');
  t.equal(await left('::ffff:203.0.113.1'), 94, 'written as IPv6');
  t.equal(await left('203.0.113.2'), 99, 'another client');
  t.equal(await left('2001:db8:0:1::1'), 99);
  t.equal(await left('2001:db8:0:1:ffff::2'), 98, 'the same network of 64 bits');
  t.equal(await left('[2001:db8:0:1::3]:5000'), 97, 'with a port');
  t.equal(await left('2001:db8:0:2::1'), 99, 'another network');
  t.equal(await leftAfter(port, '/people/putin'), 99, 'the proxy itself');
  t.equal(await left('nonsense'), 98, 'whoever is not named by an address counts as the proxy');
  t.equal(await left(`${'198.51.100.1, '.repeat(50)}203.0.113.1`), 93, 'after many others');
});

t.test('only the two paths of health are free, not what looks like them', async (t) => {
  const { port } = await limited(t, 1);
  await fetched(port, '/people/putin');
  for (const url of [
    '/health/',
    '/health/nothing',
    '/health/live/',
    '/health/ready/x?y',
    '/healthy',
    '/health',
  ])
    t.equal((await fetched(port, url)).status, 429, url);
  for (const url of ['/health/live', '/health/ready', '/health/live?', '/health/ready?x=y'])
    t.not((await fetched(port, url)).status, 429, url);
});
