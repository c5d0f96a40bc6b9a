// The contract of errors: one shape for every cause, a stable code each, a way out, and nothing of the server's inside.
import type { AddressInfo } from 'node:net';
import t, { type Test } from 'tap';
import { type ProblemCode, problemCodes } from '../../src/http/problems/codes.ts';
import type { ProblemBody } from '../../src/http/problems/problem.ts';
import { emptyDatabase } from '../../src/sqlite/open.ts';
import { listening } from '../server/threads/listening.ts';
import { type TestOptions, testApp } from '../support/app.ts';
import { violations } from '../support/contract.ts';
import { bareRecords, fixture } from '../support/fixture.ts';
import { type ListBody, pathOf } from '../support/lists.ts';
import { insides, isProblem } from '../support/problems.ts';
import { exchange } from '../support/wire.ts';

/** Asks over the seeds, and expects the code. */
const asking =
  (url: string, headers: Record<string, string> = {}) =>
  async (t: Test, code: ProblemCode) => {
    const { ask } = await testApp(t);
    return isProblem(t, await ask(url, { headers }), code);
  };

/** Sends bytes to a listening server; what Node itself refuses has no request id, and no headers but its own. */
const sending =
  (text: string, options: TestOptions = {}) =>
  async (t: Test, code: ProblemCode) => {
    const { app } = await testApp(t, options);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const raw = await exchange((app.server.address() as AddressInfo).port, text);
    const body = JSON.parse(raw.body) as ProblemBody;
    t.equal(raw.status, problemCodes[code].status, 'status');
    t.match(raw.head, /content-type: application\/problem\+json; charset=utf-8/i, 'media type');
    t.match(raw.head, /connection: close/i, 'the connection is closed');
    t.match(body, { code, status: raw.status, title: problemCodes[code].title, type: `/problems/${code}` });
    t.notMatch(raw.body, insides, 'nothing of the inside');
    return body;
  };

/** A real cause for every code there is. */
const causes: Record<ProblemCode, (t: Test, code: ProblemCode) => Promise<ProblemBody>> = {
  'unknown-parameter': asking('/statements?speakr=putin'),
  'invalid-parameter': asking('/statements?limit=0'),
  'unknown-value': asking('/statements?speaker=puttin'),
  'ambiguous-value': async (t, code) => {
    const name = { en: 'Putin', ar: 'ميدان بوتين' };
    const { database } = await fixture(t, {
      ...bareRecords(),
      place: [{ id: 'putin-square', name, kind: 'other' }],
    });
    const { ask } = await testApp(t, { database });
    const body = isProblem(t, await ask('/statements?mention=PUTIN'), code);
    t.match(
      body,
      { param: 'mention', allowed: ['person/putin', 'place/putin-square'] },
      'the ids that it may mean',
    );
    t.equal((await ask('/statements?mention=putin')).statusCode, 200, 'an id always stands for itself');
    return body;
  },
  'invalid-cursor': asking('/statements?cursor=garbage'),
  'cursor-mismatch': async (t, code) => {
    const { ask, get } = await testApp(t);
    const { page } = await get<ListBody>('/statements?limit=2');
    return isProblem(t, await ask(`${pathOf(String(page.next))}&speaker=putin`), code);
  },
  'malformed-request': asking('/people/%E0%A4%A'),
  'unknown-id': asking('/people/putn'),
  'unknown-route': asking('/peeple'),
  'method-not-allowed': async (t, code) => {
    const { ask } = await testApp(t);
    return isProblem(t, await ask('/statements', { method: 'DELETE' }), code);
  },
  'not-acceptable': asking('/statements', { accept: 'image/png' }),
  'request-timeout': sending('GET /statements HTTP/1.1\r\nHost: x\r\nX-Slow: ', {
    limits: { headersTimeout: 100, connectionsCheckingInterval: 50 },
  }),
  'uri-too-long': asking(`/people/${'a'.repeat(201)}`),
  'range-not-satisfiable': asking('/dataset.ndjson', { range: 'bytes=999999999-' }),
  'too-many-requests': async (t, code) => {
    const { app } = await testApp(t, { RATE_LIMIT: 1 });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    await fetch(origin);
    const response = await fetch(origin);
    t.match(response.headers.get('retry-after'), /^[1-9]\d*$/, 'says when to come back');
    const [headers, body] = [Object.fromEntries(response.headers), await response.text()];
    return isProblem(t, { statusCode: response.status, headers, body }, code);
  },
  'header-too-large': sending(`GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'a'.repeat(20_000)}\r\n\r\n`),
  'internal-error': async (t, code) => {
    const { ask, database } = await testApp(t, {});
    database.close();
    return isProblem(t, await ask('/statements'), code);
  },
  overloaded: async (t, code) => {
    const { app } = await listening(t, { maxQueue: 0 });
    const response = await app.inject('/search?q=x');
    t.match(response.headers['retry-after'], /^[1-9]\d*$/, 'says when to come back');
    return isProblem(t, response, code);
  },
  'not-ready': async (t, code) => {
    const { ask } = await testApp(t, { database: emptyDatabase() });
    return isProblem(t, await ask('/statements'), code);
  },
};

for (const [code, cause] of Object.entries(causes) as [ProblemCode, (typeof causes)[ProblemCode]][]) {
  t.test(code, async (t) => {
    const body = await cause(t, code);
    const { ask } = await testApp(t);
    const page = await ask(body.type);
    const { status, title, wayOut } = problemCodes[code];
    t.same(page.json(), { code, status, title, wayOut }, '`type` leads to a page about it');
  });
}

t.test('codes are a promise: none may go, and their statuses stay', async (t) => {
  const statuses = Object.fromEntries(
    Object.entries(problemCodes).map(([code, { status }]) => [code, status]),
  );
  const promised = {
    'unknown-parameter': 400,
    'invalid-parameter': 400,
    'unknown-value': 400,
    'ambiguous-value': 400,
    'invalid-cursor': 400,
    'cursor-mismatch': 400,
    'malformed-request': 400,
    'unknown-id': 404,
    'unknown-route': 404,
    'method-not-allowed': 405,
    'not-acceptable': 406,
    'request-timeout': 408,
    'uri-too-long': 414,
    'range-not-satisfiable': 416,
    'too-many-requests': 429,
    'header-too-large': 431,
    'internal-error': 500,
    overloaded: 503,
    'not-ready': 503,
  };
  t.match(statuses, promised);
});

t.test(
  'answers are checked: a wrong type, a missing field, an unknown field and an unknown status are seen',
  async (t) => {
    const { app } = await testApp(t);
    const response = await app.inject('/people/putin');
    const { roles, ...rest } = response.json();
    const broken = [
      { body: { ...rest, roles, country: 7 }, statusCode: 200 },
      { body: rest, statusCode: 200 },
      { body: { ...rest, roles, extra: true }, statusCode: 200 },
      { body: { ...rest, roles }, statusCode: 418 },
    ];
    for (const { body, statusCode } of broken) {
      const changed = Object.create(response, {
        body: { value: JSON.stringify(body) },
        statusCode: { value: statusCode },
      });
      t.not(violations('GET', '/people/putin', changed).length, 0, JSON.stringify(body).slice(-40));
    }
    t.same(violations('GET', '/people/putin', response), [], 'and the real answer is right');
  },
);
