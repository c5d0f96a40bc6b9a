// Takes in the records that are there already, so that names in an imported file lead to them.

import { checkRecord } from '../../ingest/check/entry-check.ts';
import type { Findings } from '../../ingest/check/findings.ts';
import { readEntries } from '../../ingest/read/entries.ts';
import { isFault } from '../../ingest/read/entry.ts';
import { findFiles } from '../../ingest/read/files.ts';
import type { BaseRecord } from '../../records/fields.ts';
import { isNamed } from '../../records/kinds.ts';
import type { Importing } from './importing.ts';

/** Reads the records of these folders and files; what is wrong with them is a finding. */
export function takeIn(paths: readonly string[], importing: Importing, findings: Findings): void {
  if (paths.length === 0) return;
  const { files, problems } = findFiles(paths);
  for (const problem of problems) findings.add(problem);
  for (const file of files) {
    for (const item of readEntries(file)) {
      if (isFault(item)) findings.addFault(file, item);
      else if (isNamed(item.kind)) {
        const record = checkRecord(item.kind, item.value);
        if (Array.isArray(record)) for (const issue of record) findings.addIssue({ file, ...item }, issue);
        else importing.know(item.kind, record as BaseRecord);
      }
    }
  }
}
