/** Asserts each rule of normalising, and that no text can make it fail. */
import t from 'tap';
import { foldLetter } from '../../src/text/letters.ts';
import { normalise } from '../../src/text/normalise.ts';

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
  }
});

t.test('a letter with one spelling stays', async (t) => t.equal(foldLetter('x'), 'x'));
