// The command `npm run backup`: arguments in, words and an exit status out.
import { readConfig } from '../config.ts';
import { readArguments } from '../ingest/arguments.ts';
import { type CommandContext, withSignals } from '../ingest/command.ts';
import { type Backup, backUp } from './backup.ts';

const usage = `Usage: npm run backup -- [options] <file>

Copies the database that DATABASE names, while it is served and whatever is ingested meanwhile, and proves the copy:
integrity, references, and that its records are the version that it says. The file has its name only when all of that is
done. To restore a backup, copy it back in the same way: DATABASE=<backup> npm run backup -- --replace <database>

  --replace  replace the file where it exists
  --help     show this

Exit status: 0 copied and proven, 1 not (no file was made or replaced), 2 wrong usage, 130/143 interrupted.
`;

/** Runs the command and gives its exit status; never throws for anything that a user can put right. */
export async function backupCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const read = readArguments(args, ['replace', 'help']);
  if ('complaint' in read) return wrongUsage(context, read.complaint);
  if (read.flags.has('help')) {
    context.stdout.write(usage);
    return 0;
  }
  const [target, ...others] = read.paths;
  if (target === undefined) return wrongUsage(context, 'the file to copy to is missing');
  if (others.length > 0) return wrongUsage(context, `one file at a time, not also ${others.join(', ')}`);
  return withSignals(context, async (signal) => {
    const source = readConfig(context.environment).DATABASE;
    const made = await backUp({ source, target, mayReplace: read.flags.has('replace'), signal });
    context.stdout.write(told(source, target, made));
    return 0;
  });
}

function wrongUsage({ stderr }: CommandContext, complaint: string): number {
  stderr.write(`${complaint}\n\n${usage}`);
  return 2;
}

const told = (source: string, target: string, { version, bytes }: Backup): string =>
  `Copied ${source} to ${target}: ${bytes} bytes, ${version === null ? 'nothing ingested yet' : `dataset version ${version}`}.\n` +
  'Proven: integrity_check and foreign_key_check find no fault, and its records are that version.\n';
