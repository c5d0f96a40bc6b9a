// Takes mentions apart: names without titles, the words that tell people apart, and whether a mention names a person.
import { anonymous, bodies, offices, titles } from './arabic/words.ts';
import { countryOfAdjective, governmentOf } from './countries.ts';
import { englishName, isEnglishPerson } from './english/names.ts';
import { determiners } from './english/words.ts';
import { formOf } from './tokens.ts';

/** The words that tell people apart, stripped of endings that vary: without the article, in one spelling. */
export function nameWords(text: string, language: string): string[] {
  const words = text.split(/[\s،,()«»"“”:]+/).filter((word) => word !== '');
  if (language === 'ar')
    return words
      .map((word) =>
        formOf(word)
          .replace(/^(?:و?ال|لل)/, '')
          .replace(/[هةت]$/, ''),
      )
      .filter((word) => word.length > 2 && !['نفس', 'ذات', 'باسم', 'من', 'في'].includes(word));
  const name = englishName(text).split(/\s+/);
  return name
    .map((word) => word.toLowerCase().replace(/['’]s$/, ''))
    .filter((word) => word.length > 2 && !determiners.has(word));
}

/** Whether a word of nameWords tells a title, a body or a country, which many share: الروسي, الدفاع. */
export function isCommonWord(word: string): boolean {
  return [word, `ال${word}`, `${word}ه`, `ال${word}ه`].some(
    (form) => titles.has(form) || bodies.has(form) || offices.has(form) || countryOfAdjective(form) !== null,
  );
}

/** An Arabic mention without titles and adjectives of countries before the name. */
export function bareName(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const form = formOf(words[at] ?? '');
    if (
      titles.has(form) ||
      bodies.has(form) ||
      offices.has(form) ||
      governmentOf(words[at] ?? '') !== null ||
      countryOfAdjective(words[at] ?? '') !== null ||
      /[،,]$/.test(words[at] ?? '')
    )
      from = at + 1;
  }
  const rest = words.slice(from);
  const person = words.some((word) => titles.has(formOf(word)));
  if (!person || rest.length === 0) return text;
  return rest.length > 4 ? rest.slice(-3).join(' ') : rest.join(' ');
}

/** Whether a mention names a new person in full: a title and then two to four words that are a name. */
export function namesPerson(text: string, language: string): boolean {
  if (language === 'en') return isEnglishPerson(text);
  const name = bareName(text);
  const words = name.split(/\s+/);
  const plain = words.every((word) => !anonymous.has(formOf(word)) && !/^(?:لل|و?ال\p{L}+ين$)/u.test(word));
  return (
    name !== text &&
    words.length >= 2 &&
    words.length <= 4 &&
    plain &&
    !/^(?:ال|و|ل)/.test(words[0] ?? '') &&
    !/[«»"،():\d]/.test(name)
  );
}

export function isPerson(text: string, words: readonly string[], language: string): boolean {
  if (language === 'ar') return text.split(/\s+/).some((word) => titles.has(formOf(word)));
  return (
    words.length > 0 &&
    /\p{Lu}/u.test(text) &&
    !/\b(?:Department|Agency|Ministry|Police|Party|University|House|Commission|Council|Committee|Company|Association|Institute|Court|Board|Group|RCMP|Union)\b/.test(
      text,
    )
  );
}
