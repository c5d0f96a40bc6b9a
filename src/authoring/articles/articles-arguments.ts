// Reads the arguments that locate and verify share: the folder of the articles, then perhaps the seeds.

import { readArguments } from '../../commands/arguments.ts';
import type { CommandContext } from '../../commands/context.ts';
import { inProject } from '../../project.ts';
import { folderComplaint } from './folder.ts';

/** The two places to compare, or the exit status where there is nothing more to do. */
export type ArticlesArguments = { articles: string; seeds: string } | number;

/** Answers --help and wrong usage itself. */
export function readArticlesArguments(
  args: readonly string[],
  usage: string,
  { stdout, stderr }: CommandContext,
): ArticlesArguments {
  const read = readArguments(args, ['help']);
  if ('complaint' in read) return refuse(read.complaint);
  if (read.flags.has('help')) {
    stdout.write(usage);
    return 0;
  }
  const [articles, seeds = inProject('seeds'), ...more] = read.paths;
  if (articles === undefined || more.length > 0) {
    return refuse('expected the folder of the articles, then perhaps the seeds');
  }
  const complaint = folderComplaint(articles);
  if (complaint === null) return { articles, seeds };
  stderr.write(`${complaint}\n`);
  return 1;

  function refuse(complaint: string): number {
    stderr.write(`${complaint}\n\n${usage}`);
    return 2;
  }
}
