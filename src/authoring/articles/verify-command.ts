// The command `npm run verify`: arguments in, words and an exit status out.

import type { CommandContext } from '../../commands/context.ts';
import { formatProblem } from '../../ingest/check/problems.ts';
import { problemLines } from '../../ingest/summary.ts';
import { counted } from '../../text/counted.ts';
import { readArticlesArguments } from './articles-arguments.ts';
import type { Counts } from './proof.ts';
import { verify } from './verify.ts';

const usage = `Usage: npm run verify -- <folder of the articles> [seeds folder or file]

Compares the seeds with the articles: the SHA-256 and the paragraphs of each source, the span of each rendition and claim,
the exact words of each quote, and each speech verb. Records of sources without a text are only counted. The command changes
nothing. The default for the seeds is the folder seeds/ of the project. Warnings need a second look, but are not problems.

  --help     show this help

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
  `${counted(sources, 'source')}, ${counted(renditions, 'rendition')}, ${counted(quotes, 'quote')} and ${counted(claims, 'claim')}`;

const withoutText = (unproven: Counts): string =>
  unproven.sources === 0 ? '' : `; ${countsText(unproven)} without a text, which nothing can prove`;
