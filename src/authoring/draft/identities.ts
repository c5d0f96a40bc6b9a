// Groups the mentions of an article by whom they mean: full names, surnames, titles and pronouns.

import type { Article } from './article.ts';
import { governmentOf } from './countries.ts';
import { capitalRuns, englishName, genderOf, isDescription } from './english/names.ts';
import { namesOfBodies } from './english/words.ts';
import { bareName, isCommonWord, isPerson, namesPerson, nameWords } from './name-words.ts';
import type { KnownName, Names } from './names.ts';
import type { Mention } from './utterance.ts';

export type Identity = {
  /** The record's id, or null for someone the record does not know. */
  id: string | null;
  /** The record's English name, or the fullest form in the article. */
  name: string;
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
    const named = mention.meant ?? mention;
    const identity = PRONOUN.test(named.text) ? this.antecedent(named.text) : this.find(named);
    this.byStart.set(mention.start, identity);
    if (identity !== null)
      this.recent = [identity, ...this.recent.filter((other) => other !== identity)].slice(0, 6);
  }

  /** Whom a learnt mention means; nobody but its own words for a pronoun without an antecedent. */
  of({ start, text }: Mention): Pick<Identity, 'id' | 'name'> {
    return this.byStart.get(start) ?? { id: null, name: text };
  }

  private antecedent(pronoun: string): Identity | null {
    const word = pronoun.toLowerCase();
    const wanted = /^(?:he|him)$/.test(word) ? 'm' : /^(?:she|her)$/.test(word) ? 'f' : null;
    if (wanted === null) return word === 'they' || word === 'it' ? (this.recent[0] ?? null) : null;
    const fits = this.recent.filter((each) => each.person);
    return fits.find((each) => each.gender === wanted) ?? fits.find((each) => each.gender === null) ?? null;
  }

  private find(mention: Mention): Identity {
    const known = this.knownIn(mention.text);
    const words = nameWords(mention.text, this.article.language);
    const government = governmentOf(bareName(mention.text));
    const same =
      (known === null ? undefined : this.byId.get(known.id)) ??
      (known === null ? this.alike(words, mention.text) : undefined);
    const identity = same ?? this.create(mention, known, government?.name ?? null, words);
    for (const word of words) {
      identity.words.add(word);
      this.byWord.set(word, identity);
    }
    identity.gender ??= genderOf(mention.text);
    if (identity.id === null && known === null) identity.name = longer(identity.name, this.fullName(mention));
    return identity;
  }

  /** The record's entry for a mention; an organization before a person's name is not the speaker (Reuters reporter Ann Smith). */
  private knownIn(text: string): KnownName | null {
    const known = this.names.speakerIn(text) ?? this.names.holderOf(text, this.date);
    const named = known?.kind === 'organization' && this.article.language === 'en' && namesPerson(text, 'en');
    return named ? null : known;
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
      words: new Set(),
      gender: genderOf(`${mention.text} ${name}`),
      person,
    };
    if (identity.id !== null) this.byId.set(identity.id, identity);
    return identity;
  }

  /** Someone met before under a name of this mention, or under its title. */
  private alike(words: readonly string[], text: string): Identity | undefined {
    if (words.length === 0) return undefined;
    const last = words.at(-1) ?? '';
    const shared =
      this.article.language === 'ar' ? isCommonWord(last) : isDescription(text) || namesOfBodies.has(last);
    if (shared) return this.byTitle(words);
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
    const isWhole = bare.includes(' ') || namesOfBodies.has(surname.toLowerCase());
    return isWhole ? bare : (this.runs.get(surname) ?? bare);
  }
}

function longer(known: string, other: string): string {
  const better = other.split(' ').length > known.split(' ').length && other.split(' ').length <= 4;
  return better && other.includes(known.split(' ').at(-1) ?? '') ? other : known;
}
