// Reads files into the staging tables, checking each record by itself on the way.
import { kinds } from '../records/references.ts';
import { type CheckedRecord, checkEntry } from './checked.ts';
import type { BareReferences } from './checks/bare-references.ts';
import { isFault, readEntries } from './entries.ts';
import type { Fault } from './faults.ts';
import { fileComplaint, type InputFile } from './files.ts';
import type { Findings } from './findings.ts';
import { type Pause, recordsBetweenPauses } from './pause.ts';
import type { Staging } from './staging.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where what was read goes: records to the staging, problems to the findings, gaps to the vocabulary. */
export interface Reading {
  staging: Staging;
  findings: Findings;
  vocabulary: Vocabulary;
  /** Takes note of every id that is written without its kind. */
  bare: BareReferences;
  pause: Pause;
}

/** Reads every file to its end, whatever is wrong with some of them. */
export async function readFiles(files: readonly InputFile[], reading: Reading): Promise<void> {
  for (const file of files) await readFile(file, reading);
}

async function readFile(file: InputFile, reading: Reading): Promise<void> {
  let records = 0;
  let reached = 0; // in bytes; YAML is read in one go, and counts when it is done
  for (const item of readable(() => readEntries(file), file, reading)) {
    const checked = checkEntry(item);
    take(file, checked, reading);
    if (isFault(checked)) continue;
    records += 1;
    if (records % recordsBetweenPauses > 0) continue;
    const place = file.holds === 'ndjson' ? checked.place : 0;
    await reading.pause(recordsBetweenPauses, place - reached);
    reached = place;
  }
  await reading.pause(records % recordsBetweenPauses, file.size - reached);
}

/** What is read of a file; a file that cannot be read is a problem like any other. */
function* readable<T>(
  read: () => Iterable<T>,
  file: InputFile,
  { findings, vocabulary }: Reading,
): Generator<T> {
  try {
    yield* read();
  } catch (error) {
    findings.add({ file: file.label, line: null, column: null, path: '', message: fileComplaint(error) });
    markUnread(file, vocabulary);
  }
}

const markUnread = (file: InputFile, vocabulary: Vocabulary): void =>
  vocabulary.markIncomplete(file.holds === 'ndjson' ? kinds : [file.holds]);

/** Stages a checked record. A faulty one is staged too, so that references to it are not called wrong. */
function take(file: InputFile, checked: CheckedRecord | Fault, reading: Reading): void {
  const { staging, findings, vocabulary, bare } = reading;
  if (isFault(checked)) {
    findings.addFault(file, checked);
    markUnread(file, vocabulary);
    return;
  }
  const { kind, id, line, place, sealed } = checked;
  const at = { file, line, place };
  for (const misfit of Array.isArray(sealed) ? sealed : []) findings.addMisfit(at, misfit);
  bare.add(checked.bare);
  if (id === null) {
    vocabulary.markIncomplete([kind]);
    return;
  }
  const { digest, text } = Array.isArray(sealed) ? { digest: null, text: null } : sealed;
  const first = staging.add({ ...at, kind, id, digest, text });
  if (first === null) return;
  const message = `'${id}' stands twice; the first is at ${first.file.label}:${first.line}`;
  findings.addMisfit(at, { path: ['id'], message });
}
