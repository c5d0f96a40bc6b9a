// The command `npm start`: prepares the database from seeds/, then serves it. PostgreSQL it serves as it was published.

import type { CommandContext } from '../commands/context.ts';
import { readConfig } from '../config.ts';
import { ingestCommand } from '../ingest/command.ts';
import { isPostgres } from '../postgres/address.ts';
import { serveCommand, withReason } from './serve-command.ts';

/**
 * Gives an exit status where it could not start; undefined once it serves (the process then lives until a signal).
 * What the ingest says goes to stderr: stdout is the server's log.
 */
export async function start({ environment, stderr }: CommandContext): Promise<number | undefined> {
  return withReason(stderr, async () => {
    const { DATABASE: database } = readConfig(environment); // before anything is written
    if (isPostgres(database)) return serveCommand({ environment, stderr });
    const status = await ingestCommand(['--prune'], { environment, stdout: stderr, stderr });
    return status === 0 ? serveCommand({ environment, stderr }) : status;
  });
}
