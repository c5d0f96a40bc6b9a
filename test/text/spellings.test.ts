/** Asserts that every word of the list of spellings is one word in search, names and comparison, and that the list is in order. */
import t from 'tap';
import { nameKey } from '../../src/text/name-key.ts';
import { normalise } from '../../src/text/normalise.ts';
import { SPELLINGS, SPELLINGS_OF_LETTERS, SPELLINGS_WITHOUT_ARTICLE } from '../../src/text/spellings.ts';
import { stem } from '../../src/text/stem.ts';
import { usualSpelling } from '../../src/text/usual-spelling.ts';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';

const rowsOf = (list: string): string[][] =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '));

const usual = (word: string): string => usualSpelling(normalise(word));

t.test('each line is one word', async (t) => {
  for (const [first = '', ...others] of [...rowsOf(SPELLINGS), ...rowsOf(SPELLINGS_WITHOUT_ARTICLE)]) {
    for (const other of others) {
      t.equal(usual(other), usual(first), `${other}, ${first}`);
      t.equal(usual(`و${other}`), usual(`و${first}`), `و${other}`);
      t.equal(stem(normalise(other)), stem(normalise(first)), `the stem of ${other}`);
      t.equal(nameKey(other), nameKey(first), `the name ${other}`);
    }
  }
  for (const [first = '', ...others] of rowsOf(SPELLINGS))
    for (const other of others) t.equal(usual(`بال${other}`), usual(`بال${first}`));
});

t.test('no spelling is usual in one line and another in the next', async (t) => {
  const rows = [SPELLINGS, SPELLINGS_WITHOUT_ARTICLE, SPELLINGS_OF_LETTERS].flatMap(rowsOf);
  const words = rows.flatMap((row) => row.map(normalise));
  t.same(
    words.filter((word, at) => words.indexOf(word) !== at),
    [],
  );
});

t.test('what is written around a word stays', async (t) => {
  const pairs: [other: string, usual: string][] = [
    ['وبالأميركيين', 'وبالأمريكيين'],
    ['الأوربية', 'الأوروبية'],
    ['مائتين', 'مئتين'],
    ['شئا', 'شيئا'],
    ['المسئولين', 'المسؤولين'],
    ['لسورية', 'لسوريا'],
  ];
  for (const [other, expected] of pairs) t.equal(usual(other), normalise(expected));
  for (const word of ['السورية', 'مائي', 'مياه', 'عرب', 'كتاب']) t.equal(usual(word), normalise(word), word);
});

t.test('search, names and filters find every spelling', async (t) => {
  const records = bareRecords();
  records.place = [{ id: 'syria', name: { en: 'Syria', ar: 'سوريا' }, kind: 'country' }];
  const quotes = [
    ['europe', 'أمن أوربا مهم'],
    ['hundred', 'مئة شيء'],
    ['money', 'دفع 1,500 دولار'],
    ['plane', 'طائرات F-16 أميركية'],
    ['ali', 'قال علي إن'],
    ['upon', 'قال على إن'],
  ] as const;
  records.statement = quotes.map(([id, ar]) => bareStatement(id, { gist: { en: 'Words.', ar } }));
  const { database } = await fixture(t, records);
  const { get } = await testApp(t, { database });
  const found = async (q: string): Promise<string[]> => {
    const list = await get<{ data: { id: string }[] }>(`/statements?q=${encodeURIComponent(q)}`);
    return list.data.map(({ id }) => id);
  };
  t.same(await found('أوروبا'), ['europe']);
  t.same(await found('لأروبا'), ['europe']);
  t.same(await found('مائة شئ'), ['hundred']);
  for (const number of ['1500', '1,500', '١٬٥٠٠', '١٥٠٠', '1،500'])
    t.same(await found(number), ['money'], number);
  for (const name of ['F16', 'F-16', 'f 16', '"F16"']) t.same(await found(name), ['plane'], name);
  t.same(await found('الأمريكية'), ['plane']);
  t.same(await found('علي'), ['ali', 'upon'], 'as it is written comes first');
  t.same(await found('على'), ['upon', 'ali']);
  t.same(await found('"علي"'), ['ali'], 'quotation marks mean the letters as written');
  t.same(await found('"على"'), ['upon']);
  t.same(await found('"عَلِـيّ"'), ['ali'], 'vowel marks and tatweel are no letters');
  t.match(await get('/places?within=سورية'), { page: { total: 0 } });
});
