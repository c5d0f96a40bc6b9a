// Threads answer heavy questions with the very bytes that the main thread would have sent, and each answer is logged once.
import t from 'tap';

import { type Asking, fetched, listening, type Received } from './listening.ts';

const statement = '/statements/putin-good-direct-contacts';
const word = encodeURIComponent('محادثات');

const questions: [url: string, headers?: Record<string, string>][] = [
  [`/statements?q=${word}`],
  [`/statements?q=${word}&fields=id,highlights.path`],
  [`/search?q=${word}&limit=3`],
  ['/statements?facets=speaker,topic,outlet&speaker=putin'],
  ['/statements/facets/topic?limit=2'],
  ['/statements/counts?by=speaker,topic'],
  ['/outlets/xinhua/profile'],
  [`${statement}/comparison`],
  ['/changes?limit=2'],
  ['/statements?facets=speaker&format=csv&limit=5'],
  ['/openapi.json'],
  ['/docs/json'],
  ['/?', { accept: 'application/json' }],
  [`/statements?q=%22<>|'${word}`],
  [`/statements?q=a&q=b`],
  ['/search?q=-x'],
  ['/statements?q=x&limit=0&nothing=1'],
  ['/statements?facets=nothing'],
  ['/outlets/../profile'],
  ['/outlets/nobody/profile'],
  [`/statements?q=${word}`, { accept: 'image/png' }],
  [`/statements?q=${word}`, { host: 'a b' }],
];

const ways: Record<string, Asking> = {
  GET: {},
  HEAD: { method: 'HEAD' },
  gzip: { headers: { 'accept-encoding': 'gzip' } },
  br: { headers: { 'accept-encoding': 'gzip, br' } },
};

/** Links may be left out where nothing changed (RFC 9110, 15.4.5): who made the page tells more of them. */
function unchanged({ headers: { link: _link, ...headers }, ...received }: Received) {
  return { ...received, headers };
}

/** What the main thread sends as a stream of unknown length, threads may send whole. */
function unframed({ headers, ...received }: Received) {
  const { 'content-length': _length, 'transfer-encoding': _coding, ...others } = headers;
  return { ...received, headers: others };
}

t.test('the same bytes, the same headers', async (t) => {
  const alone = await listening(t, { size: 0 });
  const beside = await listening(t);
  const expected = new Map<string, Received>();
  const each = async (check: (name: string, url: string, asking: Asking) => Promise<void>) => {
    for (const [url, own] of questions) {
      for (const [way, { headers, ...asking }] of Object.entries(ways)) {
        const all = { ...own, ...headers, 'x-request-id': 'the-same' };
        await check(`${way} ${url} ${JSON.stringify(own ?? {})}`, url, { ...asking, headers: all });
      }
    }
  };
  await each(async (name, url, asking) => void expected.set(name, await fetched(alone.port, url, asking)));
  beside.database.close(); // what is answered from the data now, a thread has answered
  await each(async (name, url, asking) => {
    const { etag } = expected.get(name)?.headers ?? {};
    const wanted = expected.get(name) as Received;
    const shown = /csv|ndjson/.test(name) ? unframed : (received: Received) => received;
    t.same(shown(await fetched(beside.port, url, asking)), shown(wanted), name);
    t.same(shown(await fetched(beside.port, url, asking)), shown(wanted), `${name}: again`);
    if (etag === undefined) return;
    const known = { ...asking, headers: { ...asking.headers, 'if-none-match': etag } };
    t.same(
      unchanged(await fetched(beside.port, url, known)),
      unchanged(await fetched(alone.port, url, known)),
      `${name}: 304 where it is known`,
    );
  });
  t.equal(
    (await fetched(beside.port, '/statements?speaker=trump')).status,
    500,
    'a page is for the main thread',
  );
});

t.test('each request is logged once, by the id that the client is told', async (t) => {
  const { port, lines } = await listening(t);
  lines.length = 0;
  for (const url of [`/search?q=${word}`, '/search?q=-x', `/statements?q=${word}&format=csv`]) {
    lines.length = 0;
    const { headers, status } = await fetched(port, url);
    t.match(
      lines,
      [{ level: 30, reqId: headers['x-request-id'], url: url.split('?')[0], statusCode: status }],
      url,
    );
    t.equal(lines.length, 1, url);
  }
});

t.test('the main thread caches the responses of threads', async (t) => {
  const { port } = await listening(t, { program: new URL('./odd-thread.js', import.meta.url) });
  const ask = () => fetched(port, `/statements?q=${word}`, { headers: { 'x-request-id': 'same' } });
  const first = await ask();
  const busy = fetched(port, '/statements?q=wait').then(() => 'a thread'); // there is only one
  const again = ask();
  t.equal(await Promise.race([busy, again.then(() => 'the cache')]), 'the cache');
  t.same(await again, first);
  await busy;
});
