// Reads the records of one kind that are right by themselves, from whatever file holds them.

import { checkAddition, isAddition } from '../../ingest/check/addition.ts';
import { checkRecord } from '../../ingest/check/entry-check.ts';
import type { Findings } from '../../ingest/check/findings.ts';
import { readEntries } from '../../ingest/read/entries.ts';
import { type Entry, isFault } from '../../ingest/read/entry.ts';
import type { InputFile, RecordPlace } from '../../ingest/read/files.ts';
import type { Issue } from '../../records/issue.ts';
import type { Kind } from '../../records/kinds.ts';
import type { RecordOf } from '../../resources/registry.ts';

/** A checked record and where it stands. */
export interface CheckedRecord<R> {
  record: R;
  at: RecordPlace;
}

/** Yields the kind's records; what is wrong with a file or a record is a finding, and the record is left out. */
export function* checkedRecords<K extends Kind>(
  files: readonly InputFile[],
  kind: K,
  findings: Findings,
): Generator<CheckedRecord<RecordOf<K>>> {
  yield* checked(files, kind, ({ value }) => checkRecord(kind, value), findings);
}

/** Yields the renditions of each statement, and those that an entry adds to a statement which stands elsewhere. */
export function* checkedRenditions(
  files: readonly InputFile[],
  findings: Findings,
): Generator<CheckedRecord<Pick<RecordOf<'statement'>, 'renditions'>>> {
  const check = (entry: Entry) =>
    isAddition(entry) ? checkAddition(entry.value) : checkRecord('statement', entry.value);
  yield* checked(files, 'statement', check, findings);
}

/** A file that may hold every kind is read once for each: its faults are told with the sources. */
function* checked<R extends object>(
  files: readonly InputFile[],
  kind: Kind,
  check: (entry: Entry) => R | Issue[],
  findings: Findings,
): Generator<CheckedRecord<R>> {
  for (const file of files.filter(({ holds }) => holds === kind || holds === null)) {
    for (const item of readEntries(file)) {
      if (isFault(item)) {
        if (file.holds !== null || kind === 'source') findings.addFault(file, item);
      } else if (item.kind === kind) {
        const at = { file, ...item };
        const record = check(item);
        if (Array.isArray(record)) for (const issue of record) findings.addIssue(at, issue);
        else yield { record, at };
      }
    }
  }
}
