// The message for a reference that leads nowhere: what was expected, and which known id is nearest.

import { withArticle } from '../../records/kind-words.ts';
import type { Kind } from '../../records/kinds.ts';
import { namesOf } from '../../records/names.ts';
import { definitionOf } from '../../resources/registry.ts';
import type { Database } from '../../sqlite/open.ts';
import { nearest } from '../../text/nearest.ts';
import type { Records } from '../load/records.ts';
import { recordsById } from '../load/stored-records.ts';

/** Names of a kind that are compared with a wrong one. */
const maxCompared = 20_000;

/** Wrong references that get a hint. */
const maxHints = 300;

/** Records of one name that a hint names. */
const maxCandidates = 5;

interface Named {
  id: string;
  form: string;
}

export class Hints {
  readonly #database: Database;
  readonly #records: Records;
  readonly #names = new Map<Kind, Named[]>();
  #hints = 0;

  constructor(database: Database, records: Records) {
    this.#database = database;
    this.#records = records;
  }

  /** `no person or organization 'puttin'; did you mean 'putin'?` */
  missing(id: string, kinds: readonly Kind[]): string {
    const expected = `no ${kinds.join(' or ')} '${id}'`;
    const successor = this.#successorOf(id, kinds);
    if (successor !== undefined) return `${expected} any more; write '${successor}'`;
    const best = this.#nearestTo(id, kinds);
    if (best.length > 0) return `${expected}; did you mean ${best.map((each) => `'${each}'`).join(' or ')}?`;
    const others = this.#records.kindsOf(id);
    return others.length === 0
      ? expected
      : `${expected}; that is the id of ${others.map(withArticle).join(' and ')}`;
  }

  /** The ids of all records with the nearest id or name; several where they share it. */
  #nearestTo(written: string, kinds: readonly Kind[]): string[] {
    this.#hints += 1;
    if (this.#hints > maxHints) return [];
    const names = kinds.flatMap((kind) => this.#namesOf(kind));
    const best = nearest(
      written,
      names.map(({ form }) => form),
    );
    const sharing = names.filter(
      ({ id, form }) => form === best && (id === best || !names.some(isIdOf(form))),
    );
    return [...new Set(sharing.map(({ id }) => id))].slice(0, maxCandidates);
  }

  /** Ids, also of faulty records, which will be there once they are mended; then names and aliases. */
  #namesOf(kind: Kind): Named[] {
    const known = this.#names.get(kind);
    if (known) return known;
    const ids: Named[] = this.#records.faultyIds(kind).map((id) => ({ id, form: id }));
    const names: Named[] = [];
    const definition = definitionOf[kind];
    for (const record of recordsById(this.#database, definition)) {
      ids.push({ id: record.id, form: record.id });
      names.push(...namesOf(record).map(({ form }) => ({ id: record.id, form })));
      if (ids.length >= maxCompared) break;
    }
    const all = [...ids, ...names].slice(0, maxCompared);
    this.#names.set(kind, all);
    return all;
  }

  #successorOf(id: string, kinds: readonly Kind[]): string | undefined {
    const query = `SELECT record.id FROM record, json_each(text, '$.formerly')
      WHERE record.kind IN (SELECT value FROM json_each(?)) AND json_each.value = ?`;
    return this.#database.prepare(query).pluck().get(JSON.stringify(kinds), id) as string | undefined;
  }
}

/** Whether a form is an id, which stands for itself alone. */
const isIdOf =
  (form: string) =>
  (named: Named): boolean =>
    named.id === form && named.form === form;
