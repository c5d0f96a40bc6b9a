// Puts what an import did into words for a terminal.
import type { ProblemList } from '../../ingest/check/problems.ts';
import { labelOf } from '../../ingest/read/file-names.ts';
import { problemLines } from '../../ingest/summary.ts';
import { counted } from '../../text/counted.ts';
import type { Importing } from './importing.ts';
import type { WrittenFile } from './write.ts';

interface Story {
  label: string;
  out: string;
  report: string | undefined;
  written: readonly WrittenFile[];
  importing: Importing;
  list: ProblemList;
}

/** One of what an import reads, whose name stands in the plural in its file: `speech` of `speeches`. */
const oneOf = (many: string): string => many.replace(/(?:(?<=ch)es|s)$/, '');

const figure = (count: number): string => count.toLocaleString('en');

/** ` (12)`; once goes without saying. */
const times = (count: number): string => (count > 1 ? ` (${figure(count)})` : '');

/** What was read, what was written, what was left out and why, and what to know of the records. */
export function storyOf({ label, out, report, written, importing: { tally }, list }: Story): string[] {
  const read = [...tally.wasRead].map(([what, count]) => counted(count, oneOf(what), what)).join(', ');
  const width = Math.max(...written.map(({ name }) => name.length), 0);
  const files = written.map(({ name, records }) => `  ${name.padEnd(width)} ${figure(records).padStart(9)}`);
  const leftOut = tally.leftOut.map(({ what, why, count }) => `  ${what}${times(count)}: ${why}`);
  const notes = [...tally.notes].map(([text, count]) => `  ${text}${times(count)}`);
  const all = report === undefined ? '' : ` All are in ${report}.`;
  return [
    `${label}: ${read || 'nothing was read'}`,
    ...(written.length > 0 ? ['', `Written to ${labelOf(out)}:`, ...files] : []),
    ...(leftOut.length > 0 ? ['', 'Left out:', ...leftOut] : []),
    ...(notes.length > 0 ? ['', 'To know:', ...notes] : []),
    ...(list.problemCount > 0
      ? [
          '',
          'Problems:',
          ...problemLines(
            list,
            `${list.problemCount === 1 ? 'What it concerns' : 'What they concern'} was left out.${all}`,
          ),
        ]
      : []),
    '',
    written.length > 0 ? `Load it: npm run ingest -- ${labelOf(out)}` : 'Nothing was written.',
  ];
}
