// Makes ids that a draft proposes: kebab-case, from English words or from Arabic letters written in Latin ones.
import { PLAIN_LATIN } from '../../text/letters.ts';

/** Arabic letters with the Latin ones that stand for them. */
const LATIN = new Map(
  'ا:a أ:a إ:i آ:a ٱ:a ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع:a غ:gh ف:f ق:q ك:k ل:l م:m ن:n ه:h ة:a و:w ؤ:w ي:i ى:a ئ:i ء: پ:p چ:ch ڤ:v گ:g ژ:zh'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/**
 * Latin letters for Arabic ones, word by word with capitals: a first guess for an editor, no transcription. Words in
 * other scripts stay as they are, so that the Arabic article is not found in `Alaska`.
 */
export function latin(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => (/\p{Script=Arabic}/u.test(word) ? latinWord(word) : word))
    .join(' ')
    .trim();
}

function latinWord(word: string): string {
  return [...word.replace(/\p{M}|ـ/gu, '')]
    .map((letter) => LATIN.get(letter) ?? letter)
    .join('')
    .replace(/^al(?=\p{L}{2})/u, 'Al-')
    .replace(/(^|-)(\p{Ll})/gu, (_all, dash: string, letter: string) => dash + letter.toUpperCase());
}

/** A slug of at most `length` characters; `fallback` where no letter or digit is left. */
export function slugOf(text: string, fallback: string, length = 60): string {
  const slug = latin(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\P{ASCII}/gu, (letter) => PLAIN_LATIN[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, length)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}

/** Gives each id once: the second becomes `id-2`. */
export class UniqueIds {
  private readonly taken: Set<string>;
  /** The last number that an id got: the next search begins behind it. */
  private readonly numbers = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  take(wanted: string): string {
    let id = wanted;
    let number = this.numbers.get(wanted) ?? 1;
    while (this.taken.has(id)) {
      number += 1;
      id = `${wanted}-${number}`;
    }
    this.numbers.set(wanted, number);
    this.taken.add(id);
    return id;
  }
}
