// Puts an ingest's report into words for a terminal.
import { collectionOf, kinds } from '../records/references.ts';
import { formatProblem, type Problem } from './check/problems.ts';
import type { IngestReport } from './report.ts';

/** So many problems are shown; whoever has more mends these first. */
const shown = 100;

/** The problems, one a line, how many more there are, and what became of the work. */
export function problemLines(problems: readonly Problem[], count: number, outcome: string): string[] {
  const lines = problems.slice(0, shown).map(formatProblem);
  if (count > shown) lines.push(`… and ${(count - shown).toLocaleString('en')} more`);
  return [
    ...lines,
    '',
    `${count === 1 ? '1 problem' : `${count.toLocaleString('en')} problems`}. ${outcome}`,
  ];
}

const columns = ['added', 'changed', 'removed', 'unchanged'] as const;

/** The counts as a table of the kinds that occur, then the versions. */
export function summaryLines(
  { counts, versionBefore, versionAfter }: IngestReport,
  isDryRun: boolean,
): string[] {
  const rows = kinds
    .map((kind) => ({ name: collectionOf[kind] as string, ...counts[kind] }))
    .filter((row) => columns.some((column) => row[column] > 0));
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  const heading = [' '.repeat(width), ...columns.map((column) => column.padStart(10))].join('');
  const lines = rows.map((row) =>
    [row.name.padEnd(width), ...columns.map((column) => figure(row[column]))].join(''),
  );
  return [heading, ...lines, '', versionLine(versionBefore, versionAfter, isDryRun)];
}

const figure = (count: number): string => count.toLocaleString('en').padStart(10);

function versionLine(before: string | null, after: string | null, isDryRun: boolean): string {
  if (before === after) return `Nothing changed; the dataset stays at version ${after}.`;
  const change = before === null ? `version ${after}` : `version ${before} → ${after}`;
  return isDryRun ? `Dry run: the dataset would go to ${change}; nothing was written.` : `Dataset ${change}.`;
}
