// Facets count exactly what the filters leave, leave their own filter aside, and link to lists of that very size.
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { walk } from '../../support/lists.ts';
import {
  answers,
  type Condition,
  renditionFacets,
  satisfies,
  statementFacets,
  statementsWhere,
  urlOf,
  valuesOf,
} from '../../support/oracle.ts';
import { chance } from '../../support/random.ts';
import { outletsOf, seeds } from '../../support/seeds.ts';

const facets =
  'speaker outlet publisher via topic addressee mention place event source mode cue proof language country month'.split(
    ' ',
  );

interface FacetBody {
  total: number;
  values: { id: string; name: { en: string; ar: string }; count: number; selected: boolean; href: string }[];
  next: string | null;
}

interface CrossTable {
  data: { values: { id: string }[]; count: number; href: string }[];
  page: { total: number; limit: number; next: string | null };
  unit: string;
  other: string | null;
}

interface ListBody {
  data: { id: string }[];
  page: { total: number; next: string | null };
  facets?: Record<string, FacetBody>;
}

/** How many statements carry each value under the conditions, those of the facet itself left aside. */
function expected(facet: string, conditions: Condition[]): Map<string, number> {
  const others = conditions.filter(
    ([param, value]) => param.replace(/\.all$/, '') !== facet || value.startsWith('!'),
  );
  const left = new Set(statementsWhere(seeds, others));
  const counts = new Map<string, number>();
  for (const statement of seeds.statement.filter(({ id }) => left.has(id))) {
    for (const value of statementFacets(seeds, statement)[facet] ?? []) {
      if (answers(seeds, statement, [...others, [facet, value]]))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

const questions: Condition[][] = [
  [],
  [['speaker', 'putin']],
  [
    ['speaker', 'putin,trump'],
    ['outlet', 'xinhua'],
  ],
  [
    ['topic', 'ukraine-war'],
    ['mode', '!indirect'],
  ],
  [
    ['outlet', 'bbc,xinhua'],
    ['mode', 'direct,mixed'],
    ['since', '2025'],
  ],
  [
    ['source.all', 'article-001,article-003'],
    ['language', 'ar'],
  ],
  [
    ['event', 'alaska-2025'],
    ['since', '2025-08-15'],
  ],
  [
    ['speaker', '!putin'],
    ['country', 'RU'],
  ],
];

t.test('each facet counts what plain code over the seeds counts', async (t) => {
  const { get } = await testApp(t);
  for (const conditions of questions) {
    const url = new URL(urlOf('/statements', conditions), 'http://record');
    url.searchParams.set('facets', facets.join(','));
    const body = await get<ListBody>(url.pathname + url.search);
    t.strictSame(
      Object.keys(body.facets ?? {}),
      facets,
      `${url.search}: the facets asked for, in that order`,
    );
    for (const facet of facets) {
      const counts = expected(facet, conditions);
      const answer = body.facets?.[facet];
      t.equal(answer?.total, counts.size, `${url.search} ${facet}: number of values`);
      for (const { id, count, name } of answer?.values ?? []) {
        t.equal(count, counts.get(id), `${url.search} ${facet}=${id}`);
        t.ok(name.en && name.ar, `${facet}=${id} is named in both languages`);
      }
    }
  }
});

t.test('codes are put into words', async (t) => {
  const { get } = await testApp(t);
  const { facets: counted } = await get<ListBody>('/statements?facets=month,language,country&limit=1');
  const nameOf = (facet: string, code: string) =>
    counted?.[facet]?.values.find(({ id }) => id === code)?.name;
  t.same(
    nameOf('month', '2025-08'),
    { en: 'August 2025', ar: 'أغسطس 2025' },
    'in digits that all readers share',
  );
  t.same(nameOf('language', 'ar'), { en: 'Arabic', ar: 'العربية' });
  t.same(nameOf('country', 'US'), { en: 'United States', ar: 'الولايات المتحدة' });
});

t.test('every link of every value leads to a list that has the value toggled', async (t) => {
  const { get } = await testApp(t);
  const url = '/statements?speaker=putin&speaker=!tass&mode=direct,mixed&limit=1';
  const body = await get<ListBody>(`${url}&facets=${facets.join(',')}`);
  for (const facet of facets) {
    for (const { id, selected, count, href } of body.facets?.[facet]?.values ?? []) {
      const link = new URL(href, 'http://record');
      const asked = link.searchParams
        .getAll(facet)
        .filter((value) => !value.startsWith('!'))
        .join(',')
        .split(',');
      t.equal(asked.includes(id), !selected, `${facet}=${id} is ${selected ? 'taken away' : 'added'}`);
      t.equal(link.searchParams.get('cursor'), null, 'and the list begins at its first page');
      const left = await get<ListBody>(href);
      const own = ['speaker', 'mode'].includes(facet);
      if (!own) t.equal(left.page.total, count, `${href} holds as many as the facet says`);
    }
  }
  t.same(
    body.facets?.['mode']?.values
      .filter(({ selected }) => selected)
      .map(({ id }) => id)
      .sort(),
    ['direct', 'mixed'],
  );
});

t.test('a selected value that nothing carries is shown with 0, so that it can be taken away', async (t) => {
  const { get } = await testApp(t);
  const body = await get<ListBody>('/statements?country=RU&speaker=zelensky&facets=speaker');
  const shown = body.facets?.['speaker']?.values.find(({ id }) => id === 'zelensky');
  t.match(shown, { count: 0, selected: true });
});

t.test('all values can be paged through, and none is lost on the way', async (t) => {
  const { get } = await testApp(t);
  for (const facet of facets) {
    for (const limit of [1, 3, 100]) {
      const seen: [string, number][] = [];
      let url: string | null = `/statements/facets/${facet}?speaker=trump&limit=${limit}`;
      while (url !== null) {
        const body: { data: { id: string; count: number }[]; page: { total: number; next: string | null } } =
          await get(url);
        seen.push(...body.data.map(({ id, count }): [string, number] => [id, count]));
        url = body.page.next && new URL(body.page.next).pathname + new URL(body.page.next).search;
      }
      t.strictSame(new Map(seen), expectedInOrder(facet, [['speaker', 'trump']]), `${facet} by ${limit}`);
    }
  }
});

const expectedInOrder = (facet: string, conditions: Condition[]) =>
  new Map([...expected(facet, conditions)].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));

t.test('the envelope shows the first twenty values and links to the rest', async (t) => {
  const { get } = await testApp(t);
  const body = await get<ListBody>('/statements?facets=topic&limit=1');
  const { total, values, next } = body.facets?.['topic'] ?? { total: 0, values: [], next: null };
  t.ok(total > 20, 'there are more than twenty topics');
  t.equal(values.length, 20);
  const rest = await get<{ data: { id: string }[] }>(`${next}&limit=100`);
  t.strictSame(
    [...values, ...rest.data].map(({ id }) => id),
    [...expectedInOrder('topic', []).keys()],
  );
});

t.test('the cross table holds every pair that occurs, with its exact count', async (t) => {
  const { get } = await testApp(t);
  const { below } = chance(7);
  for (const one of facets) {
    const other = facets[(facets.indexOf(one) + 1 + below(facets.length - 1)) % facets.length] ?? 'mode';
    const counts = new Map<string, number>();
    for (const statement of seeds.statement) {
      const pairs = statement.renditions.flatMap((rendition) => {
        const carried = renditionFacets(seeds, statement, rendition);
        return [...(carried[one] ?? [])].flatMap((a) => [...(carried[other] ?? [])].map((b) => `${a} ${b}`));
      });
      for (const pair of new Set(pairs)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    const seen = new Map<string, number>();
    let url: string | null = `/statements/counts?by=${one},${other}&limit=100`;
    while (url !== null) {
      const body: {
        data: { values: { id: string }[]; count: number; href: string }[];
        page: { total: number; next: string | null };
      } = await get(url);
      t.equal(body.page.total, counts.size);
      for (const { values, count } of body.data) seen.set(values.map(({ id }) => id).join(' '), count);
      url = body.page.next && new URL(body.page.next).pathname + new URL(body.page.next).search;
    }
    t.strictSame(seen, counts, `${one} by ${other}`);
  }
  t.ok(satisfies({ a: new Set(['b']) }, [['a', 'b']]) && valuesOf(seeds, 'mode').length === 3);
});

t.test('each cell links to the list that holds exactly its statements', async (t) => {
  const { get } = await testApp(t);
  for (const query of [
    'by=speaker,outlet&since=2025',
    'by=source,mode&source.all=article-000,article-001&mode=mixed,indirect',
    'by=speaker,source&outlet=bbc',
    'by=outlet,mode&source=article-002',
    'by=mode,outlet&outlet=xinhua,bbc&q=peace',
    'by=speaker,mode&source.all=article-001,article-003',
    'by=mode,source&source.all=article-000,article-001&speaker=putin',
  ]) {
    const { data } = await get<CrossTable>(`/statements/counts?${query}&limit=100`);
    t.ok(data.length > 0, query);
    for (const { count, href } of data) t.equal((await get<ListBody>(href)).page.total, count, href);
  }
});

t.test('filters and facets of renditions meet in one and the same rendition', async (t) => {
  const { get } = await testApp(t);
  for (const outlet of [...outletsOf(seeds).map(({ id }) => id), 'unstated']) {
    for (const by of ['outlet,mode', 'speaker,mode', 'speaker,source', 'cue,publisher'] as const) {
      const [one, other] = by.split(',') as [string, string];
      const counts = new Map<string, number>();
      for (const statement of seeds.statement) {
        const pairs = statement.renditions.flatMap((rendition) => {
          const carried = renditionFacets(seeds, statement, rendition);
          if (!carried['outlet']?.has(outlet)) return [];
          const rows = [...(carried[one] ?? [])].filter((value) => one !== 'outlet' || value === outlet);
          return rows.flatMap((a) => [...(carried[other] ?? [])].map((b) => `${a} ${b}`));
        });
        for (const pair of new Set(pairs)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
      const pages = await walk<CrossTable['data'][number]>(
        get,
        `/statements/counts?by=${by}&outlet=${outlet}&limit=100`,
      );
      const cells = pages.flatMap(({ data }) =>
        data.map(({ values, count }): [string, number] => [values.map(({ id }) => id).join(' '), count]),
      );
      t.strictSame(new Map(cells), counts, `${by} of ${outlet}`);
    }
  }
});

t.test('the answer names its unit, and leads to the same counts in the other', async (t) => {
  const { get } = await testApp(t);
  const table = await get<CrossTable>('/statements/counts?by=speaker,mode&outlet=xinhua&since=2025');
  t.match(table, { unit: 'statement', other: '/renditions/counts?outlet=xinhua&by=speaker,mode&since=2025' });
  const passages = await get<CrossTable>(String(table.other));
  t.match(passages, {
    unit: 'rendition',
    other: '/statements/counts?outlet=xinhua&by=speaker,mode&since=2025',
  });
  const countOf = ({ data }: CrossTable) =>
    data.find(({ values }) => values.map(({ id }) => id).join() === 'putin,indirect')?.count;
  t.same([countOf(table), countOf(passages)], [6, 6]);
  const one = await get<CrossTable>('/renditions/counts?by=speaker,mode&statement=putin-mutual-respect');
  t.match(one, { unit: 'rendition', other: null }, 'statements have no such filter');
  const { facets } = await get<ListBody>('/statements?outlet=xinhua&facets=mode&limit=1');
  t.match(facets?.['mode'], { unit: 'statement', other: '/renditions/facets/mode?outlet=xinhua' });
  t.match(await get('/statements/facets/mode?outlet=xinhua'), {
    unit: 'statement',
    other: '/renditions/facets/mode?outlet=xinhua',
  });
});

t.test('cross tables and values of facets as CSV hold what their JSON holds', async (t) => {
  const { ask, get } = await testApp(t);
  for (const path of ['/statements', '/renditions']) {
    const { data, page } = await get<CrossTable & { page: { total: number } }>(
      `${path}/counts?by=speaker,mode&limit=100`,
    );
    const [header, ...rows] = (await ask(`${path}/counts?by=speaker,mode&format=csv`)).body
      .trim()
      .split('\r\n');
    t.match(header, /^values\.0\.facet,values\.0\.id,values\.0\.name\.en,.*,count,href$/);
    t.equal(rows.length, page.total);
    const [first] = data;
    const [one, other] = first?.values ?? [];
    t.match(rows[0], new RegExp(`^speaker,${one?.id},.*,mode,${other?.id},.*,${first?.count},${path}`));
    const values = (await ask(`${path}/facets/topic?format=csv&limit=2`)).body;
    t.match(values, /^id,name\.en,name\.ar,count,href\r\nsummit-diplomacy,Summit diplomacy,/);
  }
});

t.test('what is no facet is refused with the facets there are', async (t) => {
  const { ask } = await testApp(t);
  for (const [url, param] of [
    ['/statements?facets=speeker', 'facets'],
    ['/statements?facets=speaker,,topic', 'facets'],
    ['/statements/facets/speeker', 'facet'],
    ['/statements/counts?by=speaker,speeker', 'by'],
    ['/statements/counts?by=speaker', 'by'],
    ['/statements/counts?by=speaker,speaker', 'by'],
    ['/statements/counts?by=speaker,topic,mode', 'by'],
    ['/statements/counts', 'by'],
  ] as const) {
    const response = await ask(url);
    t.equal(response.statusCode, 400, url);
    t.match(response.json(), { param }, url);
  }
  t.match((await ask('/statements/facets/speeker')).json(), { hint: 'speaker', allowed: facets });
});

t.test('facets and cross tables have validators, and cursors that belong to them alone', async (t) => {
  const { ask, get } = await testApp(t);
  for (const url of ['/statements/facets/topic?limit=2', '/statements/counts?by=speaker,topic&limit=2']) {
    const first = await ask(url);
    const again = await ask(url, { headers: { 'if-none-match': String(first.headers.etag) } });
    t.equal(again.statusCode, 304, url);
    t.match(first.headers['link'], /rel="next"/);
    const { page } = await get<ListBody>(url);
    const cursor = new URL(String(page.next)).searchParams.get('cursor');
    t.equal((await ask(`/statements?cursor=${cursor}`)).json().code, 'cursor-mismatch');
  }
});

t.test('streams, empty selections and repeated filters', async (t) => {
  const { ask, get } = await testApp(t);
  const lines = (await ask('/statements/facets/topic?format=ndjson')).body.trim().split('\n');
  t.strictSame(
    lines.map((line) => JSON.parse(line).id),
    [...expectedInOrder('topic', []).keys()],
    'NDJSON holds all values at once',
  );
  const nobody = await get<ListBody>('/statements/counts?by=speaker,topic&speaker=lavrov');
  t.strictSame(nobody.data, [], 'who never speaks has an empty table');
  const both = await get<ListBody>('/statements?speaker.all=putin,trump&facets=speaker&country=RU,US');
  const other = both.facets?.['speaker']?.values.find(({ selected }) => !selected);
  t.match(
    other?.href,
    /speaker\.all=putin,trump,[a-z-]+&/,
    'where all of the values are asked for, one more is',
  );
});
