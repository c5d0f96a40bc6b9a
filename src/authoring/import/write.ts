// Writes the records that an import made: a file of NDJSON for each kind.
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { collectionOf, type Kind, kinds } from '../../records/kinds.ts';
import * as targets from '../../records/targets.ts';
import { onOneLine } from '../../text/line-separators.ts';
import type { DraftRecord } from './drafts.ts';
import type { Importing } from './importing.ts';

/** A file that was written, and the number of its records. */
export interface WrittenFile {
  name: string;
  records: number;
}

/** Lines are written so many at a time. */
const linesAtOnce = 500;

/**
 * Writes every kind that has records into the folder, and removes what an earlier import wrote of the others. A
 * statement that the ingest would not take is told of and left out.
 */
export function writeRecords(folder: string, importing: Importing): WrittenFile[] {
  mkdirSync(folder, { recursive: true });
  return kinds.flatMap((kind) => {
    const name = `${collectionOf[kind]}.ndjson`;
    const file = path.join(folder, name);
    const records = writeKind(`${file}.part`, kind, importing);
    if (records > 0) renameSync(`${file}.part`, file);
    else for (const each of [`${file}.part`, file]) rmSync(each, { force: true });
    return records > 0 ? [{ name, records }] : [];
  });
}

function writeKind(file: string, kind: Kind, importing: Importing): number {
  const descriptor = openSync(file, 'w');
  try {
    let lines: string[] = [];
    let records = 0;
    const flush = (): void => {
      if (lines.length > 0) writeSync(descriptor, lines.join(''));
      lines = [];
    };
    for (const { record: draft, line } of importing.drafts.all(kind)) {
      const record = kind === 'statement' ? withShortMentions(draft, importing) : draft;
      if (kind === 'statement' && !importing.check(kind, record, line)) continue;
      lines.push(`${onOneLine(JSON.stringify({ kind, record }))}\n`);
      records += 1;
      if (lines.length >= linesAtOnce) flush();
    }
    flush();
    return records;
  } finally {
    closeSync(descriptor);
  }
}

/** A statement whose mentions are ids alone, but for those that records of several kinds share. */
function withShortMentions(statement: DraftRecord, { identities }: Importing): DraftRecord {
  const mentions = (statement['mentions'] as string[]).map((mention) => {
    const [, id = ''] = mention.split('/');
    const kinds = identities.kindsOf(id).filter((kind) => targets.mentionable.kinds.includes(kind));
    return new Set(kinds).size > 1 ? mention : id;
  });
  return { ...statement, mentions };
}
