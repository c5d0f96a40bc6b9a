// Reads the articles of one run against one record.
import path from 'node:path';
import type { Article } from './article.ts';
import { claimsOf } from './claims.ts';
import { datelineOf } from './dateline.ts';
import { dateOf } from './dates.ts';
import type { Input } from './files.ts';
import { slugOf } from './ids.ts';
import { Joiner } from './joining/join.ts';
import { KnownStatements, type PassageOf } from './joining/known-statements.ts';
import { passagesIn } from './joining/passages.ts';
import type { Drafted } from './json.ts';
import { Names } from './names.ts';
import { readArticle } from './reading.ts';
import type { KnownRecord } from './record.ts';
import { Reader } from './surroundings.ts';
import type { ReadArticle } from './writing/read-article.ts';

export class Session {
  readonly record: KnownRecord;
  private readonly names: Names;
  private readonly passageOf: PassageOf;
  /** By the ids of the sources that are left out. */
  private readonly statements = new Map<string, KnownStatements>();

  /** `folders` hold texts of articles; those that the record has are compared, too. */
  constructor(record: KnownRecord, folders: readonly string[]) {
    this.record = record;
    this.names = new Names(record);
    this.passageOf = passagesIn(folders, record.sources);
  }

  /** The utterances of an article, each with its propositions and the statements that these render, if any. */
  utterances({ article }: Input): Drafted[] {
    const joiner = new Joiner(article.text, this.statementsFor(article));
    return readArticle(article, this.names).map((utterance) => ({
      utterance,
      units: joiner.join(utterance),
    }));
  }

  /** The article with all that its records say of it. */
  read({ article, extracted }: Input, drafted: readonly Drafted[]): ReadArticle {
    const named = this.names.idsIn(article.text);
    const reader = new Reader(article, this.names, this.record, named);
    const said = drafted.flatMap(({ utterance }) => utterance.contents);
    return {
      article,
      extracted,
      sourceId: slugOf(path.parse(article.file).name, 'article', 40),
      drafted: drafted.map((each) => ({ each, around: reader.read(each.utterance) })),
      claims: claimsOf(article, this.names, said),
      event: this.summit(named),
      date: dateOf(article.text),
      dateline: datelineOf(article, this.names),
    };
  }

  /** The record's statements without what this very article renders. */
  private statementsFor({ sha256 }: Article): KnownStatements {
    const own = this.record.sources.filter((source) => source.sha256 === sha256).map(({ id }) => id);
    const key = own.join(' ');
    const known = this.statements.get(key) ?? new KnownStatements(this.record, this.passageOf, new Set(own));
    this.statements.set(key, known);
    return known;
  }

  /** The one event above all others whose place the article names. */
  private summit(named: ReadonlySet<string>): string | null {
    const events = this.record.events.filter(
      ({ partOf, place }) => !partOf && place && this.within(place).some((each) => named.has(each)),
    );
    return events.length === 1 ? (events[0]?.id ?? null) : null;
  }

  /** A place and what holds it, below the country. */
  private within(place: string): string[] {
    const entry = this.record.places.find(({ id }) => id === place);
    if (entry === undefined || entry.kind === 'country' || entry.kind === 'continent') return [];
    return [place, ...(entry.within ? this.within(entry.within) : [])];
  }
}
