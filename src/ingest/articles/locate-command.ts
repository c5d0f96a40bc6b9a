// The command `npm run locate`: arguments in, words and an exit status out.
import { inProject } from '../../project.ts';
import { readArguments } from '../arguments.ts';
import type { CommandContext } from '../command.ts';
import { problemLines } from '../summary.ts';
import { folderComplaint } from './folder.ts';
import { locate } from './locate.ts';

const usage = `Usage: npm run locate -- <folder of the articles> [seeds folder or file]

Looks up in the articles where each passage stands that the seeds give by its words, and writes paragraph, start and
end in place of the words; gives offsets to quotes, ids to renditions that have none, and paragraphs to sources.
Everything else in the files stays byte for byte. Without a seeds folder it works on the project's seeds/.

  --help     show this

Exit status: 0 done or nothing to do, 1 problems (files with a problem are left as they were), 2 wrong usage.
`;

/** Runs the command and gives its exit status. */
export function locateCommand(args: readonly string[], { stdout, stderr }: CommandContext): number {
  const read = readArguments(args, ['help']);
  if ('complaint' in read) {
    stderr.write(`${read.complaint}\n\n${usage}`);
    return 2;
  }
  const [articles, seeds = inProject('seeds'), ...more] = read.paths;
  if (read.flags.has('help')) {
    stdout.write(usage);
    return 0;
  }
  if (articles === undefined || more.length > 0) {
    stderr.write(`expected the folder of the articles, then perhaps the seeds\n\n${usage}`);
    return 2;
  }
  const complaint = folderComplaint(articles);
  if (complaint !== null) {
    stderr.write(`${complaint}\n`);
    return 1;
  }
  const { problems, written, passages, quotes, ids } = locate(articles, seeds);
  for (const file of written) stdout.write(`${file} rewritten\n`);
  stdout.write(`${passages} passages and ${quotes} quotes located, ${ids} renditions named.\n`);
  if (problems.length === 0) return 0;
  const outcome = 'Files with a problem were left as they were.';
  stderr.write(`${problemLines(problems, problems.length, outcome).join('\n')}\n`);
  return 1;
}
