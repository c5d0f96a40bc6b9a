// Every link in every answer leads somewhere: a crawl from `/` that follows each `href` and `next`, and checks each count.
import t, { type Test } from 'tap';
import { type TestApp, testApp } from '../support/app.ts';
import { exampleUrl } from '../support/examples.ts';
import { type ListBody, pathOf } from '../support/lists.ts';
import { seeds } from '../support/seeds.ts';

interface Link {
  url: string;
  /** Where it stands. */
  from: string;
  /** How many the list must hold, where a count stands beside the link. */
  count?: number;
}

/** Keys under which an answer holds a path or a whole URL of this API. */
const linkKeys = new Set(['href', 'next', 'organization', 'documentation', 'description', 'type']);

/** Every link inside an answer, however deep. */
function* linksIn(value: unknown, from: string): Generator<Link> {
  if (Array.isArray(value)) for (const each of value) yield* linksIn(each, from);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && linkKeys.has(key) && /^(?:\/|http:)[^{]*$/.test(inner)) {
      const isCount = Object.keys(value).sort().join() === 'count,href';
      const count = 'count' in value && isCount ? { count: Number(value.count) } : {};
      yield { url: pathOf(inner), from, ...count };
    } else yield* linksIn(inner, from);
  }
}

/** Follows everything once, and gives what each URL answered. */
async function crawl(t: Test, ask: TestApp['ask'], start: Link[]): Promise<Map<string, number>> {
  const statuses = new Map<string, number>();
  const totals = new Map<string, number>();
  const wrong: string[] = [];
  const waiting = [...start];
  for (let link = waiting.pop(); link; link = waiting.pop()) {
    if (!statuses.has(link.url)) {
      const response = await ask(link.url);
      statuses.set(link.url, response.statusCode);
      if (String(response.headers['content-type']).startsWith('application/json')) {
        const body = response.json<Partial<ListBody>>();
        if (body.page) totals.set(link.url, body.page.total);
        if (link.url !== '/openapi.json') waiting.push(...linksIn(body, link.url));
      }
    }
    const total = totals.get(link.url);
    if (statuses.get(link.url) !== 200)
      wrong.push(`${statuses.get(link.url)} at ${link.url}, from ${link.from}`);
    if (link.count !== undefined && link.count !== total)
      wrong.push(`${link.url} holds ${total}, not ${link.count} as ${link.from} says`);
  }
  t.same([...new Set(wrong)].slice(0, 20), [], 'every link answers 200, and every count is that of its list');
  return statuses;
}

t.test('everything that can be reached from the index', async (t) => {
  const { ask, get } = await testApp(t);
  const { routes } = await get<{ routes: { path: string }[] }>('/');
  const start = routes.flatMap(({ path }) => [
    { url: exampleUrl(path), from: '/' },
    ...(/\{|^\/(?:search|suggest|oembed)|counts$/.test(path) ? [] : [{ url: path, from: '/' }]),
  ]);
  const statuses = await crawl(t, ask, start);
  const collections = {
    people: seeds.person,
    statements: seeds.statement,
    claims: seeds.claim,
    topics: seeds.topic,
  };
  for (const [collection, records] of Object.entries(collections)) {
    const missed = records.filter(({ id }) => !statuses.has(`/${collection}/${id}`));
    t.same(missed, [], `every one of /${collection} was reached`);
  }
});
