// `q` on /statements: finds every form of a word in any script, ranks exact forms and quotations first, marks originals.
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { seeds } from '../../support/seeds.ts';

interface Hit {
  id: string;
  highlights?: { path: string; ranges: { start: number; end: number }[]; snippet: string }[];
  renditions: { quotes: { text: string }[] }[];
  gist: { en: string; ar: string };
}

interface ListBody {
  data: Hit[];
  page: { total: number; next: string | null };
}

const find = (q: string, rest = '') => `/statements?q=${encodeURIComponent(q)}&limit=100${rest}`;

t.test('finds other forms, spellings and scripts', async (t) => {
  const { get } = await testApp(t);
  const scenarios: [name: string, one: string, other: string][] = [
    ['clitics do not matter', 'المحادثات', 'محادثات'],
    ['nor do prepositions', 'بألاسكا', 'ألاسكا'],
    ['nor do vowel marks', 'مُحادَثات', 'محادثات'],
    ['nor does the kind of alef', 'الاسكا', 'ألاسكا'],
    ['nor the other spelling of it', 'آلاسكا', 'ألاسكا'],
    ['nor does tatweel', 'ســـلام', 'سلام'],
    ['a name is found from English', 'Zelensky', 'زيلينسكي'],
    ['and from Russian', 'Путин', 'بوتين'],
    ['and a place from English', 'Alaska', 'ألاسكا'],
    ['English is stemmed', 'talk', 'talks'],
    ['case does not matter', 'PUTIN', 'putin'],
  ];
  for (const [name, one, other] of scenarios) {
    const found = async (q: string) => (await get<ListBody>(find(q))).data.map(({ id }) => id).sort();
    const [first, second] = [await found(one), await found(other)];
    t.ok(first.length > 0, `${name}: ${one} finds something`);
    t.strictSame(first, second, `${name}: ${one} finds what ${other} finds`);
  }
});

t.test('several words mean all, a phrase means these forms in this order, a minus excludes', async (t) => {
  const { get } = await testApp(t);
  const found = async (q: string) => new Set((await get<ListBody>(find(q))).data.map(({ id }) => id));
  const [both, one, other] = [await found('أمن أوكرانيا'), await found('أمن'), await found('أوكرانيا')];
  t.strictSame(both, new Set([...one].filter((id) => other.has(id))));
  t.ok((await found('"ضمان أمن أوكرانيا"')).size > 0, 'a phrase that stands there');
  t.equal((await found('"أوكرانيا أمن ضمان"')).size, 0, 'not in another order');
  t.equal((await found('"ضمان الأمن أوكرانيا"')).size, 0, 'not in another form');
  const without = await found('أوكرانيا -أمن');
  t.strictSame(without, new Set([...other].filter((id) => !one.has(id))));
  t.equal(
    (await found('-ترامب')).size,
    seeds.statement.length - (await found('ترامب')).size,
    'only a minus: all the rest',
  );
});

t.test('nothing that is typed is an error', async (t) => {
  const { ask, get } = await testApp(t);
  const hostile = [
    '"',
    '""',
    '-',
    '--',
    '*',
    'a*',
    '(',
    ')',
    'AND',
    'OR NOT',
    'NEAR(a b)',
    'quoted:putin',
    '^putin',
    '{a}',
    "'",
    ';--',
    '\\',
    '%',
    '«',
    '»',
    'ـــ',
    '\u202eabc',
    '\u0000',
    '😀',
    'x'.repeat(2_000),
    '" OR 1=1 --',
    '🇷🇺',
    '٣+٣',
    '+',
    ':',
  ];
  for (const q of hostile) t.equal((await ask(find(q))).statusCode, 200, JSON.stringify(q.slice(0, 20)));
  t.equal(
    (await get<ListBody>(find('!?'))).page.total,
    seeds.statement.length,
    'no word asks for nothing in particular',
  );
});

t.test('ranks exact forms above stems, and quotations above gists, the same on every run', async (t) => {
  const { get } = await testApp(t);
  const q = 'المحادثات';
  const { data } = await get<ListBody>(find(q));
  const rank = ({ renditions, gist }: Hit) => {
    const quoted = renditions.flatMap(({ quotes }) => quotes.map(({ text }) => text)).join(' ');
    const isExact = `${quoted} ${gist.ar}`.includes(q);
    return (isExact ? 2 : 0) + (/محادث/.test(quoted) ? 1 : 0);
  };
  const own = data.filter((hit) =>
    /محادث/.test(JSON.stringify([hit.gist, hit.renditions.map(({ quotes }) => quotes)])),
  );
  t.ok(own.length > 3);
  t.ok(rank(own[0] as Hit) >= rank(own.at(-1) as Hit), 'the best comes first');
  t.strictSame(
    (await get<ListBody>(find(q))).data.map(({ id }) => id),
    data.map(({ id }) => id),
  );
  t.strictSame(
    (await get<ListBody>(find(q, '&sort=relevance'))).data.map(({ id }) => id),
    data.map(({ id }) => id),
  );
});

t.test('marks the original text, not the normalised one', async (t) => {
  const { get } = await testApp(t);
  const { data } = await get<ListBody>(find('الاسكا'));
  let marked = 0;
  for (const hit of data) {
    for (const { path, ranges, snippet } of hit.highlights ?? []) {
      const text = path
        .split('/')
        .slice(1)
        .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], hit) as string;
      for (const { start, end } of ranges) {
        const words = [...text].slice(start, end).join('');
        t.match(words, /[اأآ]لاسكا|laska/i, `${path} of ${hit.id}`);
        t.ok(snippet.includes(`<mark>${words}</mark>`));
        marked += 1;
      }
    }
  }
  t.ok(marked > 10);
  t.notOk(
    (await get<ListBody>('/statements?limit=1')).data[0]?.highlights,
    'without q there is nothing to mark',
  );
});

t.test('walks through all pages by relevance without repeats', async (t) => {
  const { get } = await testApp(t);
  const all = (await get<ListBody>(find('ترامب'))).data.map(({ id }) => id);
  const walked: string[] = [];
  let url: string | null = '/statements?q=%D8%AA%D8%B1%D8%A7%D9%85%D8%A8&limit=7';
  while (url !== null) {
    const body: ListBody = await get(url);
    t.equal(body.page.total, all.length);
    walked.push(...body.data.map(({ id }) => id));
    url = body.page.next && new URL(body.page.next).pathname + new URL(body.page.next).search;
  }
  t.strictSame(walked, all);
});

t.test('combines with filters, sorts, fields, formats and facets', async (t) => {
  const { ask, get } = await testApp(t);
  const all = (await get<ListBody>(find('ترامب'))).data.map(({ id }) => id);
  const putins = (await get<ListBody>('/statements?speaker=putin&limit=100')).data.map(({ id }) => id);
  const both = (await get<ListBody>(find('ترامب', '&speaker=putin&sort=-saidOn'))).data.map(({ id }) => id);
  t.strictSame(
    both,
    putins.filter((id) => all.includes(id)),
    'another sort leaves the filter as it is',
  );
  const lines = (
    await ask(`/statements?q=${encodeURIComponent('ترامب')}&format=ndjson&fields=id,highlights.path`)
  ).body
    .trim()
    .split('\n');
  t.strictSame(
    lines.map((line) => JSON.parse(line).id),
    all,
    'NDJSON holds the same in the same order',
  );
  t.ok(JSON.parse(lines[0] ?? '{}').highlights.length > 0, 'with its highlights');
  const { facets } = await get<{
    facets: { speaker: { values: { id: string; count: number; href: string }[] } };
  }>(find('ترامب', '&facets=speaker'));
  for (const { count, href } of facets.speaker.values) t.equal((await get<ListBody>(href)).page.total, count);
  const refused = await ask('/statements?sort=relevance');
  t.equal(refused.statusCode, 400);
  t.match(refused.json(), { param: 'sort' });
});
