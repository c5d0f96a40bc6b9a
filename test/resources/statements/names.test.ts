// Filter values as people type them: every spelling, script and grammatical dress of a name asks for the same thing.
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { idsOf, type ListBody } from '../../support/lists.ts';
import { outletsOf, seeds } from '../../support/seeds.ts';

/** What is asked for, and every way to write it that must come to the same list. */
const spellings: Record<string, string[]> = {
  'speaker=putin': [
    'Putin',
    'PUTIN',
    ' putin ',
    'Vladimir Putin',
    'vladimir  putin',
    "Putin's",
    'Q7747',
    'q7747',
    'بوتين',
    'لبوتين',
    'وبوتين',
    'ولبوتين',
    'بُوتِين',
    'بوتـــين',
    'بوتین',
    'فلاديمير بوتين',
    'Путин',
    'ПУТИН',
    'Владимир Путин',
    'Ｐｕｔｉｎ',
    '\u200fبوتين\u200e',
  ],
  'speaker=trump': ['Donald J. Trump', 'ترامب', 'ترمب', 'دونالد ترامب', 'لترامب', 'Трамп', 'Q22686'],
  'speaker=zelensky': ['Zelenskyy', 'Zelenskiy', 'زيلينسكي', 'زيلنسكي', 'Зеленський', 'Зеленский'],
  'speaker=kremlin': ['The Kremlin', 'الكرملين', 'كرملين', 'للكرملين', 'Кремль'],
  'speaker=white-house': ['the white house', 'White House', 'البيت الأبيض', 'البيت الابيض', 'للبيت الأبيض'],
  'outlet=xinhua': ['شينخوا', 'Xinhua News Agency', '新华社', 'وكالة شينخوا'],
  'outlet=bbc': ['BBC', 'B.B.C.', 'بي بي سي', 'هيئة الإذاعة البريطانية'],
  'outlet=fox-news': ['Fox News', 'FOX NEWS', 'قناة فوكس نيوز'],
  'place=alaska': ['ألاسكا', 'آلاسكا', 'الاسكا', 'بألاسكا', 'Alaska', 'Аляска', 'Q797'],
  'place=united-states': ['USA', 'U.S.', 'أمريكا', 'أميركا', 'الولايات المتحدة', 'США'],
  'place=elmendorf-richardson': ['JBER', 'Elmendorf–Richardson', 'Elmendorf Richardson'],
  'event=alaska-2025': ['Alaska summit 2025', 'قمة ألاسكا 2025', 'قمة ألاسكا ٢٠٢٥'],
  'topic=us-russia-relations': ['US-Russia relations', 'us russia relations', 'العلاقات الأمريكية الروسية'],
  'mention=zelensky': ['زيلينسكي', 'Zelenskyy'],
  'addressee=journalists': ['Journalists'],
  'mode=direct': ['DIRECT', 'Direct'],
  'language=ar': ['AR'],
  'country=RU': ['ru', 'Ru'],
};

t.test('every spelling comes to the same list as the id', async (t) => {
  const { get } = await testApp(t);
  for (const [asked, written] of Object.entries(spellings)) {
    const [param] = asked.split('=', 1);
    const expected = await idsOf(get, `/statements?${asked}`);
    t.not(expected.length, 0, `${asked} holds something`);
    for (const value of written) {
      const url = `/statements?${param}=${encodeURIComponent(value)}`;
      t.same(await idsOf(get, url), expected, `${asked} as ${JSON.stringify(value)}`);
    }
  }
});

t.test('a value may be sent as form data is, with plus signs or bare Unicode', async (t) => {
  const { get } = await testApp(t);
  const expected = await idsOf(get, '/statements?speaker=white-house');
  t.same(await idsOf(get, '/statements?speaker=White+House'), expected);
  t.same(await idsOf(get, '/statements?speaker=%E2%80%8Fwhite%20house'), expected);
});

t.test('every id, name, alias and Wikidata id of the seeds names its own record', async (t) => {
  const { get } = await testApp(t);
  const named = [
    ['speaker', [...seeds.person, ...seeds.organization]],
    ['outlet', outletsOf(seeds)],
    ['place', seeds.place],
  ] as const;
  for (const [param, records] of named) {
    for (const { id, name, aliases, wikidata } of records) {
      const { page } = await get<ListBody>(`/statements?${param}=${id}`);
      const forms = [...Object.values(name), ...(aliases ?? []), ...(wikidata ? [wikidata] : [])];
      for (const form of forms) {
        const url = `/statements?${param}=${encodeURIComponent(form.replaceAll(',', ' '))}`;
        const asked = await get<ListBody>(url);
        t.equal(asked.page?.total, page.total, `${param}: ${form} is ${id}`);
      }
    }
  }
  const nameOnly = [
    ['topic', seeds.topic],
    ['event', seeds.event],
    ['source', seeds.source],
  ] as const;
  for (const [param, records] of nameOnly) {
    for (const { id, name } of records) {
      const { page } = await get<ListBody>(`/statements?${param}=${id}`);
      for (const form of Object.values(name)) {
        const url = `/statements?${param}=${encodeURIComponent(form.replaceAll(',', ' '))}`;
        t.equal((await get<ListBody>(url)).page?.total, page.total, `${param}: ${form} is ${id}`);
      }
    }
  }
});

t.test('a name of another kind does not stand for what the filter asks', async (t) => {
  const { ask } = await testApp(t);
  for (const asked of ['speaker=alaska', 'outlet=kremlin', 'place=putin', 'topic=alaska', 'event=moscow']) {
    const response = await ask(`/statements?${asked}`);
    t.equal(response.statusCode, 400, asked);
    t.equal(response.json().code, 'unknown-value', asked);
  }
});
