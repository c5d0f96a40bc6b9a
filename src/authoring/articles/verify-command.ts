// The command `npm run verify`: arguments in, words and an exit status out.

import { formatProblem } from '../../ingest/check/problems.ts';
import type { CommandContext } from '../../ingest/command.ts';
import { problemLines } from '../../ingest/summary.ts';
import { readArticlesArguments } from './articles-arguments.ts';
import type { Counts } from './proof.ts';
import { verify } from './verify.ts';

const usage = `Usage: npm run verify -- <folder of the articles> [seeds folder or file]

Proves against the articles what the seeds say of them: the SHA-256 of each source, its paragraphs, the span of each
rendition and claim, each quote to the letter, each speech verb. What stands in sources without a text is counted and not
proven. Changes nothing. Without a seeds folder it reads the
project's seeds/. Warnings ask for a second look and are no problems.

  --help     show this

Exit status: 0 everything proven, 1 problems, 2 wrong usage.
`;

/** Runs the command and gives its exit status. */
export function verifyCommand(args: readonly string[], context: CommandContext): number {
  const read = readArticlesArguments(args, usage, context);
  if (typeof read === 'number') return read;
  const { stdout, stderr } = context;
  const { warnings, proven, unproven, ...found } = verify(read.articles, read.seeds);
  for (const warning of warnings) stderr.write(`warning: ${formatProblem(warning)}\n`);
  const summary = `${countsText(proven)} proven${withoutText(unproven)}`;
  if (found.problemCount > 0) {
    stderr.write(`${problemLines(found, `Only ${summary}.`).join('\n')}\n`);
    return 1;
  }
  stdout.write(`${summary}.\n`);
  return 0;
}

const countsText = ({ sources, renditions, quotes, claims }: Counts): string =>
  `${sources} sources, ${renditions} renditions, ${quotes} quotes and ${claims} claims`;

const withoutText = (unproven: Counts): string =>
  unproven.sources === 0 ? '' : `; ${countsText(unproven)} without a text, which nothing can prove`;
