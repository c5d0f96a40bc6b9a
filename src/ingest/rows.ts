// Writes a record's rows: its own, and those under it.

import type { Kind } from '../records/references.ts';
import type { Database } from '../sqlite/open.ts';
import { preparer } from '../sqlite/prepare.ts';
import type { RecordOf } from './records.ts';
import type { Reporter } from './reporter.ts';
import type { Resolver } from './resolver.ts';
import { claimRows, statementRows } from './statement-rows.ts';
import {
  eventRows,
  organizationRows,
  personRows,
  placeRows,
  sourceRows,
  topicRows,
} from './vocabulary-rows.ts';

/** Runs one SQL text with its values; tells whether it wrote a row. */
export type Run = (sql: string, ...values: (string | number | null)[]) => boolean;

/** What a writer of rows needs: to run SQL, to resolve ids of several kinds, to report what does not resolve. */
export interface RowContext {
  run: Run;
  resolver: Resolver;
  reporter: Reporter;
}

/** Makes the function that writes a record, of which there must be no rows yet. */
export function rowWriter(database: Database, resolver: Resolver, reporter: Reporter) {
  const prepare = preparer(database);
  const run: Run = (sql, ...values) => prepare(sql).run(...values).changes === 1;
  const context = { run, resolver, reporter };
  return <K extends Kind>(kind: K, record: RecordOf<K>): void => {
    writers[kind](record, context);
    writeRetired(kind, record, context);
  };
}

const writers: { [K in Kind]: (record: RecordOf<K>, context: RowContext) => void } = {
  person: personRows,
  organization: organizationRows,
  place: placeRows,
  topic: topicRows,
  event: eventRows,
  source: sourceRows,
  statement: statementRows,
  claim: claimRows,
};

function writeRetired(
  kind: Kind,
  { id, formerly }: { id: string; formerly: string[] },
  { run, reporter }: RowContext,
) {
  for (const [at, retired] of formerly.entries()) {
    if (run('INSERT INTO retired_id VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', kind, retired, id, at))
      continue;
    reporter.report(kind, id, {
      path: ['formerly', at],
      message: `'${retired}' was retired by another ${kind}; keep one`,
    });
  }
}

/** Writes texts by language: the owner's key columns, then language and text. */
export function writeTexts(
  run: Run,
  sql: string,
  owner: (string | number)[],
  texts: { [language: string]: string },
): void {
  for (const [language, text] of Object.entries(texts)) run(sql, ...owner, language, text);
}
