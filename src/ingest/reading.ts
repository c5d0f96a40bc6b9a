// Reads files into the staging tables, checking each record by itself on the way.
import { slug } from '../fields.ts';
import { type Kind, kinds } from '../references.ts';
import type { BareReferences } from './checks/bare-references.ts';
import { type Sealed, seal } from './digest.ts';
import { type Entry, isFault, readEntries } from './entries.ts';
import type { Fault } from './faults.ts';
import { fileComplaint, type InputFile } from './files.ts';
import type { Findings } from './findings.ts';
import { type Pause, recordsBetweenPauses } from './pause.ts';
import { checkRules } from './rules.ts';
import { checkShape, type Misfit } from './shape.ts';
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
  for (const item of entriesOf(file, reading)) {
    if (isFault(item)) {
      reading.findings.addFault(file, item);
      markUnread(file, reading.vocabulary);
      continue;
    }
    take(file, item, reading);
    records += 1;
    if (records % recordsBetweenPauses > 0) continue;
    const place = file.holds === 'ndjson' ? item.place : 0;
    await reading.pause(recordsBetweenPauses, place - reached);
    reached = place;
  }
  await reading.pause(records % recordsBetweenPauses, file.size - reached);
}

/** The entries of a file; a file that cannot be read is a problem like any other. */
function* entriesOf(file: InputFile, { findings, vocabulary }: Reading): Generator<Entry | Fault> {
  try {
    yield* readEntries(file);
  } catch (error) {
    findings.add({ file: file.label, line: null, column: null, path: '', message: fileComplaint(error) });
    markUnread(file, vocabulary);
  }
}

const markUnread = (file: InputFile, vocabulary: Vocabulary): void =>
  vocabulary.markIncomplete(file.holds === 'ndjson' ? kinds : [file.holds]);

/** Checks one record and stages it. A faulty one is staged too, so that references to it are not called wrong. */
function take(file: InputFile, { kind, value, line, place }: Entry, reading: Reading): void {
  const { staging, findings, vocabulary } = reading;
  const at = { file, line, place };
  const checked = check(kind, value, reading.bare);
  for (const misfit of Array.isArray(checked) ? checked : []) findings.addMisfit(at, misfit);
  const id = idOf(value);
  if (id === null) {
    vocabulary.markIncomplete([kind]);
    return;
  }
  const sealed = Array.isArray(checked) ? { digest: null, text: null } : checked;
  const first = staging.add({ ...at, kind, id, ...sealed });
  if (first === null) return;
  const message = `'${id}' stands twice; the first is at ${first.file.label}:${first.line}`;
  findings.addMisfit(at, { path: ['id'], message });
}

/** Shape first, then the rules that presuppose it, then the texts in it. */
function check(kind: Kind, value: unknown, bare: BareReferences): Sealed | Misfit[] {
  const record = checkShape(kind, value);
  if (Array.isArray(record)) return record;
  bare.note(kind, record);
  const broken = checkRules(kind, record);
  return broken.length > 0 ? broken : seal(record);
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const id = slug.safeParse(value.id);
  return id.success ? id.data : null;
}
