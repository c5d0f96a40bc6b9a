// Fills in where passages stand: turns the words that an annotator gives into paragraphs and offsets, in the YAML itself.

import { Findings } from '../../ingest/check/findings.ts';
import type { ProblemList } from '../../ingest/check/problems.ts';
import { findFiles } from '../../ingest/read/files.ts';
import type { Plain } from '../../ingest/read/yaml-values.ts';
import { locateParagraphs } from './locate-paragraphs.ts';
import { locateClaim, locateStatement } from './locate-passages.ts';
import type { Located, Workplace } from './located.ts';
import { RenditionIds } from './rendition-ids.ts';
import { replaceFile } from './replace-file.ts';
import { readSeedFiles, type SeedFile, type SeedRecord } from './seed-files.ts';
import { readArticles } from './sources.ts';
import { splice } from './splice.ts';

/** What was done, and what could not be: a file with a problem was left as it is. */
export interface LocateReport extends ProblemList {
  /** Labels of the files that were rewritten. */
  written: string[];
  passages: number;
  quotes: number;
  ids: number;
}

/**
 * Locates every passage under the seeds folder in the articles, names renditions that have no id, and brings the
 * sources' paragraphs up to date. `replace` puts a file's new text in place of the old, or says why it cannot.
 */
export function locate(articlesFolder: string, seeds: string, replace = replaceFile): LocateReport {
  const findings = new Findings();
  const { files, problems } = findFiles([seeds]);
  for (const problem of problems) findings.add(problem);
  const [sources, statements, claims] = (['source', 'statement', 'claim'] as const).map((kind) =>
    readSeedFiles(files, kind, findings),
  ) as [SeedFile[], SeedFile[], SeedFile[]];
  const articles = readArticles(articlesFolder, recordsOf(sources), findings);
  const report: LocateReport = { ...findings.list(), written: [], passages: 0, quotes: 0, ids: 0 };
  const place: Workplace = { articles, findings, ids: new RenditionIds(takenIds(recordsOf(statements))) };
  for (const [seedFiles, locateRecord] of [
    [sources, locateParagraphs],
    [statements, locateStatement],
    [claims, locateClaim],
  ] as const) {
    for (const file of seedFiles) rewrite(file, locateRecord, place, report, replace);
  }
  return { ...report, ...findings.list() };
}

const recordsOf = (files: readonly SeedFile[]): SeedRecord[] => files.flatMap(({ records }) => records);

function takenIds(statements: readonly SeedRecord[]): string[] {
  return statements.flatMap(({ value: { renditions } }) =>
    (Array.isArray(renditions) ? renditions : []).flatMap(idOf),
  );
}

function idOf(rendition: Plain): string[] {
  if (typeof rendition !== 'object' || rendition === null || Array.isArray(rendition)) return [];
  const { id } = rendition;
  return typeof id === 'string' ? [id] : [];
}

/** Rewrites a file in which something was located and nothing was left over. */
function rewrite(
  { file, text, records }: SeedFile,
  locateRecord: (text: string, record: SeedRecord, place: Workplace) => Located,
  place: Workplace,
  report: LocateReport,
  replace: typeof replaceFile,
): void {
  const located = records.map((record) => locateRecord(text, record, place));
  const edits = located.flatMap((each) => each.edits);
  if (edits.length === 0 || located.some(({ isBlocked }) => isBlocked)) return;
  const message = replace(file.path, text, splice(text, edits));
  if (message !== null) {
    place.findings.addFault(file, { line: 1, column: 1, message });
    return;
  }
  report.written.push(file.label);
  for (const count of ['passages', 'quotes', 'ids'] as const) {
    report[count] += located.reduce((sum, each) => sum + each[count], 0);
  }
}
