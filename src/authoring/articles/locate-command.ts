// The command `npm run locate`: arguments in, words and an exit status out.
import type { CommandContext } from '../../commands/context.ts';
import { problemLines } from '../../ingest/summary.ts';
import { counted } from '../../text/counted.ts';
import { readArticlesArguments } from './articles-arguments.ts';
import { locate } from './locate.ts';

const usage = `Usage: npm run locate -- <folder of the articles> [seeds folder or file]

Looks up in the articles where each passage stands that the seeds give by its words, and writes paragraph, start and
end in place of the words; gives offsets to quotes, ids to renditions that have none, and paragraphs to sources.
Everything else in the files stays byte for byte. Without a seeds folder it works on the project's seeds/.

  --help     show this

Exit status: 0 done or nothing to do, 1 problems (files with a problem are left as they were), 2 wrong usage.
`;

/** Runs the command and gives its exit status. */
export function locateCommand(args: readonly string[], context: CommandContext): number {
  const read = readArticlesArguments(args, usage, context);
  if (typeof read === 'number') return read;
  const { stdout, stderr } = context;
  const { written, passages, quotes, ids, ...found } = locate(read.articles, read.seeds);
  for (const file of written) stdout.write(`${file} rewritten\n`);
  const located = `${counted(passages, 'passage')} and ${counted(quotes, 'quote')} located`;
  stdout.write(`${located}, ${counted(ids, 'rendition')} named.\n`);
  if (found.problemCount === 0) return 0;
  const outcome = 'Files with a problem were left as they were.';
  stderr.write(`${problemLines(found, outcome).join('\n')}\n`);
  return 1;
}
