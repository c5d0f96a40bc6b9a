// Groups the mentions of an article by whom they mean: full names, surnames, titles and pronouns.

import { anonymous, bodies, offices, titles } from './arabic/words.ts';
import type { Article } from './article.ts';
import { countryOfAdjective, governmentOf } from './countries.ts';
import { determiners, female, femaleNames, male, maleNames } from './english/words.ts';
import type { Names } from './names.ts';
import { formOf } from './tokens.ts';
import type { Mention } from './utterance.ts';

export type Identity = {
  /** The record's id, or null for someone the record does not know. */
  id: string | null;
  /** The record's English name, or the fullest form in the article. */
  name: string;
  forms: Set<string>;
  words: Set<string>;
  gender: 'm' | 'f' | null;
  person: boolean;
};

const PRONOUN = /^(?:he|she|they|it|him|her|them|who|which|i|we)$/i;

/** Those whom an article's mentions mean. */
export class Identities {
  private readonly byId = new Map<string, Identity>();
  /** The last one that each word was said of. */
  private readonly byWord = new Map<string, Identity>();
  private readonly byStart = new Map<number, Identity | null>();
  private recent: Identity[] = [];
  private readonly runs: ReadonlyMap<string, string>;
  private readonly article: Article;
  private readonly names: Names;
  private readonly date: string | null;

  constructor(article: Article, names: Names, date: string | null) {
    this.article = article;
    this.names = names;
    this.date = date;
    this.runs = article.language === 'en' ? capitalRuns(article.text) : new Map();
  }

  /** Takes a mention in; mentions come in the order of the article. */
  learn(mention: Mention): void {
    if (this.byStart.has(mention.start)) return;
    const identity = PRONOUN.test(mention.text) ? this.antecedent(mention.text) : this.find(mention);
    this.byStart.set(mention.start, identity);
    if (identity !== null)
      this.recent = [identity, ...this.recent.filter((other) => other !== identity)].slice(0, 6);
  }

  /** Who a learnt mention means; null for a pronoun without an antecedent. */
  of(mention: Mention): Identity | null {
    const identity = this.byStart.get(mention.start) ?? null;
    return (
      identity ?? {
        id: null,
        name: mention.text,
        forms: new Set(),
        words: new Set(),
        gender: null,
        person: false,
      }
    );
  }

  private antecedent(pronoun: string): Identity | null {
    const word = pronoun.toLowerCase();
    const wanted = /^(?:he|him)$/.test(word) ? 'm' : /^(?:she|her)$/.test(word) ? 'f' : null;
    if (wanted === null) return word === 'they' || word === 'it' ? (this.recent[0] ?? null) : null;
    const fits = this.recent.filter((each) => each.person);
    return fits.find((each) => each.gender === wanted) ?? fits.find((each) => each.gender === null) ?? null;
  }

  private find(mention: Mention): Identity {
    const known = this.names.speakerIn(mention.text) ?? this.names.holderOf(mention.text, this.date);
    const words = nameWords(mention.text, this.article.language);
    const government = governmentOf(bareName(mention.text));
    const same =
      (known === null ? undefined : this.byId.get(known.id)) ??
      (known === null ? this.alike(words) : undefined);
    const identity = same ?? this.create(mention, known, government?.name ?? null, words);
    identity.forms.add(mention.text);
    for (const word of words) {
      identity.words.add(word);
      this.byWord.set(word, identity);
    }
    identity.gender ??= genderOf(mention.text);
    if (identity.id === null && known === null) identity.name = longer(identity.name, this.fullName(mention));
    return identity;
  }

  private create(
    mention: Mention,
    known: { id: string; name: string; kind: string } | null,
    government: string | null,
    words: readonly string[],
  ): Identity {
    const name = known?.name ?? government ?? this.fullName(mention);
    const person =
      known === null ? isPerson(mention.text, words, this.article.language) : known.kind === 'person';
    const identity: Identity = {
      id: known?.id ?? null,
      name,
      forms: new Set(),
      words: new Set(),
      gender: genderOf(`${mention.text} ${name}`),
      person,
    };
    if (identity.id !== null) this.byId.set(identity.id, identity);
    return identity;
  }

  /** Someone met before under a name of this mention, or under its title. */
  private alike(words: readonly string[]): Identity | undefined {
    if (words.length === 0) return undefined;
    const last = words.at(-1) ?? '';
    return this.recent.find((each) => each.words.has(last)) ?? this.byWord.get(last) ?? this.byTitle(words);
  }

  /** الوزير القطري after وزير الخارجية القطري ...: all its words among those of one identity. */
  private byTitle(words: readonly string[]): Identity | undefined {
    return this.recent.find((each) => words.every((word) => each.words.has(word)));
  }

  /** Ann Smith for Smith, where the article says so anywhere. */
  private fullName(mention: Mention): string {
    if (this.article.language === 'ar') return bareName(mention.text);
    const bare = englishName(mention.text);
    const surname = bare.split(' ').at(-1) ?? bare;
    return bare.includes(' ') ? bare : (this.runs.get(surname) ?? bare);
  }
}

function longer(known: string, other: string): string {
  const better = other.split(' ').length > known.split(' ').length && other.split(' ').length <= 4;
  return better && other.includes(known.split(' ').at(-1) ?? '') ? other : known;
}

/** The words that tell people apart, stripped of endings that vary: without the article, in one spelling. */
function nameWords(text: string, language: string): string[] {
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

function isEnglishPerson(text: string): boolean {
  const words = englishName(text).split(' ');
  const named = words.every((word) =>
    /^(?:\p{Lu}[\p{Ll}'’.-]|de$|van$|von$|bin$|al$|el$|la$|le$|du$)/u.test(word),
  );
  const first = (words[0] ?? '').toLowerCase();
  return named && words.length >= 2 && words.length <= 4 && (femaleNames.has(first) || maleNames.has(first));
}

/** An English mention without apposition, titles and determiners. */
function englishName(text: string): string {
  const head = text.split(/[,(—]/)[0]?.trim() ?? text;
  const runs =
    head.match(
      /\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:de|van|von|bin|al|el|la|le|du|of|the)\s+)?\p{Lu}[\p{L}.'’-]*)*/gu,
    ) ?? [];
  const last = runs.at(-1) ?? head;
  return last.replace(
    /^(?:(?:Prime Minister|Vice President|President|Premier|Mayor|Minister|Sen\.|Rep\.|Gov\.|Governor|Senator|Secretary|Dr\.|Mr\.|Mrs\.|Ms\.|Sgt\.|Const\.|Chief|The|A|An|Former|Judge|Justice|Prof\.|Professor|Insp\.|Det\.|Capt\.|Gen\.|Col\.|Lt\.|King|Queen|Prince|Princess|Pope|Foreign|Finance|Health|Education|Environment|Defence|Defense|Conservative|Liberal|Democratic|Republican|NDP|Leader|Attorney|General|Director|CEO|Rev\.|Coach|Councillor|Coun\.)\s+)+/u,
    '',
  );
}

/** The longest run of capitalized words that ends in each surname. */
function capitalRuns(text: string): Map<string, string> {
  const runs = new Map<string, string>();
  for (const match of text.matchAll(
    /\p{Lu}[\p{Ll}'’-]+(?:[ ](?:\p{Lu}\.[ ])?(?:(?:de|van|von|bin|al|el|la|le|du)[ ])?\p{Lu}[\p{L}'’-]+){1,3}/gu,
  )) {
    const name = englishName(match[0]);
    const words = name.split(' ');
    const surname = words.at(-1) ?? '';
    if (words.length >= 2 && words.length <= 4 && !runs.has(surname)) runs.set(surname, name);
  }
  return runs;
}

function genderOf(text: string): 'm' | 'f' | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    if (female.has(word) || femaleNames.has(word)) return 'f';
    if (male.has(word) || maleNames.has(word)) return 'm';
  }
  return null;
}

function isPerson(text: string, words: readonly string[], language: string): boolean {
  if (language === 'ar') return text.split(/\s+/).some((word) => titles.has(formOf(word)));
  return (
    words.length > 0 &&
    /\p{Lu}/u.test(text) &&
    !/\b(?:Department|Agency|Ministry|Police|Party|University|House|Commission|Council|Committee|Company|Association|Institute|Court|Board|Group|RCMP|Union)\b/.test(
      text,
    )
  );
}
