// Checks that every reference leads to one record, of a kind that it may name.

import type { BaseRecord } from '../../records/fields.ts';
import type { FieldPath } from '../../records/issue.ts';
import type { KindDefinition, Refer } from '../../records/kind.ts';
import { isNamed, type Kind, kinds } from '../../records/kinds.ts';
import type { Target } from '../../records/targets.ts';
import { definitionOf, idSpaceOf } from '../../resources/registry.ts';
import type { Database } from '../../sqlite/open.ts';
import type { Records } from '../load/records.ts';
import type { Checking } from './checking.ts';
import type { Gaps } from './gaps.ts';
import { Hints } from './hints.ts';
import { Removals } from './removals.ts';
import type { Reporter } from './reporter.ts';

/** A message; 'right'; or 'unknown' where the cause is reported elsewhere. */
type Verdict = { message: string } | { removed: Kind[] } | 'right' | 'unknown';

export class ReferenceCheck {
  readonly #database: Database;
  readonly #records: Records;
  readonly #gaps: Gaps;
  readonly #reporter: Reporter;
  readonly #hints: Hints;
  readonly #removals: Removals;
  /** Ids by kind, of all kinds that references can name. */
  readonly #ids = new Map<Kind, ReadonlySet<string>>();
  /** References that are right, by target. There are no more of these than records that can be named. */
  readonly #right = new Map<Target, Set<string>>();

  constructor({ database, records, old, findings, gaps }: Checking, reporter: Reporter) {
    this.#database = database;
    this.#records = records;
    this.#gaps = gaps;
    this.#reporter = reporter;
    this.#hints = new Hints(database, records);
    this.#removals = new Removals(old, findings);
    const ids = database.prepare('SELECT id FROM record WHERE kind = ?').pluck();
    for (const kind of kinds.filter(isNamed)) this.#ids.set(kind, new Set(ids.all(kind) as string[]));
  }

  add({ kind, references }: KindDefinition, record: BaseRecord): void {
    const refer: Refer = (written, target, ...path) => {
      if (written === null || this.#right.get(target)?.has(written)) return;
      this.#judge(kind, record.id, written, target, path);
    };
    references?.(record, refer);
  }

  finish(): void {
    this.#removals.report();
  }

  #judge(kind: Kind, id: string, written: string, target: Target, path: FieldPath): void {
    const verdict = this.#verdictOn(written, target);
    if (verdict === 'right') {
      const right = this.#right.get(target) ?? new Set();
      this.#right.set(target, right.add(written));
    } else if (verdict === 'unknown') return;
    else if ('removed' in verdict) this.#removals.note(verdict.removed, written, kind, id);
    else this.#reporter.report(kind, id, { path, message: verdict.message });
  }

  #verdictOn(written: string, target: Target): Verdict {
    const [id = '', prefix] = written.split('/').reverse();
    const kinds = target.kinds.filter((kind) => prefix === undefined || kind === prefix);
    const [first, second] = this.#kindsWith(id, kinds);
    if (first === undefined) return this.#missing(id, kinds);
    if (second !== undefined) {
      return {
        message: `'${id}' is both ${first} and ${second}; write '${first}/${id}' or '${second}/${id}'`,
      };
    }
    if (this.#records.isFaulty(first, id)) return 'unknown';
    const message = target.objection?.(this.#recordOf(first, id)) ?? null;
    return message === null ? 'right' : { message };
  }

  /** The kinds that have this id, faulty records included, in alphabetical order. One of those that share their ids. */
  #kindsWith(id: string, kinds: readonly Kind[]): Kind[] {
    const found = new Map<string, Kind>();
    for (const kind of kinds) {
      if (!this.#ids.get(kind)?.has(id) && !this.#records.isFaulty(kind, id)) continue;
      found.set(idSpaceOf(definitionOf[kind]), kind);
    }
    return [...found.values()].sort();
  }

  #missing(id: string, kinds: readonly Kind[]): Verdict {
    const removed = kinds.filter((kind) => this.#removals.has(kind, id));
    if (removed.length > 0) return { removed };
    if (this.#gaps.isIn(kinds)) return 'unknown';
    return { message: this.#hints.missing(id, kinds) };
  }

  #recordOf(kind: Kind, id: string): BaseRecord {
    const text = this.#database
      .prepare('SELECT text FROM record WHERE kind = ? AND id = ?')
      .pluck()
      .get(kind, id);
    return JSON.parse(String(text)) as BaseRecord;
  }
}
