/** Asserts which spellings of a name share a key, which do not, and the order in which keys are tried. */
import t from 'tap';
import { nameKey, nameKeys } from '../../src/text/name-key.ts';

const SAME: readonly (readonly string[])[] = [
  ['آلاسكا', 'ألاسكا', 'الاسكا', 'ٱلاسكا', 'آلاسكـــا', ' آلَاسْكا '],
  ['القمّة', 'القمة', 'القمه'],
  ['Volodymyr Zelenskyy', 'volodymyr  zelenskyy', 'Volodymyr-Zelenskyy', 'VOLODYMYR ZELENSKYY.'],
  ["Zelens'kyi", 'Zelens’kyi', 'Zelensʹkyi', 'Zelenskyi'],
  ['J.D. Vance', 'J. D. Vance', 'JD Vance', 'J.D.Vance'],
  ['F-35', 'F35', 'F 35', 'f‑35', 'F-٣٥'],
  ['أ.ف.ب', 'أ ف ب', 'أ. ف. ب.'],
  ['Recep Tayyip Erdoğan', 'Recep Tayyip Erdogan'],
  ['Артём', 'Артем', 'АРТЁМ'],
  ['جيه دي ڤانس', 'جيه دي فانس', 'جيه-دي-فانس', '«جيه دي» فانس'],
];

const APART: readonly (readonly [string, string])[] = [
  ['Putin', 'Путин'],
  ['بوتين', 'وتين'],
  ['Кремль', 'Крем'],
  ['Зеленский', 'Зеленскии'],
];

/** What is asked, and a key that must be among those tried. */
const FOUND: readonly (readonly [asked: string, key: string])[] = [
  ['لبوتين', 'بوتين'],
  ['ولبوتين', 'بوتين'],
  ['فبوتين', 'بوتين'],
  ['كبوتين', 'بوتين'],
  ['وبوتين', 'بوتين'],
  ['وببوتين', 'بوتين'],
  ['و«بوتين»', 'بوتين'],
  ['بألاسكا', 'الاسكا'],
  ['وبألاسكا', 'الاسكا'],
  ['والكرملين', 'الكرملين'],
  ['للكرملين', 'الكرملين'],
  ['وللبيت الأبيض', 'البيت الابيض'],
  ['بالكرملين', 'الكرملين'],
  ['كرملين', 'الكرملين'],
  ['لفلاديمير بوتين', 'فلاديمير بوتين'],
  ['Putin’s', 'putin'],
  ['Kremlin', 'the kremlin'],
  ['The Kremlin', 'kremlin'],
];

t.test('one key for all spellings of a name', async (t) => {
  for (const names of SAME) {
    for (const name of names) t.equal(nameKey(name), nameKey(names[0] ?? ''), name);
  }
});

t.test('different names keep different keys', async (t) => {
  for (const [one, other] of APART) t.not(nameKey(one), nameKey(other), `${one} / ${other}`);
});

t.test('the name as asked comes first', async (t) => {
  for (const name of ['بوتين', 'لافروف', 'بايدن', 'واشنطن', 'كندا', 'Путин', 'Putin'])
    t.equal(nameKeys(name)[0], nameKey(name), name);
});

t.test('then what it may be written onto', async (t) => {
  for (const [asked, key] of FOUND) t.ok(nameKeys(asked).includes(key), `${asked} → ${key}`);
});

t.test('a short word loses nothing', async (t) => {
  t.same(nameKeys('لي'), ['لي']);
  t.same(nameKeys('ولد'), ['ولد', 'الولد']);
});

t.test('no key is empty or tried twice, and there are few', async (t) => {
  for (const name of ['', ' ', '«»', "'s", 'ا', '\0', '\ud800'])
    t.notOk(nameKeys(name).includes(''), JSON.stringify(name));
  t.same(nameKeys('؟!'), []);
  const keys = nameKeys('وللبيت الأبيض');
  t.equal(new Set(keys).size, keys.length);
  t.ok(keys.length <= 10, `${keys.length} keys`);
});
