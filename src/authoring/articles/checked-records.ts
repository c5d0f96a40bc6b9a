// Reads the records of one kind that are right by themselves, from whatever file holds them.

import { checkRecord } from '../../ingest/check/entry-check.ts';
import type { Findings } from '../../ingest/check/findings.ts';
import { readEntries } from '../../ingest/read/entries.ts';
import { isFault } from '../../ingest/read/entry.ts';
import type { InputFile, RecordPlace } from '../../ingest/read/files.ts';
import type { Kind } from '../../records/references.ts';
import type { RecordOf } from '../../resources/registry.ts';

/** A checked record and where it stands. */
export interface CheckedRecord<K extends Kind> {
  record: RecordOf<K>;
  at: RecordPlace;
}

/** Yields the kind's records; what is wrong with a file or a record is a finding, and the record is left out. */
export function* checkedRecords<K extends Kind>(
  files: readonly InputFile[],
  kind: K,
  findings: Findings,
): Generator<CheckedRecord<K>> {
  for (const file of files.filter(({ holds }) => holds === kind || holds === null)) {
    for (const item of readEntries(file)) {
      if (isFault(item)) findings.addFault(file, item);
      else if (item.kind === kind) yield* checked(kind, item.value, { file, ...item }, findings);
    }
  }
}

function* checked<K extends Kind>(
  kind: K,
  value: unknown,
  at: RecordPlace,
  findings: Findings,
): Generator<CheckedRecord<K>> {
  const record = checkRecord(kind, value);
  if (Array.isArray(record)) for (const issue of record) findings.addIssue(at, issue);
  else yield { record, at };
}
