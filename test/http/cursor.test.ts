// Cursors: taken back only by the list that they were made for, and never the way to an error of the server.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { type ListBody, pathOf } from '../support/lists.ts';

const cursorOf = (next: string | null): string => new URL(String(next)).searchParams.get('cursor') ?? '';

/** The first page of this list gives the cursor; each URL then asks with it for another list. */
const others = [
  '/statements?speaker=trump&limit=2',
  '/statements?limit=2',
  '/statements?speaker.all=putin,trump&limit=2',
  '/statements?speaker=!putin&limit=2',
  '/statements?speaker=putin&sort=saidOn&limit=2',
  '/statements?speaker=putin&sort=-renditions&limit=2',
  '/statements?speaker=putin&since=2025&limit=2',
  '/statements?addressee=putin&limit=2',
  '/people?limit=2',
  '/claims?limit=2',
];

t.test('a cursor of another list is refused', async (t) => {
  const { ask, get } = await testApp(t);
  const { page } = await get<ListBody>('/statements?speaker=putin&limit=2');
  for (const url of others) {
    const response = await ask(`${url}&cursor=${cursorOf(page.next)}`);
    t.equal(response.statusCode, 400, url);
    t.match(response.json(), { code: 'cursor-mismatch', param: 'cursor' }, url);
  }
  const claims = await get<ListBody>('/events/alaska-2025/claims?limit=2');
  const crossed = await ask(`/claims?event=alaska-2025&limit=2&cursor=${cursorOf(claims.page.next)}`);
  t.equal(crossed.json().code, 'cursor-mismatch', 'from one route to another');
});

/** Other ways to ask for the same list. */
const same = [
  '/statements?speaker=putin,trump&limit=2',
  '/statements?speaker=putin,trump&limit=7',
  '/statements?speaker=trump,putin&limit=2',
  `/statements?speaker=${encodeURIComponent('ترامب,بوتين')}&limit=2`,
  '/statements?speaker=Q7747,Q22686,putin&sort=-saidOn&limit=2',
];

t.test('the same question in other words takes the cursor, with another limit too', async (t) => {
  const { get } = await testApp(t);
  const { page } = await get<ListBody>('/statements?speaker=putin,trump&limit=2');
  const whole = await get<ListBody>('/statements?speaker=putin,trump&limit=100');
  for (const url of same) {
    const { data } = await get<ListBody>(`${url}&cursor=${cursorOf(page.next)}`);
    t.same(data[0], whole.data[2], url);
  }
});

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const deep = `${'['.repeat(300)}${']'.repeat(300)}`;

/** Everything that is no cursor. */
const garbage: Record<string, string> = {
  'plain words': 'page-2',
  'a number': '2',
  'not base64': '%%%',
  'no JSON': Buffer.from('{not json').toString('base64url'),
  null: encoded(null),
  'an object': encoded({ fingerprint: 'x', key: 'y', weight: 1 }),
  'a prototype': Buffer.from('{"__proto__":{"0":"a"},"length":3}').toString('base64url'),
  'too few parts': encoded(['x', 'y']),
  'too many parts': encoded(['x', 'y', 1, 2]),
  'wrong types': encoded([1, 2, 'x']),
  'a huge number': Buffer.from('["x","y",1e999]').toString('base64url'),
  'deep JSON': Buffer.from(deep).toString('base64url'),
  'invalid UTF-8': Buffer.from([0x5b, 0xff, 0xfe, 0x5d]).toString('base64url'),
  SQL: encoded("' OR 1=1 --"),
  'a null byte': encoded(['\0', '\0', 0]).slice(0, -2),
};

t.test('what is no cursor is refused', async (t) => {
  const { ask } = await testApp(t);
  for (const [name, cursor] of Object.entries(garbage)) {
    const response = await ask(`/statements?cursor=${encodeURIComponent(cursor)}`);
    t.equal(response.statusCode, 400, name);
    t.match(response.json(), { code: 'invalid-cursor', param: 'cursor' }, name);
  }
  for (const [name, cursor] of [
    ['empty', ''],
    ['too long', 'a'.repeat(1_001)],
  ] as const) {
    const response = await ask(`/statements?cursor=${cursor}`);
    t.match(response.json(), { status: 400, code: 'invalid-parameter', param: 'cursor' }, name);
  }
});

t.test('a cursor that was cut short or changed is refused, at every place', async (t) => {
  const { ask, get } = await testApp(t);
  const cursor = cursorOf((await get<ListBody>('/statements?limit=2')).page.next);
  for (let at = 1; at < cursor.length - 2; at += 1) {
    const response = await ask(`/statements?limit=2&cursor=${cursor.slice(0, at)}`);
    t.equal(response.statusCode, 400, `the first ${at} letters`);
  }
  for (let at = 0; at < 16; at += 1) {
    const changed = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
    const response = await ask(`/statements?limit=2&cursor=${changed}`);
    t.equal(response.statusCode, 400, `another letter at ${at}`);
  }
});

t.test('a forged position breaks nothing', async (t) => {
  const { ask, get } = await testApp(t);
  for (const sort of ['-saidOn', 'saidOn', '-renditions', 'renditions']) {
    const url = `/statements?limit=2&sort=${sort}`;
    const cursor = cursorOf((await get<ListBody>(url)).page.next);
    const [fingerprint] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string];
    for (const [key, weight] of [
      ['', 0],
      ['\u{10ffff}', 0],
      ['~', -1],
      ['\0', Number.MAX_SAFE_INTEGER],
      ['\ud800', 0],
    ]) {
      const response = await ask(`${url}&cursor=${encoded([fingerprint, key, weight])}`);
      t.equal(response.statusCode, 200, `${sort}: ${JSON.stringify(key)}`);
    }
  }
});

t.test('two cursors are one too many', async (t) => {
  const { ask, get } = await testApp(t);
  const next = pathOf(String((await get<ListBody>('/statements?limit=2')).page.next));
  const response = await ask(`${next}&cursor=${cursorOf(`http://x${next}`)}`);
  t.match(response.json(), { status: 400, code: 'invalid-parameter', param: 'cursor' });
});
