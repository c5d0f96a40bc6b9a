// Checks that every reference leads to a record, of the right kind, and that nothing removed is still referred to.

import type { Kind } from '../../records/references.ts';
import { outletKinds } from '../../resources/organizations/schema.ts';
import type { Database } from '../../sqlite/open.ts';
import { labelOfOrigin } from '../file-names.ts';
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
  /** Who refers to each removed record, by `kind/id`. */
  readonly #removed: Map<string, { kind: Kind; id: string; origin: string; owners: Set<string> }>;

  constructor(database: Database) {
    const rows = database.prepare('SELECT kind, id, origin FROM removed').all();
    this.#removed = new Map(
      (rows as { kind: Kind; id: string; origin: string }[]).map((row) => [
        `${row.kind}/${row.id}`,
        { ...row, owners: new Set() },
      ]),
    );
  }

  /** Whether the target of a reference was removed; then its owner is remembered. */
  note(column: ReferenceColumn, target: string, owner: string): boolean {
    const removed = column.target.flatMap((kind) => this.#removed.get(`${kind}/${target}`) ?? []);
    for (const { owners } of removed) owners.add(owner);
    return removed.length > 0;
  }

  report(findings: Findings): void {
    for (const { kind, id, origin, owners } of this.#removed.values()) {
      if (owners.size === 0) continue;
      const message = `${kind} '${id}' cannot be removed: ${listOf([...owners])} to it; keep it, or change what refers to it`;
      findings.add({ file: labelOfOrigin(origin), line: null, column: null, path: '', message });
    }
  }
}

/** `a, b, c and 2 more refer` */
function listOf(owners: readonly string[]): string {
  const others = owners.length > 3 ? ` and ${owners.length - 3} more` : '';
  return `${owners.slice(0, 3).join(', ')}${others} ${owners.length > 1 ? 'refer' : 'refers'}`;
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
