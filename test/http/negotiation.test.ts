// Media types: what the client accepts, what it gets, and what it is told where there is nothing for it.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { isProblem } from '../support/problems.ts';

const accepted: (string | undefined)[] = [
  undefined,
  '',
  '*/*',
  'application/*',
  'application/json',
  'APPLICATION/JSON',
  'application/json; charset=utf-8',
  'application/json;q=0.1',
  'image/png, application/json;q=0.5',
  'image/png, */*;q=0.1',
];

const refused = [
  'image/png',
  'application/pdf',
  'text/x-nothing',
  'application/json;q=0',
  'garbage',
  'image/*',
];

t.test('JSON for whoever takes JSON', async (t) => {
  const { ask } = await testApp(t);
  for (const accept of accepted) {
    for (const url of ['/statements?limit=1', '/people/putin', '/dataset']) {
      const response = await ask(url, { headers: accept === undefined ? {} : { accept } });
      t.equal(response.statusCode, 200, `${url}: ${accept}`);
      t.equal(response.headers['content-type'], 'application/json; charset=utf-8', `${url}: ${accept}`);
    }
  }
});

t.test('406 for whoever takes nothing that there is', async (t) => {
  const { ask } = await testApp(t);
  for (const accept of refused) {
    for (const url of ['/statements', '/people/putin', '/dataset', '/events/alaska-2025/claims']) {
      const response = await ask(url, { headers: { accept } });
      const { allowed } = isProblem(t, response, 'not-acceptable', `${url}: ${accept}`);
      t.ok(allowed?.includes('application/json'), `${url}: ${accept}: JSON would be right`);
    }
  }
});

t.test('errors are told in JSON even so', async (t) => {
  const { ask } = await testApp(t);
  isProblem(t, await ask('/nowhere', { headers: { accept: 'image/png' } }), 'unknown-route');
  isProblem(t, await ask('/people/putn', { headers: { accept: 'application/json' } }), 'unknown-id');
});

t.test('JSON lines by any of their names', async (t) => {
  const { app } = await testApp(t);
  const ndjson = await app.inject('/people?format=ndjson');
  for (const type of ['application/jsonl', 'application/ndjson', 'application/x-jsonlines']) {
    const response = await app.inject({ url: '/people', headers: { accept: type } });
    t.equal(response.headers['content-type'], type);
    t.equal(response.body, ndjson.body);
    const file = await app.inject({ url: '/dataset.ndjson', headers: { accept: type } });
    t.match(file, { statusCode: 200, headers: { 'content-type': type } });
  }
  const both = await app.inject({
    url: '/people',
    headers: { accept: 'application/jsonl, application/json;q=0.5' },
  });
  t.equal(both.headers['content-type'], 'application/jsonl', 'what is preferred');
});
