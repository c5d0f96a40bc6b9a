// Writes docs/reliability.md from results: every figure on it was measured, and every sentence stands here or in a trial.
import { machineText } from '../bench/performance/measure/machine.ts';
import { duration } from '../bench/performance/report/words.ts';
import type { Result } from './results.ts';
import type { Part, Trial } from './trial.ts';

const intro = `# Reliability

Written by \`npm run torture\`, which breaks things on purpose; no figure here is typed by hand. Each promise is followed by
what was done to it and what came of that. The tests run a short form of each trial.
`;

/** In the order of the page. */
const parts: readonly Part[] = [
  'Nothing lost, nothing half-done',
  'Nobody where they do not belong',
  'Under load and in operation',
];

/** A trial with its last result; null where it was never run. */
export interface Tried {
  trial: Trial;
  result: Result | null;
}

/** The page, for trials in their order. */
export function pageOf(tried: readonly Tried[]): string {
  const sections = parts.flatMap((part) =>
    sectionOf(
      part,
      tried.filter(({ trial }) => trial.part === part),
    ),
  );
  return `${[intro.trimEnd(), summaryOf(tried), ...sections].join('\n\n')}\n`;
}

function summaryOf(tried: readonly Tried[]): string {
  const results = tried.flatMap(({ result }) => result ?? []);
  const held = results.filter(({ broken }) => broken.length === 0).length;
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0);
  return `${held} of ${tried.length} promises held, in ${duration(seconds)}.`;
}

const sectionOf = (part: Part, tried: readonly Tried[]): string[] =>
  tried.length === 0 ? [] : [`## ${part}`, ...tried.map(trialOf)];

function trialOf({ trial, result }: Tried): string {
  const heading = `### ${trial.id}\n\n${trial.promise}`;
  if (result === null) return `${heading}\n\n**Not tried yet.**`;
  const { broken, figures } = result;
  const lines = [
    ...figures.map(({ name, value }) => `- ${name}: ${value}`),
    ...broken.map((each) => `- **broken**: ${each}`),
  ];
  const verdict = broken.length === 0 ? 'Held.' : '**Broken.**';
  return [heading, `${verdict} ${howOf(result)}`, ...(lines.length > 0 ? [lines.join('\n')] : [])].join(
    '\n\n',
  );
}

const howOf = ({ scale, command, at, seconds, machine }: Result): string =>
  `${duration(seconds)}${scale === 'short' ? ' in its short form' : ''}, by \`${command}\` on ${at.slice(0, 10)}: ${machineText(machine)}.`;
