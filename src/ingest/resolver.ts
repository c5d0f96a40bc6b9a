// Resolves what may name a record of several kinds: a bare id where only one kind has it, `kind/id` otherwise.

import type { Kind } from '../records/references.ts';
import type { Database } from '../sqlite/open.ts';
import { preparer } from '../sqlite/prepare.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The one record that was meant; `unknown` stands for one whose own problem is reported already. */
export type Resolved = { kind: Kind; id: string } | { missing: string } | { ambiguous: string } | 'unknown';

/** What a statement can mention. */
export const mentionable = ['person', 'organization', 'place', 'event'] as const satisfies Kind[];

/** What a claim's value can refer to. */
export const claimable = [...mentionable, 'topic'] as const satisfies Kind[];

/** Resolves ids among the records of the database and of the files, once all kinds that can be meant are loaded. */
export class Resolver {
  readonly #prepare: ReturnType<typeof preparer>;
  readonly #vocabulary: Vocabulary;
  readonly #answers = new Map<string, Resolved>();

  constructor(database: Database, vocabulary: Vocabulary) {
    this.#prepare = preparer(database);
    this.#vocabulary = vocabulary;
  }

  resolve(written: string, kinds: readonly Kind[]): Resolved {
    const key = `${written} ${kinds.length}`;
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#search(written, kinds);
    // Only what resolves is remembered: that is no more than the vocabulary holds.
    if (answer !== 'unknown' && 'kind' in answer) this.#answers.set(key, answer);
    return answer;
  }

  #search(written: string, kinds: readonly Kind[]): Resolved {
    const [id = '', prefix] = written.split('/').reverse();
    const asked = kinds.filter((kind) => prefix === undefined || kind === prefix);
    const [first, second] = this.#kindsOf(id, asked);
    if (first === undefined)
      return this.#vocabulary.isIncomplete(asked) ? 'unknown' : this.#missing(id, asked);
    if (second !== undefined) {
      return {
        ambiguous: `'${id}' is both ${first.kind} and ${second.kind}; write '${first.kind}/${id}' or '${second.kind}/${id}'`,
      };
    }
    return first.isFaulty ? 'unknown' : { kind: first.kind, id };
  }

  #missing(id: string, kinds: readonly Kind[]): Resolved {
    return { missing: this.#vocabulary.missing(id, kinds) };
  }

  #kindsOf(id: string, kinds: readonly Kind[]): { kind: Kind; isFaulty: boolean }[] {
    const rows = this.#prepare(kindsOfId).all({ id, kinds: JSON.stringify(kinds) });
    return (rows as { kind: Kind; faulty: number }[]).map(({ kind, faulty }) => ({
      kind,
      isFaulty: faulty === 1,
    }));
  }
}

/** People and organizations share their ids, so they are never two answers; min() picks the row that is not faulty. */
const kindsOfId = `
  SELECT kind, min(faulty) AS faulty FROM (
    SELECT kind, 0 AS faulty FROM record WHERE id = :id AND kind IN (SELECT value FROM json_each(:kinds))
    UNION ALL
    SELECT kind, status = 'faulty' FROM staged
    WHERE id = :id AND namespace IN ('agent', 'place', 'event', 'topic') AND kind IN (SELECT value FROM json_each(:kinds))
  )
  GROUP BY CASE WHEN kind = 'organization' THEN 'person' ELSE kind END ORDER BY kind`;
