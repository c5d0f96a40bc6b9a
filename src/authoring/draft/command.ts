// The command `draft`: reads articles and writes what it found as drafts of records, as JSON, or for a reader's eyes.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { counted } from '../../text/counted.ts';
import { type DraftArguments, readArguments, usage } from './arguments.ts';
import { evaluate } from './evaluation/evaluate.ts';
import { evaluateRecord } from './evaluation/evaluate-record.ts';
import { explain } from './explain.ts';
import { articleFiles, type Input, readInput } from './files.ts';
import { jsonLines } from './json.ts';
import { readRecord } from './record.ts';
import { Session } from './session.ts';
import { writeDrafts } from './writing/folder.ts';
import type { ReadArticle } from './writing/read-article.ts';

export type Streams = { stdout: { write(text: string): unknown }; stderr: { write(text: string): unknown } };

/** Runs the command and gives its exit status: 0 read, 1 a file could not be read, 2 wrong usage. */
export function runDraft(args: readonly string[], streams: Streams): number {
  const read = readArguments(args);
  if (typeof read === 'string') {
    (read === usage ? streams.stdout : streams.stderr).write(read);
    return read === usage ? 0 : 2;
  }
  if (read.evaluate !== null) return evaluate(read.evaluate, read.write, streams);
  const record = readRecord(read.record);
  if (read.evaluateRecord !== null) return evaluateRecord(read.evaluateRecord, record, read.write, streams);
  const files = filesOf(read, streams);
  const session = new Session(record, foldersOf(files));
  const articles: ReadArticle[] = [];
  let status = 0;
  for (const file of files) {
    const input = inputOf(file, read, streams);
    if (input === null) status = 1;
    else articles.push(...take(session, input, read, streams));
  }
  if (read.out !== null) {
    writeDrafts(read.out, articles, session.record);
    const utterances = articles.reduce((sum, { drafted }) => sum + drafted.length, 0);
    const found = `${counted(articles.length, 'article')}, ${counted(utterances, 'utterance')}`;
    streams.stdout.write(`${read.out}: ${found}\n`);
  }
  return status;
}

function filesOf({ paths }: DraftArguments, streams: Streams): string[] {
  return paths.flatMap((name) => {
    try {
      return articleFiles(name);
    } catch {
      streams.stderr.write(`${name}: there is no such file or folder\n`);
      return [name];
    }
  });
}

/** The folders of those files that are there. */
function foldersOf(files: readonly string[]): string[] {
  return [...new Set(files.filter((file) => existsSync(file)).map((file) => path.dirname(file)))];
}

function inputOf(file: string, { language }: DraftArguments, streams: Streams): Input | null {
  try {
    return readInput(file, language);
  } catch (error) {
    streams.stderr.write(`${file}: ${error instanceof TypeError ? 'is not UTF-8' : 'cannot be read'}\n`);
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
