/**
 * Gives one key to all spellings of one word, so that a difference of spelling is told from a difference of wording.
 *
 * Marks, hamza on alef, ى and ي, ة and ه, digits and letter case are one already (`src/text/normalise.ts`). What
 * remains are words that papers write in two ways, each listed here with the spelling that stands for both.
 */

/** In normalised letters; whatever is written before and after them stays. */
const VARIANTS: readonly (readonly [written: RegExp, key: string])[] = [
  [/ئو/gu, 'ؤو'], // مسئول, مسؤول: the carrier of hamza before waw, Egyptian and Levantine
  [/اميرك/gu, 'امريك'], // أميركا, أمريكا
  [/اورب(?=[اي])/gu, 'اوروب'], // أوربا, أوروبا
  [/انكليز/gu, 'انجليز'], // إنكليزي, إنجليزي
  [/ترمب/gu, 'ترامب'], // ترمب, ترامب
  [/زيلنسك/gu, 'زيلينسك'], // زيلنسكي, زيلينسكي
  [/تليفزيون/gu, 'تلفزيون'], // تليفزيون, تلفزيون
  [/مائ(?=[هت])/gu, 'مئ'], // مائة, مئة
];

/** Most words hold none of them. */
const ANY_VARIANT = new RegExp(VARIANTS.map(([written]) => written.source).join('|'), 'u');

/** The key of a normalised word; equal for two words only where they are one word, whatever its spelling. */
export function spellingKey(normal: string): string {
  if (!ANY_VARIANT.test(normal)) return normal;
  return VARIANTS.reduce((word, [written, key]) => word.replace(written, key), normal);
}
