// Every format of every list holds the same ids in the same order, whatever is asked.
import t from 'tap';
import { type TestApp, testApp } from '../../support/app.ts';
import { listRoutes, pathOf } from '../../support/lists.ts';
import { readers } from './readers.ts';

/** Questions beside each list's own sorts. */
const questions: Record<string, string[]> = {
  '/statements': ['speaker=putin', 'mode=direct&sort=-renditions', 'until=2025-08-15'],
  '/renditions': ['outlet=unstated&mode=mixed', 'speaker=trump&sort=-source'],
  '/people': ['country=RU'],
  '/organizations': ['kind=!government'],
  '/outlets': ['country=US,CN'],
  '/places': ['within=united-states&sort=-statements'],
  '/topics': ['broader=us-russia-relations'],
  '/events': ['partOf=alaska-2025'],
  '/sources': ['outlet=xinhua'],
  '/claims': ['outlet=xinhua', 'type=duration,count'],
  '/events/{id}/claims': ['type=reference'],
};

/** Follows the `Link` headers to the end, and gives the ids of all pages. */
async function idsIn(ask: TestApp['ask'], format: string, url: string): Promise<string[]> {
  const read = readers[format];
  if (!read) throw new Error(`no test knows how to read '${format}'`);
  const ids: string[] = [];
  for (let next: string | undefined = url; next !== undefined; ) {
    const response = await ask(next);
    if (response.statusCode !== 200) return [`${response.statusCode}`];
    ids.push(...(await read(response.body)));
    const link = /<([^>]*)>; rel="next"/.exec(String(response.headers['link']))?.[1];
    next = link && pathOf(link);
  }
  return ids;
}

for (const route of listRoutes) {
  const { template, path, sorts } = route;
  t.test(template, async (t) => {
    const { ask } = await testApp(t);
    for (const question of ['', ...sorts.map((sort) => `sort=${sort}`), ...(questions[template] ?? [])]) {
      const expected = await idsIn(ask, 'json', `${path}?${question}&limit=100`);
      for (const format of route.formats) {
        const whole = await idsIn(ask, format, `${path}?${question}&format=${format}`);
        t.same(whole, expected, `${format}: ${question}`);
        if (question !== '') continue;
        const paged = await idsIn(ask, format, `${path}?limit=40&format=${format}`);
        t.same(paged, expected, `${format}, in pages`);
      }
    }
  });
}

t.test('every question is asked of a list that is there', async (t) => {
  const templates = listRoutes.map(({ template }) => template);
  t.same(
    Object.keys(questions).filter((template) => !templates.includes(template)),
    [],
  );
});
