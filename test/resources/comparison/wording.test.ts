/** Asserts the verdict over the quoted words of renditions, as a table. */
import t from 'tap';
import { isDiffering, type Wording, wordingOf } from '../../../src/resources/statements/wording.ts';
import { quotesOf } from './words-of.ts';

/** Each rendition as its quotes; `en:` begins those of an English one. */
const cases: [expected: Wording, why: string, ...renditions: string[][]][] = [
  ['none', 'no rendition'],
  ['single', 'one rendition', ['نعم']],
  ['single', 'one rendition that quotes nothing', []],
  ['unquoted', 'none quotes', [], []],
  ['unquoted', 'only one quotes', ['نعم'], []],
  ['unquoted', 'no two in one language', ['نعم'], ['en:yes']],
  ['unquoted', 'nothing but punctuation', ['...'], ['نعم']],
  ['same', 'to the letter', ['نعم'], ['نعم']],
  ['same', 'punctuation and its place do not count', ['نعم، نعم'], ['نعم نعم']],
  ['same', 'a rendition without quotes changes nothing', ['نعم'], ['نعم'], []],
  ['spelling', 'a vowel mark', ['جدا'], ['جداً']],
  ['spelling', 'a spelling from the list', ['مع أميركا'], ['مع أمريكا']],
  ['excerpts', 'one word of two', ['مثمر'], ['مثمر جداً']],
  ['excerpts', 'a part that is spelt differently', ['جداً'], ['مثمر جدا']],
  ['same', 'in two quotes or in one', ['نقطة', 'انطلاق'], ['نقطة انطلاق']],
  ['excerpts', 'two parts', ['نقطة', 'انطلاق'], ['انطلاق من نقطة']],
  ['forms', 'another form of the same words', ['تقدما كبيرا'], ['تقدم كبير']],
  ['forms', 'a part in another form', ['المثمرة'], ['مثمر جدا']],
  ['forms', 'a conjunction', ['ولطالما كانت'], ['لطالما كانت']],
  ['different', 'a word more in the middle', ['مع ترامب'], ['مع الرئيس ترامب']],
  ['different', 'a part that is broken', ['نقطة انطلاق'], ['نقطة جديدة انطلاق']],
  ['different', 'words that begin alike', ['قل'], ['قلم']],
  ['different', 'another word', ['نعم'], ['كلا']],
  ['different', 'the two that differ most decide', ['نعم'], ['نعم'], ['كلا']],
  ['different', 'in the second language', ['en:yes'], ['نعم'], ['en:no']],
];

for (const [expected, why, ...renditions] of cases) {
  t.test(`${expected}: ${why}`, async (t) => {
    const quoting = renditions.map((texts) => ({
      language: texts[0]?.startsWith('en:') ? 'en-US' : 'ar',
      quotes: quotesOf(texts.map((text) => text.replace('en:', ''))),
    }));
    t.equal(wordingOf(quoting), expected);
    t.equal(wordingOf(quoting.toReversed()), expected, 'the other way round');
    t.equal(isDiffering(wordingOf(quoting)), ['forms', 'different'].includes(expected));
  });
}
