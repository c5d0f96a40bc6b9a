// The Model Context Protocol, as an agent's client uses it: over HTTP and over standard input and output.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import t, { type Test } from 'tap';
import { inProject } from '../../src/project.ts';
import { type TestOptions, testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { seedsDatabase } from '../support/prepared.ts';

/** A client that is connected over HTTP, and the origin of the server. */
async function connected(t: Test, options: TestOptions = {}) {
  const { app } = await testApp(t, options);
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', origin)));
  t.teardown(() => client.close());
  return { client, origin };
}

/** The answer of a tool, which must have one. */
async function call<T>(client: Client, name: string, given: Record<string, unknown>): Promise<T> {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: given });
  if (isError || structuredContent === undefined) throw new Error(JSON.stringify(content));
  return structuredContent as T;
}

interface Statements {
  total: number;
  next: string | null;
  statements: {
    id: string;
    url: string;
    gist: string;
    wording: string;
    renditions: { quotes: string[] }[];
  }[];
}

t.test('tools say what they take and give', async (t) => {
  const { client } = await connected(t);
  const { tools } = await client.listTools();
  t.same(
    tools.map(({ name }) => name),
    [
      ...['search_statements', 'read_statement', 'compare_renditions'],
      ...['list_discrepancies', 'resolve_name', 'profile_outlet'],
    ],
  );
  for (const { name, annotations, inputSchema, outputSchema } of tools) {
    t.equal(annotations?.readOnlyHint, true, name);
    t.equal(inputSchema.type, 'object');
    t.equal(outputSchema?.['type'], 'object');
  }
  t.match(JSON.stringify(tools[0]?.inputSchema), 'Speaker: a person', "a filter's own description");
});

t.test('what Trump said about Zelensky, and where sources differ: three calls', async (t) => {
  const { client, origin } = await connected(t);
  const found = await call<Statements>(client, 'search_statements', {
    speaker: 'ترامب',
    mention: 'Zelensky',
  });
  const asked = (await (await fetch(`${origin}/statements?speaker=trump&mention=zelensky`)).json()) as {
    page: { total: number };
    data: { id: string; gist: { en: string } }[];
  };
  t.equal(found.total, asked.page.total);
  t.same(
    found.statements.map(({ id, gist }) => ({ id, gist })),
    asked.data.slice(0, 10).map(({ id, gist }) => ({ id, gist: gist.en })),
  );
  t.ok(JSON.stringify(found).length < 12_000, 'ten statements are short');
  const cited = await fetch(found.statements[0]?.url ?? '', { headers: { accept: 'text/html' } });
  t.match(cited.headers.get('content-type'), 'text/html', 'what is cited is a page for people');
  const differing = await call<Statements>(client, 'search_statements', {
    speaker: 'trump',
    differing: 'true',
  });
  const [first] = differing.statements;
  const comparison = await call<{ pairs: { differences: unknown[] }[] }>(client, 'compare_renditions', {
    id: first?.id,
  });
  t.ok(comparison.pairs.some(({ differences }) => differences.length > 0));
  const { discrepancies } = await call<{ discrepancies: { values: unknown[] }[] }>(
    client,
    'list_discrepancies',
    {
      status: 'conflicting',
    },
  );
  t.ok(discrepancies.every(({ values }) => values.length > 1));
});

t.test('pages, languages, names and profiles', async (t) => {
  const { client } = await connected(t);
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Statements = await call(client, 'search_statements', {
      speaker: 'putin',
      limit: 20,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...page.statements.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  t.equal(new Set(ids).size, 33);
  const read = await call<{ speakers: string[] }>(client, 'read_statement', {
    id: ids[0],
    answerLanguage: 'ar',
  });
  t.match(read.speakers[0], /بوتين/);
  const { matches } = await call<{ matches: { value: string }[] }>(client, 'resolve_name', { name: 'زيلين' });
  t.equal(matches[0]?.value, 'zelensky');
  const profile = await call<{ statements: object }>(client, 'profile_outlet', { outlet: 'xinhua' });
  t.same(profile.statements, { carried: 21, exclusive: 7, leftOut: 19, all: 91 });
});

t.test('one statement is read whole: what its renditions add, and where they stand', async (t) => {
  const { client } = await connected(t);
  const read = await call<{ topics: string[]; renditions: object[] }>(client, 'read_statement', {
    id: 'putin-ukraine-security-with-demands',
  });
  t.same(read.topics, ["Ukraine's security", 'Peace settlement']);
  t.match(read.renditions[1], { cue: 'وأضاف', paragraph: 5, note: /^'We', not 'I'; importance for/ });
});

t.test('statements come in the order that was asked for', async (t) => {
  const { client } = await connected(t);
  const { statements } = await call<Statements>(client, 'search_statements', {
    sort: '-renditions',
    limit: 3,
  });
  const numbers = statements.map(({ renditions }) => renditions.length);
  t.same(
    numbers,
    [...numbers].sort((a, b) => b - a),
  );
  t.ok((numbers[0] ?? 0) > 4);
});

t.test('a refusal says what would be right', async (t) => {
  const { client } = await connected(t);
  const { isError, content } = await client.callTool({
    name: 'search_statements',
    arguments: { speaker: 'putni' },
  });
  t.equal(isError, true);
  t.match(JSON.stringify(content), /putni.*Nearest: putin/);
  const topic = await client.callTool({ name: 'search_statements', arguments: { topic: 'Ukraine' } });
  t.match(JSON.stringify(topic.content), /Nearest: ukraine-war/, 'a word of a name is a hint, too');
  const missing = await client.callTool({ name: 'read_statement', arguments: { id: 'a/b?c' } });
  t.match(JSON.stringify(missing.content), /holds no 'a\/b\?c'.*Find ids with search_statements/);
  const outlet = await client.callTool({ name: 'profile_outlet', arguments: { outlet: 'شينخوا' } });
  t.match(JSON.stringify(outlet.content), /Nearest: xinhua.*Find ids with resolve_name/);
  const misspelt = await client.callTool({ name: 'search_statements', arguments: { who: 'Trump' } });
  t.equal(misspelt.isError, true, 'an argument that there is not must not find everything');
  t.match(JSON.stringify(misspelt.content), /no argument 'who'\. Valid: q, speaker, /);
  const near = await client.callTool({ name: 'read_statement', arguments: { id: 'x', answerLang: 'ar' } });
  t.match(JSON.stringify(near.content), /no argument 'answerLang'\. Nearest: answerLanguage\./);
});

t.test('where nothing is found, the answer says what to try', async (t) => {
  const { client } = await connected(t);
  const found = await call<{ total: number; advice?: string }>(client, 'search_statements', { q: 'zzzzz' });
  t.match(found, { total: 0, advice: /resolve_name.*All words of `q` must occur/ });
  const none = await call<{ advice?: string }>(client, 'list_discrepancies', {
    attribute: 'date',
    source: 'article-004',
  });
  t.match(none, { total: 0, advice: /resolve_name\.$/ });
  t.match(await call(client, 'resolve_name', { name: 'zzzzz' }), { matches: [], advice: /another spelling/ });
  t.notOk('advice' in (await call<object>(client, 'search_statements', { speaker: 'putin' })));
});

t.test('a shared name is told apart', async (t) => {
  const records = bareRecords();
  const adas = ['ada-one', 'ada-two'].map((id) => ({ id, name: { en: 'Ada Stone' } }));
  const { database } = await fixture(t, {
    ...records,
    person: [...records.person, ...adas],
    statement: [bareStatement('one')],
  });
  const { client } = await connected(t, { database });
  const { isError, content } = await client.callTool({
    name: 'search_statements',
    arguments: { speaker: 'Ada Stone' },
  });
  t.equal(isError, true);
  t.match(JSON.stringify(content), /Candidates: .*ada-one.*ada-two/);
});

t.test('an id that was retired leads on, and one with the ending of a format is no id', async (t) => {
  const records = bareRecords();
  const statement = [bareStatement('new-words', { formerly: ['old-words'] })];
  const { database } = await fixture(t, { ...records, statement });
  const { client } = await connected(t, { database });
  const { id } = await call<{ id: string }>(client, 'read_statement', { id: 'old-words' });
  t.equal(id, 'new-words');
  for (const wrong of ['new-words.jsonld', 'new-words.csv', '\ud800']) {
    const { isError, content } = await client.callTool({ name: 'read_statement', arguments: { id: wrong } });
    t.equal(isError, true);
    t.match(JSON.stringify(content), /holds no '.*Find ids with search_statements/, JSON.stringify(wrong));
  }
});

t.test('who subscribes to changes is told at once that there are none', { timeout: 10_000 }, async (t) => {
  const { client, origin } = await connected(t);
  t.same(client.getServerCapabilities()?.tools, { listChanged: false });
  const version = '2026-07-28';
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const params = { _meta, notifications: { toolsListChanged: true, resourcesListChanged: true } };
  const answer = await fetch(`${origin}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': version,
      'mcp-method': 'subscriptions/listen',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params }),
  });
  t.equal(answer.status, 200);
  t.match(await answer.text(), /"resultType":"complete"/, 'the answer ends');
});

t.test('resources and a prompt', async (t) => {
  const { client } = await connected(t);
  const { resources } = await client.listResources();
  for (const { uri } of resources) {
    const { contents } = await client.readResource({ uri });
    t.match(JSON.stringify(contents), uri.endsWith('glossary') ? /rendition/ : /3b0753bafb5b9fdc|version/);
  }
  const { messages } = await client.getPrompt({
    name: 'answer_with_citations',
    arguments: { question: 'What did Putin say on Ukraine?' },
  });
  t.match(JSON.stringify(messages), 'What did Putin say on Ukraine?');
});

t.test('the questions of tools count against the rate limit of their client', async (t) => {
  const { client } = await connected(t, { RATE_LIMIT: 12 });
  const results = [];
  for (let time = 0; time < 6; time += 1) {
    try {
      const { isError } = await client.callTool({ name: 'resolve_name', arguments: { name: 'p' } });
      results.push(isError === true ? 'refused' : 'answered');
    } catch {
      results.push('too many');
    }
  }
  t.equal(results[0], 'answered');
  t.not(results.at(-1), 'answered');
});

t.test('other requests than those of the protocol are errors, not crashes', async (t) => {
  const { app } = await testApp(t);
  const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  for (const payload of ['', '[]', '{}', '"x"', 'null', '{"jsonrpc":"2.0","id":1,"method":"no/such"}', '{']) {
    const { statusCode } = await app.inject({ method: 'POST', url: '/mcp', headers: json, payload });
    t.ok(statusCode < 500, `${payload}: ${statusCode}`);
  }
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const told: Record<string, [payload: string, type: string]> = {
    'longer than': [JSON.stringify('x'.repeat(70_000)), 'application/json'],
    empty: ['', 'application/json'],
    'not JSON': ['{', 'application/json'],
    'must be JSON': ['a=b', 'application/x-www-form-urlencoded'],
    'more than 10 messages': [`[${Array(11).fill('{}')}]`, 'application/json'],
    'more than 32 levels': [deep(30_000), 'application/json'],
  };
  for (const [reason, [payload, type]] of Object.entries(told)) {
    const headers = { ...json, 'content-type': type };
    const answer = await app.inject({ method: 'POST', url: '/mcp', payload, headers });
    t.match(answer.json(), { status: 400, detail: reason });
  }
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) {
    const { statusCode, headers } = await app.inject({ method, url: '/mcp' });
    t.match({ statusCode, headers }, { statusCode: 405, headers: { allow: 'POST' } }, method);
  }
});

t.test('over standard input and output', async (t) => {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [inProject('dist', 'scripts', 'mcp.js')],
    env: { DATABASE: seedsDatabase },
  });
  await client.connect(transport);
  t.teardown(() => client.close());
  const { total } = await call<Statements>(client, 'search_statements', { speaker: 'putin', limit: 1 });
  t.equal(total, 33);
});

t.test('over standard input and output, while PostgreSQL is away', async (t) => {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [inProject('dist', 'scripts', 'mcp.js')],
    env: { DATABASE: 'postgres://user:secret@127.0.0.1:1/summit' },
    stderr: 'pipe',
  });
  let told = '';
  transport.stderr?.on('data', (text) => (told += text));
  await client.connect(transport);
  t.teardown(() => client.close());
  const { isError, content } = await client.callTool({ name: 'resolve_name', arguments: { name: 'putin' } });
  t.ok(isError);
  t.match(JSON.stringify(content), 'cannot be reached');
  t.match(told, /^127\.0\.0\.1:1\/summit: .*check that PostgreSQL runs/);
});
