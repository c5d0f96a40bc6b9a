// Makes statements with their renditions out of single reports of what somebody said.
import { hash } from 'node:crypto';
import { RenditionIds } from '../articles/rendition-ids.ts';
import type { DraftRecord } from './drafts.ts';
import type { Importing } from './importing.ts';
import { idFrom, oneLine, shortened } from './texts.ts';

/** What a statement says beside its renditions; ids are those of records that are there. */
export interface Said {
  id: string | null;
  speakers: string[];
  gist: Readonly<Record<string, string>>;
  saidOn: string | null;
  event: string | null;
  place: string | null;
  addressees: string[];
  topics: string[];
  /** Each as `kind/id`. */
  mentions: string[];
}

/** One report of it. */
export interface Report {
  id: string | null;
  source: string;
  via: string | null;
  mode: string;
  cue: { text: string; lemma: string } | null;
  language: string;
  quotes: { text: string; start?: number; end?: number }[];
  /** Where it stands in its source, if that is known. */
  position: { paragraph: number; start: number; end: number } | null;
  excerpt?: { text: string; start: number; end: number } | null;
  /** By language. */
  note: Readonly<Record<string, string>> | null;
}

/** A speech: nothing but its words is known of what was said. */
export interface Speech extends Pick<Report, 'source' | 'language' | 'quotes' | 'note'> {
  speaker: string;
  addressee: string | null;
  saidOn: string | null;
  event: string | null;
}

/** The longest id of a statement: its renditions add that of their source. */
const idLength = 50;

/** Gathers reports into statements: those with the same id, or with the same speakers, words and date. */
export class Statements {
  readonly #importing: Importing;
  /** The last number that was put behind an id. */
  readonly #numbers = new Map<string, number>();

  constructor(importing: Importing) {
    this.#importing = importing;
  }

  /** Takes one report in; one that says nothing new is told of. */
  add(said: Said, report: Report, line: number): void {
    const { drafts } = this.#importing;
    const id = said.id ?? this.#idOf(said, report);
    const draft = drafts.get('statement', id) ?? this.#begin(id, said, report);
    const renditions = (draft['renditions'] ?? []) as DraftRecord[];
    const rendition = renditionOf(report);
    const first = drafts.lineOf('statement', id);
    if (report.id === null && renditions.some(({ id: _, ...other }) => isSame(other, rendition))) {
      this.#importing.problem(line, '', `says the same as line ${first}, with the same source`);
      return;
    }
    const taken = renditions.map((each) => each.id);
    const own = report.id ?? new RenditionIds(taken).next(id, report.source);
    drafts.set('statement', { ...draft, renditions: [...renditions, { id: own, ...rendition }] }, line);
  }

  /** Takes a speech in as a statement of its own, with its words as quotations. */
  addSpeech({ speaker, addressee, saidOn, event, ...report }: Speech, line: number): void {
    const addressees = addressee === null ? [] : [addressee];
    const none = { id: null, gist: {}, place: null, topics: [], mentions: [] };
    this.add(
      { ...none, speakers: [speaker], saidOn, event, addressees },
      { ...report, id: null, via: null, mode: 'direct', cue: null, position: null },
      line,
    );
  }

  #idOf({ speakers, gist, saidOn }: Said, { quotes }: Report): string {
    const { drafts } = this.#importing;
    const [text = ''] = [...quotes.map((quote) => quote.text), ...Object.values(gist)];
    const words = JSON.stringify([[...speakers].sort(), saidOn, text.toLowerCase()]);
    const key = hash('sha256', words, 'base64');
    const id = drafts.idOf(key) ?? this.#newId(idFrom(`${speakers[0]} ${text}`, 'statement', idLength));
    drafts.setId(key, id);
    return id;
  }

  #newId(base: string): string {
    let number = this.#numbers.get(base) ?? 1;
    let id = number === 1 ? base : `${base}-${number}`;
    while (this.#importing.drafts.get('statement', id) !== null) {
      number += 1;
      id = `${base}-${number}`;
    }
    if (number > 1) this.#numbers.set(base, number);
    return id;
  }

  /** A new statement; one without a gist says what is quoted. */
  #begin(id: string, { id: _, gist, ...said }: Said, { quotes, language }: Report): DraftRecord {
    if (Object.keys(gist).length > 0) return { id, ...said, gist };
    this.#importing.tally.note('a statement has its quotation as gist, because the file gives no other');
    const text = oneLine(quotes.map((quote) => quote.text).join(' … '));
    return { id, ...said, gist: { [language]: shortened(text) } };
  }
}

function renditionOf({ id: _, position, ...report }: Report): object {
  return { ...report, ...position };
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
