// Makes the database of a count by the project's own ingest, and keeps it until the data or the code changes.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { derivation, stampOf } from '../../src/database/derivation.ts';
import { memoryOf } from './measure/memory.ts';
import { runProgram } from './measure/processes.ts';

/** How the making of a database went: seconds, and MiB resident at most. */
export interface Making {
  seconds: number;
  peak: number;
}

/** The database of a count, with what the references need beside it. */
export interface Prepared {
  file: string;
  /** The full-text table of the plain route. */
  text: string;
  size: number;
  /** How the ingest went, where it was done now. */
  making: Making | null;
}

/** A compiled program of the project. */
export const program = (...parts: string[]): string =>
  fileURLToPath(new URL(path.posix.join('..', '..', ...parts), import.meta.url));

/**
 * The database for so many statements. It is made where it is missing, where the data or the code that answers is
 * another now, and where `anew` says so.
 */
export async function prepareDatabase(folder: string, statements: number, anew: boolean): Promise<Prepared> {
  const file = path.join(folder, `${statements}.sqlite`);
  const [text, stampFile] = [`${file}.text`, `${file}.stamp`];
  const stamp = `${derivation} ${stampOf([program('bench/performance/dataset')])}`;
  const isFresh = existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  let making: Making | null = null;
  if (!isFresh || anew) {
    rmSync(stampFile, { force: true });
    making = await make(folder, file, statements);
    const plainText = program('bench/performance/references/plain-text.js');
    await runProgram({ args: [plainText, file, text], core: null, log: path.join(folder, 'text.log') });
    writeFileSync(stampFile, stamp);
  }
  return { file, text, size: statSync(file).size / 1024 ** 2, making };
}

async function make(folder: string, file: string, statements: number): Promise<Making> {
  const data = path.join(folder, `${statements}.ndjson`);
  const log = path.join(folder, 'ingest.log');
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
  const generate = [program('bench/performance/generate.js'), String(statements), data];
  await runProgram({ args: generate, core: null, log });
  let peak = 0;
  const ingest = {
    args: [program('scripts/ingest.js'), data],
    environment: { DATABASE: file },
    core: null,
    log,
  };
  const seconds = await runProgram(ingest, (pid) => {
    peak = Math.max(peak, memoryOf(pid).peak);
  });
  rmSync(data);
  return { seconds, peak };
}
