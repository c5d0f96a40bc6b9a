// GET /search over all kinds, and GET /suggest for a search box.
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { pathOf } from '../../support/lists.ts';

interface Hits {
  data: { kind: string; id: string; href: string; highlights: { snippet: string }[] }[];
  page: { total: number; next: string | null };
}

interface Suggestions {
  data: {
    value: string;
    id: string;
    label: string;
    name: Record<string, string>;
    param: string;
    count: number;
    href: string;
    kind: string;
  }[];
}

const search = (q: string, rest = '') => `/search?q=${encodeURIComponent(q)}${rest}`;

t.test('finds every kind, the thing itself first', async (t) => {
  const { get } = await testApp(t);
  const scenarios: [q: string, kind: string, id: string][] = [
    ['بوتين', 'person', 'putin'],
    ['Путин', 'person', 'putin'],
    ['putin', 'person', 'putin'],
    ['xinhua', 'organization', 'xinhua'],
    ['anchorage', 'place', 'anchorage'],
    ['اسرى', 'topic', 'prisoner-exchange'],
  ];
  for (const [q, kind, id] of scenarios) {
    const { data } = await get<Hits>(search(q));
    t.ok(
      data.slice(0, 5).some((hit) => hit.kind === kind && hit.id === id),
      `${q} finds ${kind} ${id} among the first`,
    );
  }
  const kinds = new Set<string>();
  for (const q of ['putin', 'alaska', 'article', 'summit']) {
    for (const { kind } of (await get<Hits>(search(q, '&limit=100'))).data) kinds.add(kind);
  }
  for (const kind of ['person', 'place', 'event', 'source', 'statement', 'claim'])
    t.ok(kinds.has(kind), kind);
});

t.test('every hit leads somewhere and shows why it was found', async (t) => {
  const { ask, get } = await testApp(t);
  for (const hit of (await get<Hits>(search('الاسكا', '&limit=100'))).data) {
    t.equal((await ask(hit.href)).statusCode, 200, hit.href);
  }
  const [first] = (await get<Hits>(search('putin'))).data;
  t.match(first?.highlights[0]?.snippet, /<mark>Putin<\/mark>/);
});

t.test('narrows to kinds, and walks through all pages', async (t) => {
  const { get } = await testApp(t);
  const all = await get<Hits>(search('ترامب', '&limit=100'));
  const walked: string[] = [];
  let url: string | null = search('ترامب', '&limit=9');
  while (url !== null) {
    const body: Hits = await get(url);
    walked.push(...body.data.map(({ href }) => href));
    url = body.page.next && new URL(body.page.next).pathname + new URL(body.page.next).search;
  }
  t.equal(walked.length, all.page.total);
  t.equal(new Set(walked).size, walked.length, 'nothing twice');
  const people = await get<Hits>(search('ترامب', '&kind=person,event&limit=100'));
  t.strictSame(
    people.data.map(({ href }) => href),
    walked.filter((href) => /^\/(people|events)\//.test(href)),
  );
  const others = await get<Hits>(search('ترامب', '&kind=!person,event&limit=100'));
  t.equal(others.page.total + people.page.total, all.page.total);
});

t.test('says what is missing where there is nothing to search for', async (t) => {
  const { ask } = await testApp(t);
  for (const url of ['/search', '/search?q=', '/search?q=!!', '/search?q=-putin']) {
    const response = await ask(url);
    t.equal(response.statusCode, 400, url);
    t.match(response.json(), { code: 'invalid-parameter', param: 'q' });
  }
  const misspelt = await ask('/search?q=putin&kind=persn');
  t.equal(misspelt.statusCode, 400);
  t.match(misspelt.json(), { param: 'kind', hint: 'person' });
  t.ok(misspelt.json().allowed.includes('statement'));
});

t.test('has validators', async (t) => {
  const { ask } = await testApp(t);
  for (const url of ['/search?q=putin', '/suggest?q=pu']) {
    const { headers } = await ask(url);
    t.equal((await ask(url, { headers: { 'if-none-match': String(headers.etag) } })).statusCode, 304);
  }
});

t.test('completes names in any script, the most used first', async (t) => {
  const { get } = await testApp(t);
  const scenarios: [q: string, value: string][] = [
    ['بو', 'putin'],
    ['لبوت', 'putin'],
    ['qqqqqq', ''],
    ['pu', 'putin'],
    ['Пу', 'putin'],
    ['tr', 'trump'],
    ['الا', 'alaska-2025'],
    ['شين', 'xinhua'],
    ['white h', 'white-house'],
  ];
  for (const [q, value] of scenarios) {
    const { data } = await get<Suggestions>(`/suggest?q=${encodeURIComponent(q)}&limit=20`);
    if (value === '') t.strictSame(data, [], `${q} begins no name`);
    else
      t.ok(
        data.some((each) => each.id === value),
        `${q} completes to ${value}`,
      );
    const best = new Map<string, number>();
    for (const { kind, id, count } of data)
      best.set(`${kind} ${id}`, Math.max(count, best.get(`${kind} ${id}`) ?? 0));
    const most = [...best.values()];
    t.strictSame(
      most,
      most.toSorted((a, b) => b - a),
    );
  }
});

t.test('each completion stands for a filter that leaves as many statements as it says', async (t) => {
  const { get } = await testApp(t);
  for (const q of ['al', 'tr', 'pu', 'ru', 'ال', 'المح', 'kr', 'bb']) {
    for (const { href, count } of (await get<Suggestions>(`/suggest?q=${encodeURIComponent(q)}&limit=100`))
      .data) {
      t.equal((await get<Hits>(href)).page.total, count, href);
    }
  }
});

t.test('a person as speaker, then as addressee, then as mention, each with its count', async (t) => {
  const { get } = await testApp(t);
  const { data } = await get<Suggestions>('/suggest?q=zelensk');
  t.match(
    data.filter(({ id }) => id === 'zelensky').map(({ param }) => param),
    ['speaker', 'addressee', 'mention'],
  );
  const { data: trump } = await get<Suggestions>('/suggest?q=trump');
  t.same(
    trump.filter(({ id }) => id === 'trump').map(({ param }) => param),
    ['speaker', 'addressee', 'mention'],
  );
});

t.test('every name is found without its article, from each of its words on', async (t) => {
  const { get } = await testApp(t);
  const suggest = async (q: string) =>
    (await get<Suggestions>(`/suggest?q=${encodeURIComponent(q)}&limit=100`)).data;
  t.ok(
    (await suggest('دفاع')).some(({ name }) => name['ar'] === 'وزارة الدفاع الروسية'),
    'دفاع',
  );
  let asked = 0;
  for (const path of ['people', 'organizations', 'places', 'topics', 'events']) {
    const { data } = await get<{ data: { id: string; name: { ar: string }; aliases?: string[] }[] }>(
      `/${path}?limit=100`,
    );
    for (const { id, name, aliases = [] } of data) {
      for (const form of [name.ar, ...aliases]) {
        for (const word of form.split(' ').filter((each) => /^ال.{3,}/u.test(each))) {
          const found = await suggest(word.slice(2));
          t.ok(found.length > 90 || found.some((each) => each.id === id), `${word.slice(2)}: ${form}`);
          asked += 1;
        }
      }
    }
  }
  t.ok(asked > 90, `${asked} words`);
});

t.test('small slips give what the hint of a filter names', async (t) => {
  const { ask, get } = await testApp(t);
  for (const slip of ['putni', 'zelenskij', 'ترمبب']) {
    const { hint } = (await ask(`/statements?speaker=${encodeURIComponent(slip)}`)).json();
    const { data } = await get<Suggestions>(`/suggest?q=${encodeURIComponent(slip)}`);
    t.ok(data.length > 0 && data.every(({ id }) => id === hint), `${slip}: ${hint}`);
  }
});

t.test('one letter completes to nothing but a whole name, and limits are kept', async (t) => {
  const { ask, get } = await testApp(t);
  t.strictSame((await get<Suggestions>('/suggest?q=a')).data, []);
  t.strictSame((await get<Suggestions>('/suggest?q=%22')).data, []);
  t.match((await get<Suggestions>('/suggest?q=x')).data, [{ id: 'x' }]);
  t.equal((await get<Suggestions>('/suggest?q=al&limit=1')).data.length, 1);
  t.equal((await ask('/suggest')).statusCode, 400);
});

t.test('a page goes on where all that came before it is gone', async (t) => {
  const statement = ['early', 'late', 'later'].map((id) => bareStatement(id));
  const { database, load } = await fixture(t, { ...bareRecords(), statement });
  const { ask, get } = await testApp(t, { database });
  const first = await get<Hits>(search('says', '&limit=1'));
  t.same(
    first.data.map(({ id }) => id),
    ['early'],
  );
  await load({ ...bareRecords(), statement: statement.slice(1) });
  const next = await ask(pathOf(String(first.page.next)));
  t.equal(next.statusCode, 200);
  t.equal(next.json<Hits>().page.total, 2);
});
