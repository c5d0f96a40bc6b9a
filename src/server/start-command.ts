// The command `npm start`: prepares the database from seeds/, then serves it.

import { type CommandContext, ingestCommand } from '../ingest/command.ts';
import { readConfig } from './config.ts';
import { serveCommand, withReason } from './serve-command.ts';

/**
 * Gives an exit status where it could not start; undefined once it serves (the process then lives until a signal).
 * What the ingest says goes to stderr: stdout is the server's log.
 */
export async function start({ environment, stderr }: CommandContext): Promise<number | undefined> {
  return withReason(stderr, async () => {
    readConfig(environment); // before anything is written
    const status = await ingestCommand(['--prune'], { environment, stdout: stderr, stderr });
    return status === 0 ? serveCommand({ environment, stderr }) : status;
  });
}
