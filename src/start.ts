// The command `npm start`: prepares the database from seeds/, then serves it.
import { ConfigError, readConfig } from './config.ts';
import { DatabaseError } from './database/errors.ts';
import type { CommandContext } from './ingest/command.ts';
import { ingestCommand } from './ingest/command.ts';
import { StartError, serve } from './server.ts';

/**
 * Gives an exit status where it could not start; undefined once it serves (the process then lives until a signal).
 * What the ingest says goes to stderr: stdout is the server's log.
 */
export async function start({ environment, stderr }: CommandContext): Promise<number | undefined> {
  try {
    const config = readConfig(environment);
    const status = await ingestCommand(['--prune'], { environment, stdout: stderr, stderr });
    if (status !== 0) return status;
    await serve(config);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof DatabaseError || error instanceof StartError))
      throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}
