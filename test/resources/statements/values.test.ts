// What the text of a filter means: names with commas, quotation marks, arrays as clients send them, and names that people share.
import t, { type Test } from 'tap';
import type { Candidate } from '../../../src/http/problems/candidate.ts';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { idsOf, type ListBody, listRoutes } from '../../support/lists.ts';
import { valuesOf } from '../../support/oracle.ts';
import { isProblem } from '../../support/problems.ts';
import { readSeeds, seeds } from '../../support/seeds.ts';

const total = async (get: <T>(url: string) => Promise<T>, query: string): Promise<number> =>
  (await get<ListBody>(`/statements?${query}`)).page.total;

const encoded = (param: string, value: string): string => `${param}=${encodeURIComponent(value)}`;

t.test('a name with a comma is a name', async (t) => {
  const { get } = await testApp(t);
  const means: [param: string, written: string, ids: string][] = [
    ['mention', 'Anchorage, Alaska', 'anchorage'],
    ['mention', 'Washington, D.C.', 'washington'],
    ['mention', '"Washington, D.C."', 'washington'],
    ['mention', 'Washington\\, D.C.', 'washington'],
    ['mention', 'Washington، D.C.', 'washington'],
    ['source', 'Article 004: no breakthrough, and the view from Kyiv', 'article-004'],
    ['source', '!Article 004: no breakthrough, and the view from Kyiv', '!article-004'],
    ['mention', 'Washington, D.C.,kyiv', 'washington,kyiv'],
    ['mention', 'kyiv, "Washington, D.C."', 'washington,kyiv'],
    ['mention', 'anchorage,alaska', 'anchorage,alaska'],
    ['speaker', 'putin, trump', 'putin,trump'],
    ['speaker', 'بوتين، ترامب', 'putin,trump'],
    ['speaker', '!بوتين،ترامب', '!putin,trump'],
    ['speaker', '"putin","trump"', 'putin,trump'],
    ['outlet', 'unstated, BBC', 'unstated,bbc'],
    ['mode', 'direct، mixed', 'direct,mixed'],
  ];
  for (const [param, written, ids] of means) {
    t.equal(await total(get, encoded(param, written)), await total(get, `${param}=${ids}`), written);
  }
  t.equal(await total(get, 'mention=Anchorage, Alaska'), 1, 'Anchorage alone');
});

t.test('every name of the seeds works as it stands, and quoted', async (t) => {
  const { get } = await testApp(t);
  const named = [
    ['mention', [...seeds.person, ...seeds.organization, ...seeds.place, ...seeds.event]],
    ['topic', seeds.topic],
    ['source', seeds.source],
  ] as const;
  for (const [param, records] of named) {
    for (const { id, name, ...rest } of records) {
      const { aliases = [] } = rest as { aliases?: string[] };
      const expected = await total(get, `${param}=${id}`);
      for (const form of [...Object.values(name), ...aliases]) {
        const quoted = form.includes(',') ? `"${form}"` : form;
        t.equal(await total(get, encoded(param, form)), expected, form);
        t.equal(await total(get, encoded(param, quoted)), expected, quoted);
      }
    }
  }
});

t.test('arrays as clients send them mean any of, `.all` means all of', async (t) => {
  const { get } = await testApp(t);
  const any = await idsOf(get, '/statements?speaker=putin,trump');
  const all = await idsOf(get, '/statements?speaker.all=putin,trump');
  const none = await idsOf(get, '/statements?speaker=!putin,trump');
  t.equal(all.length, 1);
  t.same(await idsOf(get, '/statements?speaker=putin').then((ids) => ids.length), 33);
  const meaning: [string[], string[]][] = [
    [
      any,
      [
        'speaker=putin&speaker=trump',
        'speaker[]=putin&speaker[]=trump',
        'speaker%5B%5D=putin&speaker%5B%5D=trump',
        'speaker[0]=putin&speaker[1]=trump',
        'speaker[]=putin,trump',
        'speaker=putin&speaker[]=trump',
        'speaker=putin,trump&speaker=putin',
      ],
    ],
    [
      all,
      [
        'speaker.all=putin&speaker.all=trump',
        'speaker.all[]=putin&speaker.all[]=trump',
        'speaker.all=putin&speaker=trump',
        'speaker.all=putin،trump',
      ],
    ],
    [none, ['speaker=!putin&speaker=!trump', 'speaker[]=!putin&speaker[]=!trump']],
  ];
  for (const [ids, queries] of meaning)
    for (const query of queries) t.same(await idsOf(get, `/statements?${query}`), ids, query);
});

t.test('lists of our own words are read in all these forms, too', async (t) => {
  const { ask, get, app } = await testApp(t);
  const same: [string, string[]][] = [
    [
      '/statements?limit=2&fields=id,gist.en',
      ['fields=id&fields=gist.en', 'fields[]=id&fields[]=gist.en', 'fields=id،gist.en'],
    ],
    [
      '/statements?limit=1&facets=mode,country',
      [
        'facets[]=mode&facets[]=country',
        'facets=mode&facets=country',
        'facets[0]=mode&facets[1]=country',
        'facets=mode، country',
      ],
    ],
    [
      '/renditions/counts?limit=3&by=speaker,mode',
      ['by[]=speaker&by[]=mode', 'by=speaker&by=mode', 'by=speaker،mode'],
    ],
    ['/statements.csv?limit=2&fields=id,gist.en', ['fields[]=id&fields[]=gist.en']],
    ['/people/putin?fields=id,name.ar', ['fields[]=id&fields=name.ar']],
    [
      '/changes?limit=2&collection=topics,people',
      ['collection[]=topics&collection[]=people', 'collection=topics، people'],
    ],
  ];
  const withoutLinks = (answer: string): string => answer.replaceAll(/"(?:next|follow)":"[^"]*"/g, '');
  for (const [url, forms] of same) {
    const { body } = await ask(url);
    const [rest = ''] = url.split(/(?<=[?&])(?:fields|facets|by|collection)=/);
    for (const form of forms) {
      const answer = await app.inject(rest + form.replaceAll(/[،\s]/g, encodeURIComponent));
      t.equal(answer.statusCode, 200, rest + form);
      t.equal(withoutLinks(answer.body), withoutLinks(body), rest + form);
    }
  }
  const { headers } = await app.inject('/statements/counts?by=speaker&by=mode&format=html');
  t.match(headers['content-type'], /html/);
  t.match(await get('/claims?event=alaska-2025&id=talks-duration-001,summit-date-003'), {
    page: { total: 2 },
  });
});

t.test('one question has one URL, and links keep its meaning', async (t) => {
  const { get } = await testApp(t);
  const next = async (query: string): Promise<string> =>
    String((await get<ListBody>(`/statements?${query}&limit=1`)).page.next).replace(/&cursor.*|^.*\?/g, '');
  t.equal(await next('speaker[]=trump&speaker=putin'), 'speaker=putin,trump&limit=1');
  t.equal(await next('speaker.all=putin&topic=ukraine-war'), 'speaker=putin&topic=ukraine-war&limit=1');
  t.equal(await next('speaker=putin,trump&speaker.all=trump'), 'speaker=trump&limit=1');
  t.equal(await next('mode.all=direct,mixed'), 'mode.all=direct,mixed&limit=1');
  t.equal(await next('speaker=!putin&speaker=!tass'), 'speaker=!putin,tass&limit=1');
  const { data } = await get<ListBody<{ count: number; href: string }>>(
    '/statements/counts?by=topic,place&topic=ukraine-war&place=alaska,russia&limit=100',
  );
  for (const { count, href } of data.slice(0, 40))
    t.equal((await get<ListBody>(href)).page.total, count, href);
});

const ada = (id: string, country: string, en: string) => ({
  id,
  name: { en: 'Ada Stone', ar: 'آدا ستون' },
  country,
  roles: [{ title: { en, ar: 'دور' } }],
});

/** Two people and a place of one name, and a name that begins with an exclamation mark. */
async function namesakes(t: Test) {
  const bare = bareRecords();
  const { database } = await fixture(t, {
    ...bare,
    person: [...bare.person, ada('ada-stone', 'CA', 'Minister'), ada('stone-2', 'GB', 'Judge')],
    organization: [
      ...bare.organization,
      { id: 'kung', name: { en: '!Kung, the people', ar: 'كونغ' }, kind: 'collective', aliases: ['!Kung'] },
    ],
    statement: [
      bareStatement('one', { speakers: ['ada-stone'] }),
      bareStatement('two', { speakers: ['stone-2'] }),
      bareStatement('three', { speakers: ['stone-2', 'kung'] }),
    ],
  });
  return testApp(t, { database });
}

t.test('what a rendition must have in more than a hundred combinations is refused', async (t) => {
  const { ask } = await testApp(t);
  const all = (facet: string, count: number) =>
    `${facet}.all=${valuesOf(seeds, facet).slice(0, count).join()}`;
  t.equal((await ask(`/statements?${all('source', 5)}&${all('cue', 20)}`)).statusCode, 200);
  const body = isProblem(
    t,
    await ask(`/statements?${all('source', 5)}&${all('cue', 21)}`),
    'invalid-parameter',
  );
  t.match(body.detail, /^more than 100 combinations of values/);
});

t.test('a name that people share is ambiguous, with candidates of which each id works', async (t) => {
  const { ask, get } = await namesakes(t);
  for (const written of ['Ada Stone', 'ADA STONE', 'آدا ستون', 'لآدا ستون']) {
    const body = isProblem(t, await ask(`/statements?${encoded('speaker', written)}`), 'ambiguous-value');
    t.same(body.allowed, ['ada-stone', 'stone-2'], written);
    t.match(body.candidates, [
      { value: 'ada-stone', id: 'ada-stone', kind: 'person', name: { en: 'Ada Stone' }, country: 'CA' },
      { value: 'stone-2', id: 'stone-2', roles: [{ en: 'Judge' }], country: 'GB', href: '/people/stone-2' },
    ]);
    for (const { value } of body.candidates as Candidate[])
      t.not(await total(get, `speaker=${value}`), 0, value);
  }
  t.same(await idsOf(get, '/statements?speaker=ada-stone'), ['one'], 'an id stands for itself');
  t.same(await idsOf(get, '/statements?speaker=stone-2'), ['three', 'two']);
  const { errors } = isProblem(t, await ask('/statements?speaker=Ada+Stone,nobody'), 'ambiguous-value');
  t.equal(errors?.length, 2);
});

t.test('a name that begins with an exclamation mark is a name', async (t) => {
  const { get } = await namesakes(t);
  for (const written of ['!Kung', '"!Kung"', '\\!Kung', '!Kung, the people', 'kung', 'ada-stone,kung'])
    t.ok((await idsOf(get, `/statements?${encoded('speaker', written)}`)).includes('three'), written);
  for (const written of ['!!Kung', '!kung', '!"!Kung"', '!!Kung, the people'])
    t.same(await idsOf(get, `/statements?${encoded('speaker', written)}`), ['one', 'two'], written);
});

t.test('a mention says its kind', async (t) => {
  const bare = bareRecords();
  const georgia = { id: 'georgia', name: { en: 'Georgia', ar: 'جورجيا' } };
  const tbilisi = { id: 'tbilisi', name: { en: 'Tbilisi', ar: 'تبليسي' }, kind: 'city', within: 'georgia' };
  const { database } = await fixture(t, {
    ...bare,
    person: [...bare.person, { ...georgia, country: 'US' }],
    place: [{ ...georgia, kind: 'country' }, tbilisi],
    statement: [
      bareStatement('of-her', { mentions: ['person/georgia'] }),
      bareStatement('of-it', { mentions: ['place/georgia'] }),
      bareStatement('of-a-city', { mentions: ['tbilisi'] }),
    ],
  });
  const { ask, get } = await testApp(t, { database });
  t.same(await idsOf(get, '/statements?mention=person/georgia'), ['of-her']);
  t.same(await idsOf(get, '/statements?mention=place%2Fgeorgia'), ['of-a-city', 'of-it']);
  t.same(await idsOf(get, '/statements?mention=!place/georgia'), ['of-her']);
  t.same(
    await idsOf(get, '/statements?mention=tbilisi'),
    ['of-a-city'],
    'one id is enough where one thing has it',
  );
  const body = isProblem(t, await ask('/statements?mention=georgia'), 'ambiguous-value');
  t.same(body.allowed, ['person/georgia', 'place/georgia']);
  t.match(body.candidates, [
    { value: 'person/georgia', kind: 'person', country: 'US' },
    { value: 'place/georgia', kind: 'place' },
  ]);
  for (const [path, count] of [
    ['/people/georgia', 1],
    ['/places/georgia', 2],
  ] as const) {
    const { statements } = await get<{ statements: { mention: { count: number; href: string } } }>(path);
    t.equal(statements.mention.count, count, path);
    t.equal((await get<ListBody>(statements.mention.href)).page.total, count, statements.mention.href);
  }
  const { facets } = await get<
    ListBody & { facets: Record<string, { values: { id: string; count: number; href: string }[] }> }
  >('/statements?facets=mention');
  t.match(
    facets['mention']?.values.map(({ id, count }) => [id, count]),
    [
      ['place/georgia', 2],
      ['person/georgia', 1],
      ['place/tbilisi', 1],
    ],
  );
  for (const { count, href } of facets['mention']?.values ?? [])
    t.equal((await get<ListBody>(href)).page.total, count, href);
  const { data } = await get<{
    data: { value: string; kind: string; href: string; country: string | null }[];
  }>('/suggest?q=georg');
  t.same(data.map(({ kind }) => kind).sort(), ['person', 'place'], 'both are suggested');
  t.match(
    data.find(({ kind }) => kind === 'person'),
    { value: 'person/georgia', country: 'US', href: '/statements?mention=person/georgia' },
  );
});

t.test('namesakes are all suggested, with what tells them apart', async (t) => {
  const { get } = await namesakes(t);
  const { data } = await get<{ data: object[] }>('/suggest?q=ada%20st');
  t.match(data, [
    { value: 'stone-2', country: 'GB', roles: [{ en: 'Judge' }], count: 2 },
    { value: 'ada-stone', country: 'CA', roles: [{ en: 'Minister' }], count: 1 },
  ]);
});

t.test('ids by list, on every collection', async (t) => {
  const { get } = await testApp(t);
  for (const { template, path } of listRoutes.filter((each) => !/\{|\./.test(each.template))) {
    const all = await idsOf(get, path);
    const [first = '', second = first, third = second] = all;
    t.same(await idsOf(get, `${path}?id=${first},${third}`), [...new Set([first, third])], template);
    t.same(await idsOf(get, `${path}?id[]=${second}&id[]=${first}`), [...new Set([first, second])], template);
    t.same(
      await idsOf(get, `${path}?id=!${all.slice(0, 80).join(',')}`),
      all.slice(80),
      `${template}: excluded`,
    );
  }
});

t.test('ids beside attributes that one rendition must have', async (t) => {
  const { get } = await testApp(t);
  const beside = 'outlet=xinhua&mode=direct';
  const all = await idsOf(get, `/statements?${beside}`);
  const [first = '', second = ''] = all;
  t.same(await idsOf(get, `/statements?${beside}&id=${second},${first}`), [first, second]);
  t.same(await idsOf(get, `/statements?${beside}&id=!${first}`), all.slice(1));
});

t.test('Wikidata addresses and language ranges', async (t) => {
  const records = readSeeds();
  const [first] = records.statement;
  for (const rendition of first?.renditions ?? []) rendition.language = 'zh-Hant';
  const { database } = await fixture(t, records);
  const { get } = await testApp(t, { database });
  for (const written of [
    'https://www.wikidata.org/wiki/Q7747',
    'http://www.wikidata.org/entity/Q7747',
    'https://wikidata.org/wiki/q7747#sitelinks',
    'wd:Q7747',
  ])
    t.equal(await total(get, encoded('speaker', written)), 33, written);
  t.equal(
    await total(get, encoded('mention', 'http://www.wikidata.org/entity/Q797,place/anchorage')),
    await total(get, 'mention=place/alaska,place/anchorage'),
  );
  for (const language of ['zh', 'zh-Hant', 'ZH-hant'])
    t.same(await idsOf(get, `/statements?language=${language}`), [first?.id], language);
  t.equal(await total(get, 'language=zh-Hans'), 0);
});
