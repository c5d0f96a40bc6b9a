/** Asserts where words begin and end in the original, and that they lead back to it. */
import t from 'tap';
import { words } from '../../src/text/words.ts';

/** A text, and its words as they stand in it, divided by `|`. */
const CUTS: readonly (readonly [text: string, words: string])[] = [
  ['Putin and Trump', 'Putin|and|Trump'],
  ['قال: «القِمّــةُ»، ثم', 'قال|القِمّــةُ|ثم'],
  ['روبرـــــت', 'روبرـــــت'],
  ['؟ ؛ ، . ـ —', ''],
  ['3+3', '3|3'],
  ['F-35', 'F|35'],
  ['F16 mp3', 'F|16|mp|3'],
  ['1,500 ١٬٥٠٠ 1\u00a0500 12,345,67 2025,100', '1,500|١٬٥٠٠|1\u00a0500|12,345|67|2025|100'],
  ['15أغسطس', '15|أغسطس'],
  ['لـ15', 'لـ|15'],
  ['الـCNN', 'الـ|CNN'],
  ['١٥ أغسطس ۲۰۲۵', '١٥|أغسطس|۲۰۲۵'],
  ["Putin’s don't O’Brien", "Putin’s|don't|O’Brien"],
  ["'quoted' “words”", 'quoted|words'],
  ['snake_case', 'snake|case'],
  ['U.S. and U.S.A end.', 'U.S|and|U.S.A|end'],
  ['وكالة أ.ف.ب', 'وكالة|أ.ف.ب'],
  ['J.D.Vance', 'J.D|Vance'],
  ['الروسي-الأوكراني', 'الروسي|الأوكراني'],
  ['\u202bقمة\u202c \u200fسلام\u200e', 'قمة|سلام'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['co\u00adoperate', 'co\u00adoperate'],
  ['one\u200btwo', 'one|two'],
  ['e\u0301lan', 'e\u0301lan'],
  ['Путин и Трамп', 'Путин|и|Трамп'],
  ['😀👍', ''],
  ['\ud800a\udc00\0b', 'a|b'],
  ['', ''],
];

t.test('cuts', async (t) => {
  for (const [text, expected] of CUTS) {
    const found = words(text);
    t.equal(found.map((word) => word.text).join('|'), expected, JSON.stringify(text));
    for (const word of found) t.equal(text.slice(word.start, word.end), word.text);
  }
});

t.test('normal forms', async (t) => {
  const normal = (text: string) => words(text).map((word) => word.normal);
  t.same(normal('القِمّــةُ'), ['القمه']);
  t.same(normal("Putin’s don't O’Brien"), ['putin', 'dont', 'obrien']);
  t.same(normal('U.S. أ.ف.ب'), ['us', 'افب']);
  t.same(normal('½'), ['1', '2']);
  t.same(normal('1,500 ١٬٥٠٠ ١٥٠٠ 1\u00a0500 2,5'), ['1500', '1500', '1500', '1500', '2', '5']);
  const written = (text: string) => words(text).map((word) => word.form);
  t.same(written('إِلـى علي على القِمّةُ Erdoğan ١٥'), ['إلى', 'علي', 'على', 'القمة', 'erdoğan', '15']);
  t.same(written('علی ہم'), ['علي', 'هم'], 'Persian letters that look the same');
});

t.test('one character that is four words', async (t) => {
  const found = words('قال ﷺ');
  t.same(
    found.map((word) => word.normal),
    ['قال', 'صلي', 'الله', 'عليه', 'وسلم'],
  );
  t.ok(found.slice(1).every((word) => word.start === 4 && word.end === 5));
});

t.test('what is kept of words changes nothing and has an end', async (t) => {
  t.same(words('محادثات'), words('محادثات'));
  t.equal(words('والمفاوضات المستقبلية').at(1)?.stem, 'مستقبل', 'words too long to be kept');
  const many = Array.from({ length: 110_000 }, (_, index) => `w${index}`).join(' ');
  t.equal(words(many).length, 220_000);
  t.equal(words('w1')[0]?.form, 'w');
});
