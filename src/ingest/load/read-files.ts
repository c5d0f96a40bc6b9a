// Reads files into the new database, checking each record by itself on the way.
import { kinds } from '../../records/kinds.ts';
import { isAddition } from '../check/addition.ts';
import { checkEntry } from '../check/entry-check.ts';
import type { Findings } from '../check/findings.ts';
import type { Gaps } from '../check/gaps.ts';
import { type Pause, recordsBetweenPauses } from '../pause.ts';
import { readEntries } from '../read/entries.ts';
import type { Fault } from '../read/entry.ts';
import { type Entry, isFault } from '../read/entry.ts';
import { fileComplaint, type InputFile } from '../read/files.ts';
import type { Additions } from './additions.ts';
import type { OldRecords } from './old-records.ts';
import type { Records } from './records.ts';

/** Where that goes which was read: records, what is wrong with them, and what could not be read. */
export interface Reading {
  records: Records;
  old: OldRecords;
  additions: Additions;
  findings: Findings;
  gaps: Gaps;
  pause: Pause;
}

/** Reads every file to its end, whatever is wrong with some of them, and adds to statements what was read apart from them. */
export async function readFiles(files: readonly InputFile[], reading: Reading): Promise<void> {
  for (const file of files) await readFile(file, reading);
  const { additions, records, old, findings, gaps } = reading;
  additions.apply(records, old, findings, gaps);
}

async function readFile(file: InputFile, reading: Reading): Promise<void> {
  let records = 0;
  let reached = 0; // in bytes; YAML is read in one go, and counts when it is done
  for (const item of readable(file, reading)) {
    if (isFault(item)) {
      reading.findings.addFault(file, item);
      markUnread(file, reading.gaps);
      continue;
    }
    take(file, item, reading);
    records += 1;
    if (records % recordsBetweenPauses > 0) continue;
    const place = file.format === 'yaml' ? 0 : item.place;
    await reading.pause(recordsBetweenPauses, place - reached);
    reached = place;
  }
  await reading.pause(records % recordsBetweenPauses, file.size - reached);
}

/** The entries of a file. A file that cannot be read is a problem like any other. */
function* readable(file: InputFile, { findings, gaps }: Reading): Generator<Entry | Fault> {
  try {
    yield* readEntries(file);
  } catch (error) {
    findings.add({ file: file.label, line: null, column: null, path: '', message: fileComplaint(error) });
    markUnread(file, gaps);
  }
}

const markUnread = (file: InputFile, gaps: Gaps): void =>
  gaps.add(file.holds === null ? kinds : [file.holds]);

/** Takes in a record. A faulty one is noted, so that references to it are not called wrong. */
function take(file: InputFile, entry: Entry, { records, additions, findings, gaps }: Reading): void {
  if (isAddition(entry)) {
    additions.take(file, entry, findings);
    return;
  }
  const { id, sealed, trimmed } = checkEntry(entry);
  findings.addTrimmed(trimmed, { file, ...entry });
  const { kind, line, place } = entry;
  const at = { file, line, place };
  const issues = Array.isArray(sealed) ? sealed : [];
  for (const issue of issues) findings.addIssue(at, issue);
  if (id === null) {
    gaps.add([kind]);
    return;
  }
  const first = records.add(at, kind, id, Array.isArray(sealed) ? null : sealed);
  if (first === null) return;
  const message = `'${id}' stands twice; the first is at ${first.file.label}:${first.line}`;
  findings.addIssue(at, { path: ['id'], message });
}
