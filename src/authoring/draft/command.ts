// The command `draft`: reads articles and writes what it found as drafts of records, as JSON, or for a reader's eyes.

import path from 'node:path';
import { labelOf } from '../../ingest/read/file-names.ts';
import { fileComplaint } from '../../ingest/read/files.ts';
import { counted } from '../../text/counted.ts';
import { type DraftArguments, readArguments, type Streams, usage } from './arguments.ts';
import { evaluate } from './evaluation/evaluate.ts';
import { evaluateRecord } from './evaluation/evaluate-record.ts';
import { explain } from './explain.ts';
import { articleFiles, type Input, readInput } from './files.ts';
import { jsonLines } from './json.ts';
import { readRecord, UnreadableRecord } from './record.ts';
import { Session } from './session.ts';
import { writeDrafts } from './writing/folder.ts';
import type { ReadArticle } from './writing/read-article.ts';

/** Runs the command and gives its exit status: 0 read, 1 a file could not be read or written, 2 wrong usage. */
export function runDraft(args: readonly string[], streams: Streams): number {
  const read = readArguments(args);
  if (typeof read === 'string') {
    (read === usage ? streams.stdout : streams.stderr).write(read);
    return read === usage ? 0 : 2;
  }
  try {
    return run(read, streams);
  } catch (error) {
    streams.stderr.write(`${complaintOf(error)}\n`);
    return 1;
  }
}

/** What ended the command, in words; what nobody foresaw is thrown on. */
function complaintOf(error: unknown): string {
  if (error instanceof UnreadableRecord) return error.message;
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  const { path: file = '' } = error as NodeJS.ErrnoException;
  return `${labelOf(file)}: ${fileComplaint(error)}`;
}

function run(read: DraftArguments, streams: Streams): number {
  if (read.evaluate !== null) return evaluate(read.evaluate, read.write, streams);
  const record = readRecord(read.record);
  if (read.evaluateRecord !== null) return evaluateRecord(read.evaluateRecord, record, read.write, streams);
  const found = read.paths.map((name) => filesIn(name, streams));
  const files = found.flat();
  const session = new Session(record, foldersOf(files));
  const articles: ReadArticle[] = [];
  let status = found.some(({ length }) => length === 0) ? 1 : 0;
  for (const file of files) {
    const input = inputOf(file, read, streams);
    if (input === null) status = 1;
    else articles.push(...take(session, input, read, streams));
  }
  if (read.out !== null) {
    writeDrafts(read.out, articles, session.record);
    const utterances = articles.reduce((sum, { drafted }) => sum + drafted.length, 0);
    const counts = `${counted(articles.length, 'article')}, ${counted(utterances, 'utterance')}`;
    streams.stdout.write(`${read.out}: ${counts}\n`);
  }
  return status;
}

/** The articles under a path; where there is none, that is told. */
function filesIn(name: string, { stderr }: Streams): string[] {
  try {
    const files = articleFiles(name);
    if (files.length === 0)
      stderr.write(`${name}: holds no article; expected files that end in .txt, .html or .htm\n`);
    return files;
  } catch (error) {
    stderr.write(`${name}: ${fileComplaint(error)}\n`);
    return [];
  }
}

const foldersOf = (files: readonly string[]): string[] => [
  ...new Set(files.map((file) => path.dirname(file))),
];

function inputOf(file: string, { language }: DraftArguments, streams: Streams): Input | null {
  try {
    return readInput(file, language);
  } catch (error) {
    streams.stderr.write(
      `${file}: ${error instanceof TypeError ? 'is not UTF-8; save the file as UTF-8' : fileComplaint(error)}\n`,
    );
    return null;
  }
}

/** Prints what was read in the ways that were asked for; gives it whole where it is to be written. */
function take(
  session: Session,
  input: Input,
  { json, out, explain: shown }: DraftArguments,
  { stdout }: Streams,
): ReadArticle[] {
  const { article } = input;
  const drafted = session.utterances(input);
  if (json) for (const line of jsonLines(article, drafted)) stdout.write(`${line}\n`);
  if (shown) stdout.write(explain(article, drafted));
  if (!json && !shown && out === null)
    stdout.write(`${article.file}: ${counted(drafted.length, 'utterance')}\n`);
  return out === null ? [] : [session.read(input, drafted)];
}
