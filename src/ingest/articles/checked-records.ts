// Reads the records of one kind that are right by themselves, from whatever file holds them.
import type { Kind } from '../../records/references.ts';
import { isFault, readEntries } from '../entries.ts';
import type { InputFile } from '../files.ts';
import type { Findings, RecordPlace } from '../findings.ts';
import type { RecordOf } from '../records.ts';
import { checkRules } from '../rules.ts';
import { checkShape } from '../shape.ts';

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
  for (const file of files.filter(({ holds }) => holds === kind || holds === 'ndjson')) {
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
  const record = checkShape(kind, value);
  const misfits = Array.isArray(record) ? record : checkRules(kind, record);
  for (const misfit of misfits) findings.addMisfit(at, misfit);
  if (!Array.isArray(record) && misfits.length === 0) yield { record, at };
}
