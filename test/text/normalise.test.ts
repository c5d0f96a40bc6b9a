/** Asserts each rule of normalising, the map back to the original, and that no text can make it fail. */
import t from 'tap';
import { foldLetter } from '../../src/text/letters.ts';
import { normalise, normaliseWithOffsets, originalRange } from '../../src/text/normalise.ts';

const RULES: readonly (readonly [rule: string, input: string, output: string])[] = [
  ['ASCII is only lower-cased', 'Putin AND Trump', 'putin and trump'],
  ['alef with madda', 'آجن', 'اجن'],
  ['alef with hamza above', 'أحمد', 'احمد'],
  ['alef with hamza below', 'إعاذ', 'اعاذ'],
  ['alef wasla', 'ٱلحسن', 'الحسن'],
  ['alef and hamza as two code points', 'ا\u0654حمد', 'احمد'],
  ['alef maksura', 'بنى', 'بني'],
  ['teh marbuta', 'فاطمة', 'فاطمه'],
  ['Persian yeh and kaf', 'امریکا', 'امريكا'],
  ['letters borrowed for foreign names', 'ڤانس پوتين', 'فانس بوتين'],
  ['hamza on waw and yeh stays', 'مؤتمر رئيس', 'مؤتمر رئيس'],
  ['fatha', 'مَبنا', 'مبنا'],
  ['kasra', 'علِي', 'علي'],
  ['damma', 'بُوات', 'بوات'],
  ['fathatan', 'ولداً', 'ولدا'],
  ['dammatan and kasratan', 'ولدٌ ولدٍ', 'ولد ولد'],
  ['sukun', 'نلْسون', 'نلسون'],
  ['shadda', 'هتمّ', 'هتم'],
  ['superscript alef and Quranic marks', 'هٰذا رحمۖ', 'هذا رحم'],
  ['tatweel', 'روبرـــــت', 'روبرت'],
  ['bidi controls', '\u202bقمة\u202c \u200fسلام\u200e\u061c \u2067a\u2069', 'قمه سلام a'],
  ['presentation forms', 'ﻻ ﻗﻤﺔ', 'لا قمه'],
  ['a ligature of four words', 'ﷺ', 'صلي الله عليه وسلم'],
  ['Arabic-Indic digits', '١٢٣٤', '1234'],
  ['Persian digits', '۱۲۳۴۵۶۷۸۹۰', '1234567890'],
  ['Latin accents', 'Élysée Erdoğan Łódź Ångström', 'elysee erdogan lodz angstrom'],
  ['case folding', 'Straße ΣΊΣΥΦΟΣ İstanbul', 'strasse σισυφοσ istanbul'],
  ['Cyrillic yo, and short i as a letter of its own', 'Зелёный Йод и\u0306', 'зеленый йод й'],
  ['full width', 'Ｐｕｔｉｎ', 'putin'],
  ['a zero-width space divides', 'one\u200btwo', 'one two'],
  ['nothing', '', ''],
  ['a lone surrogate and a NUL', 'é\ud800\0\udc00', 'e\ud800\0\udc00'],
];

t.test('each rule', async (t) => {
  for (const [rule, input, output] of RULES) {
    t.equal(normalise(input), output, rule);
    t.equal(normalise(output), output, `${rule}: once is enough`);
    t.equal(normaliseWithOffsets(input).normal, output, `${rule}: with offsets`);
  }
});

t.test('the map leads back to the original, in UTF-16 units', async (t) => {
  const original = 'قال: القِمّــة ﷺ 😀 e\u0301';
  const mapped = normaliseWithOffsets(original);
  const back = (part: string) => {
    const start = mapped.normal.indexOf(part);
    const range = originalRange(mapped, start, start + part.length);
    return original.slice(range.start, range.end);
  };
  t.equal(back('القمه'), 'القِمّــة');
  t.equal(back('الله'), 'ﷺ', 'the whole character that gave several');
  t.equal(back('😀'), '😀');
  t.equal(back('e'), 'e\u0301', 'with its marks');
  t.equal(back(mapped.normal), original);
  for (const [start, end] of [
    [-1, 2],
    [0, 9999],
    [3, 2],
  ] as const)
    t.throws(() => originalRange(mapped, start, end), RangeError, `[${start}, ${end})`);
  t.same(originalRange(mapped, 3, 3), { start: 3, end: 3 }, 'empty');
  t.same(originalRange(normaliseWithOffsets(''), 0, 0), { start: 0, end: 0 });
  t.equal(foldLetter('x'), 'x', 'a letter with one spelling');
});

t.test('both forms agree, whatever they are given', async (t) => {
  // Blocks where NFKC composes across characters that are no marks, and those with the longest expansions.
  const blocks = [0x20, 0x300, 0x600, 0x1100, 0x3040, 0x3130, 0xac00, 0xd800, 0xfb50, 0xfdf0, 0xfe70, 0xff60];
  for (let seed = 1; seed <= 20_000; seed += 1) {
    const text = Array.from({ length: 5 }, (_, place) => {
      const random = (seed * 7919 + place * 104_729 * (seed % 31)) >>> 0;
      return String.fromCharCode((blocks[random % blocks.length] ?? 0) + ((random >>> 4) % 0x80));
    }).join('');
    const mapped = normaliseWithOffsets(text);
    const sorted = mapped.offsets.every((offset, index) => offset >= (mapped.offsets[index - 1] ?? 0));
    if (mapped.normal === normalise(text) && sorted && mapped.offsets.length === mapped.normal.length + 1)
      continue;
    t.fail(`not the same for ${JSON.stringify(text)}`);
  }
});
