// Says of an utterance what names and words around it give: mentions, addressees, topics, occasion, day and place.
import type { Article } from './article.ts';
import { dateOf } from './dates.ts';
import { stemsOf } from './joining/terms.ts';
import type { Names } from './names.ts';
import type { Event, KnownRecord } from './record.ts';
import type { Utterance } from './utterance.ts';

export type Surroundings = {
  mentions: string[];
  addressees: string[];
  topics: string[];
  event: Event | null;
  /** When it was said, where the words beside the cue or the event tell. */
  saidOn: string | null;
  /** Id of the place where it was said, where these tell. */
  place: string | null;
};

const OCCASIONS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['press-conference', /مؤتمر(?:ا|ه)? (?:ال)?صح|المؤتمر الصح|news conference|press conference/i],
  ['interview', /مقابلة|حوار مع|interview/i],
  ['post', /تغريدة|منشور|تدوينة|(?:tweet|post)/i],
];

/** How far before its cue a sentence may begin that opens with a place. */
const LONGEST_OPENING = 200;
const PLACE_AT_START = /^و?(?:في|من|in|from|at)\s+((?:[\p{L}'’-]+\s?){1,3})/iu;
const PLACE_WITHIN = /(?:^|\s)(?:في|in|at)\s+((?:[\p{L}'’-]+\s?){1,3})/iu;

/** Reads the surroundings of utterances of one article; `named` holds the ids of all that it names. */
export class Reader {
  private readonly topics: { id: string; stems: ReadonlySet<string> }[];
  private readonly article: Article;
  private readonly names: Names;
  private readonly events: Event[];
  /** The kind of each place of the record. */
  private readonly places: ReadonlyMap<string, string>;

  constructor(article: Article, names: Names, record: KnownRecord, named: ReadonlySet<string>) {
    this.article = article;
    this.names = names;
    this.places = new Map(record.places.map(({ id, kind }) => [id, kind]));
    this.topics = record.topics.map(({ id, name, description }) => ({
      id,
      stems: stemsOf([...Object.values(name), ...Object.values(description ?? {})].join(' ')),
    }));
    this.events = record.events.filter(({ place }) => place != null && named.has(place));
  }

  read(utterance: Utterance): Surroundings {
    const said = utterance.contents.map(({ start, end }) => this.article.text.slice(start, end)).join(' ');
    const mentions = this.names.allIn(said).filter(({ id }) => id !== utterance.speaker?.id);
    const lead = this.lead(utterance);
    const event = this.eventOf(lead);
    return {
      mentions: mentions.map(({ kind, id }) => `${kind}/${id}`),
      addressees: this.addressees(lead, utterance),
      topics: this.topicsOf(said),
      event,
      saidOn: dateOf(lead) ?? event?.start?.slice(0, 10) ?? null,
      place: this.placeOf(utterance, lead) ?? event?.place ?? null,
    };
  }

  /** 'In Moscow' at the start of the sentence or beside the cue: a place of the record, below the country. */
  private placeOf({ cue }: Utterance, lead: string): string | null {
    const before =
      cue === null ? '' : this.article.text.slice(Math.max(0, cue.start - LONGEST_OPENING), cue.start);
    const opening =
      before
        .split(/[\n.!?؟]/u)
        .at(-1)
        ?.trimStart() ?? '';
    return this.placeIn(opening, PLACE_AT_START) ?? this.placeIn(lead, PLACE_WITHIN);
  }

  private placeIn(words: string, pattern: RegExp): string | null {
    const match = pattern.exec(words);
    if (match === null) return null;
    const named = (match[1] ?? '').split(/\s+/);
    for (let to = named.length; to > 0; to -= 1) {
      const found = this.names.exact(named.slice(0, to).join(' '));
      if (found?.kind === 'place') return this.isWide(found.id) ? null : found.id;
    }
    return null;
  }

  private isWide(id: string): boolean {
    return /^(?:country|continent|other)$/.test(this.places.get(id) ?? 'other');
  }

  /** The words between the cue and the content, where the addressee and the occasion stand. */
  private lead({ cue, contents }: Utterance): string {
    const start = contents[0]?.start ?? 0;
    return cue === null || cue.start > start ? '' : this.article.text.slice(cue.end, start);
  }

  private addressees(lead: string, { speaker, via }: Utterance): string[] {
    const addressed =
      /(?:^|\s)(?:ل\p{L}{3,}|مخاطبا\s|to\s|told\s)/u.test(lead) || /^\s(?!that)\p{L}+/u.test(lead);
    if (!addressed) return [];
    const words = [...lead.matchAll(/(?:^|\s)(?:لل|ل)\p{L}+(?:\s\p{L}+)?|^\s[\p{L}\s]+/gu)]
      .map(([match]) => match)
      .join(' ');
    return this.names
      .allIn(words)
      .filter(({ kind, id }) => kind !== 'place' && id !== speaker?.id && id !== via?.id)
      .map(({ id }) => id);
  }

  private topicsOf(said: string): string[] {
    const stems = stemsOf(said);
    return this.topics
      .map(({ id, stems: of }) => ({ id, shared: [...stems].filter((stem) => of.has(stem)).length }))
      .filter(({ shared }) => shared >= 3)
      .sort((one, other) => other.shared - one.shared)
      .slice(0, 2)
      .map(({ id }) => id);
  }

  /** An event of the record, where the words name an occasion of its kind and the record has one such event here. */
  private eventOf(lead: string): Event | null {
    const kind = OCCASIONS.find(([, words]) => words.test(lead))?.[0];
    const events = this.events.filter((event) => event.kind === kind);
    return events.length === 1 ? (events[0] ?? null) : null;
  }
}
