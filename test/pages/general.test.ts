// The general pages, of kinds that have none of their own: each field of the JSON as its form tells.
import t from 'tap';
import { generalListPage, generalPage } from '../../src/pages/entities/general.tsx';
import { documentOf } from '../../src/pages/layout.tsx';
import { routes } from '../../src/pages/routes.ts';
import { viewOf } from '../../src/pages/view.ts';
import { testApp } from '../support/app.ts';
import { pagesApp, textOf } from './support.ts';

const view = viewOf({ language: 'en', chosen: null }, ['en'], '/', 'https://record.example', null);
const noParts = { statements: [], linkedData: null };

t.test('an item: names, codes, references, counts and dates', async (t) => {
  const { app } = await testApp(t);
  const shown = async (kind: 'place' | 'person' | 'topic' | 'event', url: string) =>
    textOf(documentOf(view, generalPage(view, kind, (await app.inject(url)).json(), noParts)));
  const place = await shown('place', '/places/alaska');
  for (const words of ['Alaska', 'Region', 'United States', 'Q797', 'Mentions']) t.match(place, words);
  t.match(await shown('person', '/people/putin'), /Country\s*Russia/);
  t.match(await shown('topic', '/topics/ukraine-war'), 'Description');
  t.match(await shown('event', '/events/alaska-2025'), /15 August 2025/);
});

t.test('a list: each with the statements behind it', async (t) => {
  const { app } = await testApp(t);
  const answer = (await app.inject('/topics?id=ukraine-war')).json();
  const page = generalListPage(view, 'topic', answer, { chips: [], sorts: [], sort: '' });
  const html = documentOf(view, page);
  t.match(html, /<h1>Topics<\/h1>.*href="\/topics\/ukraine-war"/s);
  t.match(html, 'href="/statements?topic=ukraine-war"');
});

t.test(
  'a kind without pages of its own is served with general ones, if its records have names',
  async (t) => {
    const without = ['/places', '/places/:id', '/statements/:id'];
    const own = without.map((route) => [route, routes[route]] as const);
    t.teardown(() => Object.assign(routes, Object.fromEntries(own)));
    for (const route of without) Reflect.deleteProperty(routes, route);
    const { visit } = await pagesApp(t, {});
    const { body } = await visit('/places/alaska');
    t.match(body, '<h1>Alaska', 'its name');
    t.match(body, /"@id": ?"[^"]*\/places\/alaska"/, 'its linked data');
    t.match(body, /<a href="\/statements\/[\w-]+"/, 'statements that mention it');
    t.match((await visit('/places')).body, '<a href="/places/alaska">');
    const { headers } = await visit('/statements/putin-good-direct-contacts');
    t.match(headers['content-type'], 'application/json', 'a statement has no name');
  },
);
