// Checks what only one record may have: a Wikidata id, the value of a unique field, the id of a part, a retired id.

import type { BaseRecord } from '../../records/fields.ts';
import type { FieldPath } from '../../records/issue.ts';
import type { KindDefinition } from '../../records/kind.ts';
import type { Kind } from '../../records/kinds.ts';
import { definitionOf, idSpaceOf, kindsSharingIds } from '../../resources/registry.ts';
import type { Database } from '../../sqlite/open.ts';
import type { Records } from '../load/records.ts';
import type { Checking } from './checking.ts';
import type { Reporter } from './reporter.ts';

/** A value of which there may be one in its space. */
interface Use {
  rule: 'field' | 'part' | 'retired';
  /** What else must be the same for two values to be in conflict. */
  space: string;
  value: string;
  kind: Kind;
  id: string;
  /** A FieldPath as JSON. */
  path: string;
}

/** Collects the values in a temporary table, which is sorted at the end. */
export class UniquenessCheck {
  readonly #database: Database;
  readonly #records: Records;
  readonly #reporter: Reporter;
  readonly #insert;

  constructor({ database, records }: Checking, reporter: Reporter) {
    this.#database = database;
    this.#records = records;
    this.#reporter = reporter;
    database.exec('CREATE TEMP TABLE used_value (rule, space, value, kind, id, path)');
    this.#insert = database.prepare('INSERT INTO used_value VALUES (?, ?, ?, ?, ?, ?)');
  }

  add(definition: KindDefinition, record: BaseRecord): void {
    const { kind, uniqueFields = [], parts } = definition;
    const fields = record as unknown as Record<string, unknown>;
    const use = (rule: Use['rule'], space: string, value: string, path: FieldPath): void => {
      this.#insert.run(rule, space, value, kind, record.id, JSON.stringify(path));
    };
    const { wikidata } = fields;
    if (typeof wikidata === 'string')
      use('field', `${idSpaceOf(definition)} wikidata`, wikidata, ['wikidata']);
    for (const field of uniqueFields)
      if (fields[field] !== null) use('field', `${kind} ${field}`, String(fields[field]), [field]);
    if (parts) {
      for (const [at, { id }] of (fields[parts.field] as { id: string }[]).entries()) {
        use('part', kind, id, [parts.field, at, 'id']);
      }
    }
    for (const [at, retired] of record.formerly.entries()) {
      use('retired', kind, retired, ['formerly', at]);
      this.#checkRetired(kind, record.id, retired);
    }
  }

  #checkRetired(kind: Kind, id: string, retired: string): void {
    const holder = this.#records.kindsOf(retired).find((each) => kindsSharingIds(kind).includes(each));
    if (holder === undefined) return;
    const message = `'${retired}' is retired here but in use by ${this.#reporter.nameWithPlace(holder, retired)}; keep one of the two`;
    this.#reporter.report(kind, id, { path: ['formerly'], message });
  }

  finish(): void {
    const uses = this.#database.prepare(usedTwice).iterate() as IterableIterator<Use>;
    for (const group of groupsOf(uses)) {
      const [first, ...others] = this.#oldFirst(group);
      for (const other of others) this.#report(first as Use, other);
    }
    this.#database.exec('DROP TABLE used_value');
  }

  /** A record that was read now is to be changed rather than one that was not, and a later one rather than an earlier. */
  #oldFirst(group: Use[]): Use[] {
    const isRead = ({ kind, id }: Use): number => Number(this.#records.placeOf(kind, id) !== null);
    return group.toSorted((a, b) => isRead(a) - isRead(b) || (a.id < b.id ? -1 : Number(a.id > b.id)));
  }

  #report(first: Use, { rule, value, kind, id, path: json }: Use): void {
    const path = JSON.parse(json) as (string | number)[];
    const other = (): string => this.#reporter.nameWithPlace(first.kind, first.id);
    const messages = {
      field: () => `the same ${path[0]} as ${other()}; keep one of the two`,
      part: () => `${definitionOf[kind].parts?.name} '${value}' stands twice; give each its own id`,
      retired: () => `'${value}' was retired by another ${kind}; keep one`,
    };
    this.#reporter.report(kind, id, { path, message: messages[rule]() });
  }
}

const usedTwice = `
  SELECT used_value.* FROM used_value JOIN (
    SELECT rule, space, value FROM used_value GROUP BY rule, space, value HAVING count(*) > 1
  ) USING (rule, space, value)
  ORDER BY rule, space, value`;

/** Uses that follow one another and are of the same value; there may be more of them than the memory holds. */
function* groupsOf(uses: Iterable<Use>): Generator<Use[]> {
  let group: Use[] = [];
  for (const use of uses) {
    const [last] = group;
    if (
      last !== undefined &&
      !(last.rule === use.rule && last.space === use.space && last.value === use.value)
    ) {
      yield group;
      group = [];
    }
    group.push(use);
  }
  if (group.length > 0) yield group;
}
