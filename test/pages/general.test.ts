// The general pages, of kinds that have none of their own: each field of the JSON as its form tells.
import t from 'tap';
import { generalListPage, generalPage } from '../../src/pages/entities/general.tsx';
import { generalRoute } from '../../src/pages/general-routes.ts';
import { documentOf } from '../../src/pages/layout.tsx';
import { viewOf } from '../../src/pages/view.ts';
import { places } from '../../src/resources/places/contract.ts';
import { statements } from '../../src/resources/statements/contract.ts';
import { testApp } from '../support/app.ts';
import { textOf } from './support.ts';

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

t.test('only what has names has a general page', async (t) => {
  const item = {
    collection: 'places',
    tag: '',
    summary: '',
    description: '',
    example: '',
    kinds: [],
  } as const;
  t.ok(generalRoute('/places/:id', { item: { ...item, item: places.item, formats: [] } }));
  t.equal(
    generalRoute('/statements/:id', {
      item: { ...item, collection: 'statements', item: statements.item, formats: [] },
    }),
    null,
  );
  t.equal(generalRoute('/health', {}), null);
});
