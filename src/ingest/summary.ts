// Puts an ingest's report into words for a terminal.
import { collectionOf, kinds } from '../records/kinds.ts';
import { counted } from '../text/counted.ts';
import { formatProblem, kindOfProblem, type Problem, type ProblemList } from './check/problems.ts';
import type { IngestReport } from './report.ts';

/** So many problems are shown one by one; of more, only some of each kind, and of so many kinds. */
export const shownInAll = 100;
const shownOfKind = { most: 10, fewest: 3 };
const shownKinds = 30;

/** The problems, one a line, how many more there are of each kind, and what became of the work. */
export function problemLines(list: ProblemList, outcome: string): string[] {
  const { problems, problemCount: count, problemKinds: kinds } = list;
  const lines = count <= shownInAll ? problems.map(formatProblem) : linesByKind(list);
  const all = counted(count, 'problem');
  const ofKinds = count > shownInAll && kinds.size > 1 ? ` of ${kinds.size.toLocaleString('en')} kinds` : '';
  return [...lines, '', `${all}${ofKinds}. ${outcome}`];
}

/** The first problems of each kind, each kind with the number of its other problems; kinds as they come up first. */
function linesByKind({ problems, problemKinds }: ProblemList): string[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = kindOfProblem(problem.path, problem.message);
    groups.set(kind, [...(groups.get(kind) ?? []), problem]);
  }
  const share = Math.floor(shownInAll / groups.size);
  const each = Math.min(shownOfKind.most, Math.max(shownOfKind.fewest, share));
  const lines = [...groups].slice(0, shownKinds).flatMap(([kind, group]) => {
    const first = group.slice(0, each);
    const others = (problemKinds.get(kind) ?? group.length) - first.length;
    const more = others > 0 ? [`… and ${others.toLocaleString('en')} more of this kind`] : [];
    return [...first.map(formatProblem), ...more, ''];
  });
  const hidden = problemKinds.size - Math.min(groups.size, shownKinds);
  if (hidden > 0) return [...lines, `… and ${hidden.toLocaleString('en')} more kinds`];
  return lines.slice(0, -1);
}

const columns = ['added', 'changed', 'removed', 'unchanged'] as const;

/** The counts as a table of the kinds that occur, then the versions. */
export function summaryLines(
  { counts, versionBefore, versionAfter, notes }: IngestReport,
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
  return [
    heading,
    ...lines,
    '',
    ...notes.map((note) => `${note}.`),
    versionLine(versionBefore, versionAfter, isDryRun),
  ];
}

const figure = (count: number): string => count.toLocaleString('en').padStart(10);

function versionLine(before: string | null, after: string | null, isDryRun: boolean): string {
  if (before === after) return `Nothing changed; the dataset stays at version ${after}.`;
  const change = before === null ? `version ${after}` : `version ${before} → ${after}`;
  return isDryRun ? `Dry run: the dataset would go to ${change}; nothing was written.` : `Dataset ${change}.`;
}
