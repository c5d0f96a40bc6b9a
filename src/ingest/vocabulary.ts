// Words for a reference that leads nowhere: what was expected, and which known id is nearest.

import { kinds as allKinds, type Kind } from '../records/references.ts';
import type { Database } from '../sqlite/open.ts';
import { nearest } from './nearest.ts';

/** So many names are compared with a wrong one; beyond that the nearest is not worth the wait. */
const compared = 20_000;

/** So many wrong references get a hint; whoever has more mends these first. */
const hinted = 300;

/** Knows the ids and names that references can mean. Ask it once everything is loaded. */
export class Vocabulary {
  readonly #database: Database;
  readonly #incomplete = new Set<Kind>();
  #hints = 0;
  readonly #names = new Map<string, { id: string; form: string }[]>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Notes that records of these kinds could not be read, so that references to them cannot be judged. */
  markIncomplete(kinds: readonly Kind[]): void {
    for (const kind of kinds) this.#incomplete.add(kind);
  }

  isIncomplete(kinds: readonly Kind[]): boolean {
    return kinds.some((kind) => this.#incomplete.has(kind));
  }

  /** `no person or organization 'puttin'; did you mean 'putin'?` */
  missing(id: string, kinds: readonly Kind[]): string {
    const expected = `no ${kinds.join(' or ')} '${id}'`;
    const successor = this.#successorOf(id, kinds);
    if (successor !== undefined) return `${expected} any more; write '${successor}'`;
    const best = this.#nearestTo(id, kinds);
    if (best !== undefined) return `${expected}; did you mean '${best}'?`;
    const others = this.#kindsOf(id);
    return others.length === 0
      ? expected
      : `${expected}; that is the id of ${others.map(withArticle).join(' and ')}`;
  }

  #nearestTo(written: string, kinds: readonly Kind[]): string | undefined {
    this.#hints += 1;
    if (this.#hints > hinted) return undefined;
    const names = kinds.flatMap((kind) => this.#namesOf(kind));
    const byForm = new Map(names.map(({ id, form }) => [form, id]));
    const best = nearest(written, byForm.keys());
    return best === undefined ? undefined : byForm.get(best);
  }

  #namesOf(kind: Kind): { id: string; form: string }[] {
    const known = this.#names.get(kind);
    if (known) return known;
    const names = this.#database.prepare(namesOfKind(kind)).all({ kind, compared }) as {
      id: string;
      form: string;
    }[];
    this.#names.set(kind, names);
    return names;
  }

  #successorOf(id: string, kinds: readonly Kind[]): string | undefined {
    const query =
      'SELECT successor FROM retired_id WHERE retired = ? AND kind IN (SELECT value FROM json_each(?))';
    return this.#database.prepare(query).pluck().get(id, JSON.stringify(kinds)) as string | undefined;
  }

  #kindsOf(id: string): string[] {
    const query =
      'SELECT kind FROM record WHERE id = ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY kind';
    return this.#database.prepare(query).pluck().all(id, JSON.stringify(allKinds)) as string[];
  }
}

const withArticle = (kind: string): string => (/^[aeo]/.test(kind) ? `an ${kind}` : `a ${kind}`);

/** Ids of every kind, and names and aliases of the kinds that have them. */
function namesOfKind(kind: Kind): string {
  const forms = [idsOfKind, ...(otherForms[kind] ?? [])];
  return `${forms.join(' UNION ALL ')} LIMIT :compared`;
}

/** Also the ids of records that are faulty themselves: they will be there once they are mended. */
const idsOfKind = `
  SELECT id, id AS form FROM record WHERE kind = :kind
  UNION ALL SELECT id, id FROM staged WHERE kind = :kind AND status = 'faulty'`;

const agentForms = [
  'SELECT agent, name FROM agent_name JOIN agent ON agent.id = agent AND agent.kind = :kind',
  'SELECT agent, alias FROM agent_alias JOIN agent ON agent.id = agent AND agent.kind = :kind',
];

const otherForms: { [K in Kind]?: string[] } = {
  person: agentForms,
  organization: agentForms,
  place: ['SELECT place, name FROM place_name', 'SELECT place, alias FROM place_alias'],
  topic: ['SELECT topic, name FROM topic_name'],
};
