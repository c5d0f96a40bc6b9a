// Takes English mentions apart: names without titles and appositions, descriptions, first names and genders.
import { countryOfAdjective } from '../countries.ts';
import { remembered } from '../remembered.ts';
import {
  adverbs,
  conjunctions,
  determiners,
  eitherNames,
  female,
  femaleNames,
  male,
  maleNames,
  namesOfBodies,
  personNouns,
  plurals,
  prepositions,
  sources,
  times,
} from './words.ts';

export function isEnglishPerson(text: string): boolean {
  const words = englishName(text).split(' ');
  const named = words.every((word) =>
    /^(?:\p{Lu}[\p{Ll}'’.-]|de$|van$|von$|bin$|al$|el$|la$|le$|du$)/u.test(word),
  );
  const first = withoutAccents((words[0] ?? '').toLowerCase());
  return named && words.length >= 2 && words.length <= 4 && isFirstName(first);
}

/** José, François: without accents, as the lexicon has first names. */
export function withoutAccents(word: string): string {
  return /[^\0-\x7f]/.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word;
}

/** Whether a word in lower case is a first name of the lexicon. */
export function isFirstName(word: string): boolean {
  return femaleNames.has(word) || maleNames.has(word) || eitherNames.has(word);
}

/** An English mention without apposition, titles and determiners. */
export const englishName: (text: string) => string = remembered(nameIn, 5_000);

function nameIn(text: string): string {
  const head = text.split(/[,(—]/)[0]?.trim() ?? text;
  const [person = '', place] = head.split(/\s(?:of|for|from|with|at|in)\s/);
  if (place !== undefined && isEnglishPerson(person)) return englishName(person); // Ann Smith of the Regina Police
  const after = text.split(',')[1]?.trim() ?? '';
  if (isDescription(head))
    return /^\p{Lu}/u.test(after) &&
      (isEnglishPerson(after) || isBareName(after) || /^(?:Dr|Mr|Mrs|Ms|Prof|Sgt|Const)\.? /.test(after))
      ? englishName(after)
      : head;
  const runs =
    head.match(
      /\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:de|van|von|bin|al|el|la|le|du|of|the)\s+)?\p{Lu}[\p{L}.'’-]*)*/gu,
    ) ?? [];
  const last = runs.at(-1) ?? head;
  const words = last.split(' ');
  const own =
    words.length > 2 && countryOfAdjective(words[0] ?? '') !== null ? words.slice(1).join(' ') : last;
  const bare = own.replace(LEAD, '').replace(TITLES, '');
  return namesOfBodies.has(bare.toLowerCase()) ? own.replace(/^The\s+/, '') : bare; // Health Canada
}

/** Opposition Leader, Verizon CIO: what stands before a title in front of a name. */
const LEAD =
  /^.*\s(?:Prime Minister|President|Premier|Mayor|Minister|Senator|Secretary|Leader|CEO|CIO|CFO|COO|Critic|Director|Commissioner|Spokesman|Spokeswoman|Spokesperson|Attorney|Lawyer|Coach|Captain|Ambassador|Chairman|Chairwoman|Superintendent|Professor|Judge|Justice|MP|MPP|MLA|Sgt\.|Const\.|Insp\.|Supt\.)\s+(?=\p{Lu}[\p{L}.'’-]+\s+\p{Lu})/u;

const TITLES =
  /^(?:(?:Prime Minister|Vice President|President|Premier|Mayor|Minister|Sen\.|Rep\.|Gov\.|Governor|Senator|Secretary|Dr\.|Mr\.|Mrs\.|Ms\.|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Sgt\.|Const\.|Chief|The|A|An|Former|Judge|Justice|Prof\.|Professor|Insp\.|Det\.|Supt\.|Cpl\.|Capt\.|Gen\.|Col\.|Lt\.|King|Queen|Prince|Princess|Pope|Foreign|Finance|Health|Education|Environment|Defence|Defense|Conservative|Liberal|Democratic|Republican|NDP|Green|Leader|Attorney|General|Director|CEO|Rev\.|Coach|Councillor|Coun\.|Justice|Staff|Crown|MP|MPP|MLA)\s+)+/u;

/** Gao Feng: two or three capitalized words, none of which is one of bodies. */
function isBareName(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length > 1 &&
    words.length < 4 &&
    words.every((word) => /^\p{Lu}[\p{L}.'’-]+$/u.test(word) && !namesOfBodies.has(word.toLowerCase()))
  );
}

/** Liberian authorities, a spokesman for the White House: a noun in small letters, to which names only belong. */
export function isDescription(text: string): boolean {
  const head = text.split(/\s(?:of|for|from|in|at|with|who|that|which|by|on|to)\s/)[0] ?? text;
  const noun = (head.split(/[,(—]/)[0] ?? head).trim();
  const word = noun.toLowerCase();
  return (
    /(?:^|\s)\p{Ll}[\p{L}'’-]*$/u.test(noun) ||
    [word, word.replace(/s$/, '')].some(
      (form) => personNouns.has(form) || sources.has(form) || plurals.has(form),
    )
  );
}

/** Without the words in front that are capitals only because a sentence begins: But Ann Smith, To Ann Smith. */
function withoutLead(words: readonly string[]): string[] {
  const [first = '', ...rest] = words;
  const word = first.toLowerCase();
  if (isFirstName(word) || rest.length === 0) return [...words];
  const lead = [conjunctions, determiners, prepositions, plurals, times, adverbs].some((list) =>
    list.has(word),
  );
  return lead ? withoutLead(rest) : [...words];
}

/** The longest run of capitalized words that ends in each surname. */
export function capitalRuns(text: string): Map<string, string> {
  const runs = new Map<string, string>();
  for (const match of text.matchAll(
    /\p{Lu}[\p{Ll}'’-]+(?:[ ](?:\p{Lu}\.[ ])?(?:(?:de|van|von|bin|al|el|la|le|du)[ ])?\p{Lu}[\p{L}'’-]+){1,3}/gu,
  )) {
    const words = withoutLead(englishName(match[0].replace(/['’]s?$/, '')).split(' '));
    const name = words.join(' ');
    const surname = words.at(-1) ?? '';
    if (words.length >= 2 && words.length <= 4 && !runs.has(surname)) runs.set(surname, name);
  }
  return runs;
}

/** Told by the first word that has a gender: spokeswoman, Mr, a first name. First names count with a capital only. */
export function genderOf(text: string): 'm' | 'f' | null {
  for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    const form = withoutAccents(word.toLowerCase());
    const isName = /^\p{Lu}/u.test(word);
    if (female.has(form) || (isName && femaleNames.has(form))) return 'f';
    if (male.has(form) || (isName && maleNames.has(form))) return 'm';
  }
  return null;
}
