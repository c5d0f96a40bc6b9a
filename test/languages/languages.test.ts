// Languages are the data's own: summits in one language or in several, in every format and on every page.
import t, { type Test } from 'tap';
import { directionOf, languageFault } from '../../src/records/languages.ts';
import { expand, rowsOf } from '../http/formats/readers.ts';
import { browserAccept, textOf } from '../pages/support.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { fixture } from '../support/fixture.ts';
import type { Seeds } from '../support/seeds.ts';
import { english, french, russian, summitIn, together, type Words } from './worlds.ts';

async function appOver(t: Test, records: Seeds): Promise<TestApp> {
  const { database } = await fixture(t, records);
  return testApp(t, { database });
}

const lists = [
  'statements',
  'renditions',
  'people',
  'organizations',
  'outlets',
  'places',
  'topics',
  'events',
];
const allLists = [...lists, 'sources', 'claims', 'discrepancies'].map((name) => `/${name}`);
const item = (words: Words, collection: string, name: string) => `/${collection}/${words.language}-${name}`;

/** The pages of a summit, each with a text of the record that must stand on it. */
const pagesOf = (words: Words): [url: string, text: string][] => [
  ['/', words.summit],
  ['/statements', words.gist],
  [item(words, 'statements', 'near'), words.gist],
  [item(words, 'renditions', 'near-paper'), words.gist],
  ['/people', words.title],
  [item(words, 'people', 'host'), words.host],
  [item(words, 'organizations', 'press'), words.press],
  [`${item(words, 'outlets', 'press')}/profile`, words.press],
  [item(words, 'places', 'city'), words.city],
  ['/topics', words.topic],
  [item(words, 'events', 'summit'), words.title],
  [item(words, 'sources', 'paper'), words.paper],
  [item(words, 'claims', 'mood'), words.claim],
  ['/discrepancies', words.claim],
  [`/search?q=${encodeURIComponent(words.host)}`, words.host],
];

for (const words of [english, french, russian]) {
  t.test(`a summit in ${words.language} alone`, async (t) => {
    const { ask, get } = await appOver(t, summitIn(words));
    const { language } = words;
    const one = async <T>(url: string): Promise<T> => (await get<{ data: [T] }>(url)).data[0];
    t.match(await get('/dataset'), { languages: [language] });
    t.match(await one('/statements'), {
      gist: { [language]: words.gist },
      speakers: [{ name: { [language]: words.host } }],
    });

    for (const list of allLists) {
      for (const format of ['json', 'ndjson', 'csv']) {
        const { statusCode, body } = await ask(`${list}?format=${format}`);
        t.equal(statusCode, 200, `${list} as ${format}`);
        const header = String(body.split('\r\n', 1));
        if (format === 'csv')
          t.notMatch(header, language === 'en' ? /\.ar\b/ : /\.(?:en|ar)\b/, `${list}: ${header}`);
      }
    }
    const [row] = rowsOf((await ask('/statements?format=csv')).body);
    t.match(row, { [`gist.${language}`]: words.gist, [`speakers.name.${language}`]: words.host });
    t.match(rowsOf((await ask('/people?format=csv')).body)[0], { [`roles.title.${language}`]: words.title });
    t.match(rowsOf((await ask('/claims?format=csv')).body)[0], { [`value.value.${language}`]: words.claim });

    const [node] = await expand((await ask('/statements?format=jsonld')).json());
    t.match(JSON.stringify(node), JSON.stringify({ '@value': words.gist, '@language': language }));
    const feed = (await ask('/statements?format=jsonfeed')).json();
    t.match(feed.items[0], { title: `${words.host}: ${words.gist}`, language, tags: [words.topic] });
    const atom = (await ask('/statements?format=atom')).body;
    t.match(atom, `xml:lang="${language}"`);
    t.match(atom, words.topic);
    t.equal((await ask('/changes?format=atom')).statusCode, 200);
    t.match((await ask('/places?format=geojson')).json().features[0].properties, { name: words.city });
    t.match(await one('/discrepancies'), { values: [{ label: words.claim }] });
    t.match((await ask(`/suggest?q=${encodeURIComponent(words.host.slice(0, 3))}`)).json().data[0], {
      label: words.host,
    });
    t.match(await one(`/search?q=${encodeURIComponent(words.gist)}`), { title: { [language]: words.gist } });
    t.match(await one(`/statements?speaker=${encodeURIComponent(words.host)}`), { id: `${language}-near` });
    t.same(await get(`/topics?fields=id,name.${language}`), {
      data: [{ id: `${language}-topic`, name: { [language]: words.topic } }],
      page: { total: 1, limit: 20, next: null },
    });

    for (const [url, text] of pagesOf(words)) {
      for (const lang of ['en', 'ar', 'fr', 'ru']) {
        const { statusCode, body } = await ask(url, {
          headers: { accept: browserAccept, 'accept-language': lang },
        });
        t.equal(statusCode, 200, `${url} in ${lang}`);
        t.ok(textOf(body).includes(text), `${url} in ${lang} shows ${text}`);
        t.notMatch(body, /undefined|\[object/, `${url} in ${lang}`);
        const page = lang === 'ar' ? 'ar' : 'en';
        if (page !== language) t.match(body, `<bdi lang="${language}" dir="ltr">`, `${url} in ${lang}`);
      }
    }
    const url = encodeURIComponent(`http://localhost${item(words, 'statements', 'near')}`);
    t.match((await ask(`/oembed?url=${url}`)).json(), { title: `${words.host}: ${words.gist}` });
    const embedded = await ask(`${item(words, 'statements', 'near')}/embed?lang=${language}`);
    t.match(embedded.body, words.host);
  });
}

t.test('which language is shown: lang=, then Accept-Language, then the order of the record', async (t) => {
  const records = summitIn(english);
  const [city] = records.place;
  Object.assign(city as object, { name: { 'zh-Hant': '雷克雅維克', fa: 'ریکیاویک', en: 'Reykjavik' } });
  const { ask } = await appOver(t, records);
  const url = '/places/en-city?format=geojson';
  const shown = async (lang: string | null, header?: string) => {
    const headers = header === undefined ? {} : { 'accept-language': header };
    const response = await ask(lang === null ? url : `${url}&lang=${lang}`, { headers });
    return response.json<{ properties: { name: string } }>().properties.name;
  };
  t.equal(await shown(null), '雷克雅維克', 'the first of the record');
  t.equal(await shown(null, 'de'), '雷克雅維克');
  t.equal(await shown(null, '*'), '雷克雅維克');
  t.equal(await shown(null, 'de, en;q=0.2, fa;q=0.5'), 'ریکیاویک', 'by weight');
  t.equal(await shown(null, 'en-GB'), 'Reykjavik', 'a range finds the language that it lies in');
  t.equal(await shown(null, 'en-GB,zh;q=0.5'), 'Reykjavik');
  t.equal(await shown(null, 'en;q=0, fa-IR'), 'ریکیاویک');
  for (const range of ['zh', 'zh-Hant', 'zh-Hant-TW', 'ZH-hant'])
    t.equal(await shown(range, 'en'), '雷克雅維克', range);
  t.equal(await shown('fa', 'en'), 'ریکیاویک', 'lang= wins');
  t.equal(await shown('sw', 'en'), '雷克雅維克', 'lang= wins, though nothing is in Swahili');

  const page = await ask('/places/en-city', {
    headers: { accept: browserAccept, 'accept-language': 'fa, ar;q=0.5' },
  });
  t.match(page.body, '<html lang="ar" dir="rtl"');
  t.match(page.body, '<h1><bdi lang="fa" dir="rtl">ریکیاویک</bdi></h1>');
  const chosen = await ask('/places/en-city?lang=zh', { headers: { accept: browserAccept } });
  t.match(chosen.body, '<h1><bdi lang="zh-Hant" dir="ltr">雷克雅維克</bdi></h1>');
  t.match(chosen.body, /href="[^"]*\?lang=zh"/, 'links keep it');

  const asked = (header: string) => ask(url, { headers: { 'accept-language': header } });
  const [one, other] = [await asked('en'), await asked('fa')];
  t.match(one.headers['vary'], 'accept-language');
  t.not(one.headers['etag'], other.headers['etag']);
  t.equal((await asked('en-US')).headers['etag'], one.headers['etag'], 'the same answer');
  const json = await ask('/places', { headers: { 'accept-language': 'fa' } });
  t.notMatch(json.headers['vary'], 'accept-language', 'JSON has all languages');
  for (const path of ['/places?lang=en', '/places/en-city?lang=en', '/places?format=csv&lang=en'])
    t.match((await ask(path)).json(), { status: 400, param: 'lang' }, path);
  t.match((await ask(`${url}&lang=xx`)).json(), {
    status: 400,
    param: 'lang',
    detail: /no known language 'xx'/,
  });
});

t.test('a dataset in several languages', async (t) => {
  const { ask, get } = await appOver(t, together(summitIn(russian), summitIn(english), summitIn(french)));
  t.match(await get('/dataset'), { languages: ['en', 'fr', 'ru'] });
  const header = (body: string) => String(body.split('\r\n', 1)).replaceAll('"', '');
  t.match(
    header((await ask('/statements?format=csv')).body),
    /^id,gist\.en,gist\.fr,gist\.ru,speakers\.id,speakers\.kind,speakers\.name\.en,speakers\.name\.fr,speakers\.name\.ru,/,
  );
  const ids = async (url: string, lang: string) =>
    (await ask(url, { headers: { 'accept-language': lang } }))
      .json<{ data: { id: string }[] }>()
      .data.map(({ id }) => id);
  for (const url of ['/people', '/people?sort=-statements', '/statements?sort=-renditions']) {
    const inEnglish = await ids(url, 'en');
    t.equal(inEnglish.length, 3);
    for (const lang of ['fr', 'ru', 'ar']) t.same(await ids(url, lang), inEnglish, `${url} in ${lang}`);
  }
  const titles = (await ask('/statements?format=jsonfeed&sort=saidOn')).json().items;
  t.same(
    titles.map((each: { title: string }) => each.title),
    [russian, french, english].map(({ host, gist }) => `${host}: ${gist}`),
  );
});

t.test('texts are compared in a language that both have', async (t) => {
  const records = summitIn(english);
  const [claim] = records.claim;
  const paper = { ...records.source[0], id: 'second', file: 'second.txt', sha256: 'b'.repeat(64) };
  records.source.push(paper as (typeof records.source)[number]);
  const says = (id: string, value: object) =>
    ({ ...claim, id, source: 'second', value: { type: 'text', value } }) as typeof claim & object;
  Object.assign(claim as object, { value: { type: 'text', value: { en: 'cordial', fr: 'cordial' } } });
  records.claim.push(says('other-order', { fr: 'amical', en: 'cordial' }));
  const { get } = await appOver(t, records);
  const { data } = await get<{ data: object[] }>('/discrepancies');
  t.match(data, [{ status: 'agreed', values: [{ label: 'cordial' }] }]);
});

t.test('language tags', async (t) => {
  for (const tag of [
    'en',
    'aii',
    'zh-Hant',
    'sr-Latn-RS',
    'es-419',
    'de-CH-1996',
    'und',
    'mul',
    'qaa',
    'en-x-ours',
  ])
    t.equal(languageFault(tag), null, tag);
  for (const [tag, way] of Object.entries({
    xx: "no known language 'xx'",
    'en-XY': "no known region 'XY'",
    'zh-Hnat': "no known script 'Hnat'",
    'en-us': "canonical form 'en-US'",
    en_US: "canonical form 'en-US'",
    fra: "canonical form 'fr'",
    iw: "canonical form 'he'",
    'in English': 'expected a BCP 47 tag',
  }))
    t.match(languageFault(tag), way, tag);
  for (const tag of ['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'yi', 'dv', 'ug', 'az-Arab', 'pa-PK', 'nqo', 'aii'])
    t.equal(directionOf(tag), 'rtl', tag);
  for (const tag of ['en', 'ru', 'ar-Latn', 'az', 'pa', 'zh-Hant', 'ku'])
    t.equal(directionOf(tag), 'ltr', tag);
});

t.test('6,000 people in one language, some of whom have others too', async (t) => {
  const records = summitIn(french);
  const [host] = records.person;
  for (let at = 0; at < 6_000; at += 1) {
    const name = { fr: `Déléguée ${at}`, ...(at % 10 === 0 ? { de: `Delegierte ${at}` } : {}) };
    records.person.push({ ...host, id: `person-${at}`, name } as (typeof records.person)[number]);
  }
  const { ask, get } = await appOver(t, records);
  t.match(await get('/dataset'), { languages: ['fr'], collections: { people: { count: 6_001 } } });
  t.match(await get('/people/person-4321'), { name: { fr: 'Déléguée 4321' } });
  const { body } = await ask('/people?format=csv');
  t.equal(rowsOf(body).length, 6_001);
  t.match(
    (await ask(`/people/person-10?lang=de`, { headers: { accept: browserAccept } })).body,
    'Delegierte 10',
  );
});
