/** Asserts which differences are of spelling alone. */
import t from 'tap';
import { wordsOf } from './words-of.ts';

const keysOf = (text: string): string[] => wordsOf(text).map(({ spelling }) => spelling);

/** One word in two spellings, with the rule that joins them. */
const same: [one: string, other: string, rule: string][] = [
  ['ألاسكا', 'آلاسكا', 'hamza and madda on alef'],
  ['الاسكا', 'ألاسكا', 'alef without hamza'],
  ['جداً', 'جدا', 'vowel marks'],
  ['لم يتبقَّ', 'لم يتبق', 'vowel marks'],
  ['القمـــة', 'القمة', 'tatweel'],
  ['القمه', 'القمة', 'heh for teh marbuta'],
  ['الي', 'إلى', 'yeh for alef maksura'],
  ['١٠', '10', 'digits'],
  ['أميركا', 'أمريكا', 'list: America'],
  ['والأميركيين', 'والأمريكيين', 'list: America, with letters before and after it'],
  ['مسئول', 'مسؤول', 'list: carrier of hamza'],
  ['شئون', 'شؤون', 'list: carrier of hamza'],
  ['أوربا', 'أوروبا', 'list: Europe'],
  ['الأوربية', 'الأوروبية', 'list: Europe'],
  ['لترمب', 'لترامب', 'list: Trump'],
  ['زيلنسكي', 'زيلينسكي', 'list: Zelensky'],
  ['الإنكليزية', 'الإنجليزية', 'list: English'],
  ['التليفزيون', 'التلفزيون', 'list: television'],
  ['مائة', 'مئة', 'list: hundred'],
  ['مائتين', 'مئتين', 'list: hundred'],
  ['TASS', 'Tass', 'letter case'],
];

/** Two words that look alike. */
const different: [one: string, other: string][] = [
  ['أتفق', 'نتفق'],
  ['تقدم', 'تقدما'],
  ['لطالما', 'ولطالما'],
  ['جيد', 'جيدا'],
  ['مياه', 'مئات'],
  ['عرب', 'غرب'],
  ['إيران', 'إيراني'],
];

t.test('one word in two spellings', async (t) => {
  for (const [one, other, rule] of same) t.same(keysOf(one), keysOf(other), `${one}, ${other}: ${rule}`);
});

t.test('two words', async (t) => {
  for (const [one, other] of different) t.notSame(keysOf(one), keysOf(other), `${one}, ${other}`);
});

t.test('where the spelling is the same, so is the stem', async (t) => {
  const stemsOf = (text: string) => wordsOf(text).map(({ stem }) => stem);
  for (const [one, other] of same) t.same(stemsOf(one), stemsOf(other), `${one}, ${other}`);
});

t.test('places are code points in the quote', async (t) => {
  t.same(
    wordsOf('😀 نعم', '𝐀𝐁 لا').map(({ text, start, end, quote }) => [text, start, end, quote]),
    [
      ['نعم', 2, 5, 0],
      ['𝐀𝐁', 0, 2, 1],
      ['لا', 3, 5, 1],
    ],
  );
});
