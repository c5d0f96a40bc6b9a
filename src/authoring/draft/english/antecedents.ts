// Tells whom he and she mean in an English article: the person of that gender named last, subjects first.
import type { Article } from '../article.ts';
import type { Mention, Raw } from '../utterance.ts';
import { lastBefore, withSpeakers } from './described.ts';
import type { Gender } from './name-runs.ts';
import { type PeopleOfSentence, type Person, peopleIn } from './people.ts';

/** Sentences further back than this hold no antecedent. */
const REACH = 20;
const FAR = 60;
/** The last one within this many sentences is meant, even where another is named more often. */
const NEAR = 2;

const RANKS: Readonly<Record<string, readonly string[]>> = {
  officer:
    'officer const constable sgt sergeant cpl corporal insp inspector det detective supt superintendent chief'.split(
      ' ',
    ),
  senator: ['senator', 'sen'],
  congressman: ['congressman', 'rep', 'representative'],
  congresswoman: ['congresswoman', 'rep', 'representative'],
  governor: ['governor', 'gov'],
  councillor: ['councillor', 'coun', 'councilor'],
  councilor: ['councilor', 'councillor', 'coun'],
  professor: ['professor', 'prof'],
  doctor: ['doctor', 'dr', 'physician', 'surgeon'],
  judge: ['judge', 'justice'],
  spokesperson: ['spokesperson', 'spokesman', 'spokeswoman'],
};

/** The people of an article by sentence, each pronoun with the words it stands for. */
export class Antecedents {
  private readonly sentences: readonly PeopleOfSentence[];
  private readonly genders = new Map<string, Gender>();
  private readonly counts = new Map<string, number>();
  private readonly byStart = new Map<number, Person>();

  constructor(article: Article, raws: readonly Raw[]) {
    this.sentences = withSpeakers(peopleIn(article), raws);
    for (const { people } of this.sentences)
      for (const { key, gender } of people) {
        if (gender !== null) this.genders.set(key, this.genders.get(key) ?? gender);
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      }
    for (const [index, { people }] of this.sentences.entries())
      for (const person of people) if (person.pronoun) this.resolve(index, person);
  }

  /** The words that a pronoun stands for; null where none fit. */
  of(start: number): Mention | null {
    return mentionOf(this.byStart.get(start));
  }

  /** The person that the last sentence between two positions is about; null where it is about none. */
  topicBetween(from: number, to: number): Mention | null {
    const last = this.sentences[lastBefore(this.sentences, to)];
    if (last === undefined || last.start < from) return null;
    const person =
      last.end > to
        ? last.people.find(({ end }) => end < to) // Smith had this to say: "..."
        : last.people.find(({ prominent }) => prominent);
    return mentionOf(person?.pronoun ? this.byStart.get(person.start) : person);
  }

  /** Whom 'the officer' or 'the 22-year-old' means: the person of whom the article says so, the last or the one named most; null where it says it of none. */
  holderOf(start: number, role: string): Mention | null {
    const words = RANKS[role] ?? [role];
    const index = lastBefore(this.sentences, start);
    let often: Person | null = null;
    for (let at = index; at >= Math.max(0, index - FAR); at -= 1) {
      const people = this.sentences[at]?.people.filter((person) => person.end <= start) ?? [];
      const found = people.find((person) => hasRole(person, words));
      if (found === undefined) continue;
      if (index - at <= NEAR) return mentionOf(found);
      if (often === null || this.timesNamed(found) > this.timesNamed(often)) often = found;
    }
    if (often !== null) return mentionOf(often);
    return /^\d/.test(role) ? this.nearest(index, start) : null;
  }

  private timesNamed({ key }: Person): number {
    return this.counts.get(key) ?? 0;
  }

  /** The subject of the last sentences that are about a person. */
  private nearest(index: number, start: number): Mention | null {
    for (const { people } of this.sentences.slice(Math.max(0, index - 4), index + 1).reverse()) {
      const person = people.find(({ prominent, end }) => prominent && end <= start);
      const meant = person?.pronoun ? this.byStart.get(person.start) : person;
      if (meant !== undefined) return mentionOf(meant);
    }
    return null;
  }

  private resolve(index: number, pronoun: Person): void {
    const own = this.sentences[index]?.people.filter(({ start }) => start < pronoun.start) ?? [];
    const earlier = this.sentences.slice(Math.max(0, index - REACH), index).reverse();
    for (const people of [own, ...earlier.map((sentence) => sentence.people)]) {
      const found = this.fitting(people, pronoun.gender);
      if (found === null) continue;
      if (!this.genders.has(found.key)) this.genders.set(found.key, pronoun.gender);
      this.byStart.set(pronoun.start, found);
      return;
    }
  }

  private fitting(people: readonly Person[], gender: Gender): Person | null {
    const fits = people.flatMap((person) => {
      const meant = person.pronoun ? this.byStart.get(person.start) : person;
      const own = meant?.gender ?? this.genders.get(meant?.key ?? '') ?? gender;
      return meant === undefined || own !== gender ? [] : [{ meant, prominent: person.prominent }];
    });
    return (fits.find(({ prominent }) => prominent) ?? fits[0])?.meant ?? null;
  }
}

function mentionOf(person: Person | undefined): Mention | null {
  return person === undefined ? null : { start: person.start, end: person.end, text: person.text };
}

function hasRole(person: Person, words: readonly string[]): boolean {
  if (person.pronoun) return false;
  const roles = person.roles();
  return words.some((word) => roles.includes(word));
}
