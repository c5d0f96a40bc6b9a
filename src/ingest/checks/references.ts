// Checks that every reference leads to a record, of the right kind, and that nothing removed is still referred to.
import type { Database } from '../../database/open.ts';
import { outletKinds } from '../../organizations/schema.ts';
import type { Kind } from '../../references.ts';
import { labelOfOrigin } from '../files.ts';
import type { Findings } from '../findings.ts';
import type { Reporter } from '../reporter.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type ReferenceColumn, referenceColumns } from './reference-columns.ts';

interface Dangling {
  id: string;
  position: number;
  target: string;
}

/** So many of a column's broken references are looked at; all are counted as problems of the first thousand. */
const most = 1000;

/** Reports every reference that leads nowhere. Records removed by --prune are reported once each, with who needs them. */
export function checkReferences(
  database: Database,
  vocabulary: Vocabulary,
  reporter: Reporter,
  findings: Findings,
): void {
  const removals = new Removals(database);
  for (const column of referenceColumns) {
    for (const { id, position, target } of danglingIn(database, column)) {
      const path = column.path(position);
      if (removals.note(column, target, `${column.owner} '${id}'`)) continue;
      if (isFaulty(database, column.target, target) || vocabulary.isIncomplete(column.target)) continue;
      reporter.report(column.owner, id, { path, message: vocabulary.missing(target, column.target) });
    }
  }
  removals.report(findings);
  checkOutlets(database, reporter);
}

function danglingIn(
  database: Database,
  { table, idColumn, positionColumn, column, targetTable }: ReferenceColumn,
) {
  return database
    .prepare(
      `SELECT t.${idColumn} AS id, ${positionColumn ? `t.${positionColumn}` : 0} AS position, t.${column} AS target
       FROM ${table} t WHERE t.${column} IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM ${targetTable} WHERE ${targetTable}.id = t.${column}) LIMIT ${most}`,
    )
    .all() as Dangling[];
}

const isFaulty = (database: Database, kinds: readonly Kind[], id: string): boolean =>
  database
    .prepare(
      `SELECT 1 FROM staged WHERE id = ? AND status = 'faulty' AND kind IN (SELECT value FROM json_each(?))`,
    )
    .get(id, JSON.stringify(kinds)) !== undefined;

/** What --prune would take away although others refer to it. */
class Removals {
  readonly #origins: Map<string, string>;
  readonly #needed = new Map<string, string[]>();

  constructor(database: Database) {
    const rows = database.prepare("SELECT kind || '/' || id, origin FROM removed").raw().all();
    this.#origins = new Map(rows as [string, string][]);
  }

  /** Whether the target of a reference was removed; then its owner is remembered. */
  note(column: ReferenceColumn, target: string, owner: string): boolean {
    const key = column.target.map((kind) => `${kind}/${target}`).find((each) => this.#origins.has(each));
    if (key === undefined) return false;
    const owners = this.#needed.get(key) ?? [];
    if (!owners.includes(owner)) this.#needed.set(key, [...owners, owner]);
    return true;
  }

  report(findings: Findings): void {
    for (const [key, owners] of this.#needed) {
      const [kind = '', id = ''] = key.split('/');
      const shown = owners.slice(0, 3).join(', ');
      const others = owners.length > 3 ? ` and ${owners.length - 3} more` : '';
      const message = `${kind} '${id}' cannot be removed: ${shown}${others} ${owners.length > 1 ? 'refer' : 'refers'} to it; keep it, or change what refers to it`;
      findings.add({
        file: labelOfOrigin(this.#origins.get(key) ?? ''),
        line: null,
        column: null,
        path: '',
        message,
      });
    }
  }
}

/** Whoever publishes or is credited must be of a kind that publishes. */
function checkOutlets(database: Database, reporter: Reporter): void {
  for (const { table, idColumn, positionColumn, column, owner, path } of referenceColumns.filter(
    (each) => each.isOutlet,
  )) {
    const rows = database
      .prepare(
        `SELECT t.${idColumn} AS id, ${positionColumn ? `t.${positionColumn}` : 0} AS position, t.${column} AS target,
           organization.kind FROM ${table} t JOIN organization ON organization.id = t.${column}
         WHERE organization.kind NOT IN (SELECT value FROM json_each(?)) LIMIT ${most}`,
      )
      .all(JSON.stringify(outletKinds)) as (Dangling & { kind: string })[];
    for (const { id, position, target, kind } of rows) {
      const message = `'${target}' is no outlet (its kind is '${kind}'); an outlet's kind is one of ${outletKinds.join(', ')}`;
      reporter.report(owner, id, { path: path(position), message });
    }
  }
}
