// The commands `npm start`, which prepares the database from seeds/ and then serves it, and `npm run serve`, which only serves.
import { serveTogether } from './cluster.ts';
import { ConfigError, readConfig } from './config.ts';
import { DatabaseError } from './database/errors.ts';
import type { CommandContext } from './ingest/command.ts';
import { ingestCommand } from './ingest/command.ts';
import { StartError, serve } from './server.ts';

/**
 * Both give an exit status where they could not start; undefined once they serve (the process then lives until a
 * signal). What the ingest says goes to stderr: stdout is the server's log.
 */
export async function start({ environment, stderr }: CommandContext): Promise<number | undefined> {
  return withReason(stderr, async () => {
    readConfig(environment); // before anything is written
    const status = await ingestCommand(['--prune'], { environment, stdout: stderr, stderr });
    return status === 0 ? serveCommand({ environment, stderr }) : status;
  });
}

/** Serves the database as it is, whatever made it. */
export async function serveCommand({
  environment,
  stderr,
}: Omit<CommandContext, 'stdout'>): Promise<number | undefined> {
  return withReason(stderr, async () => {
    const config = readConfig(environment);
    await (config.WORKERS === 1 ? serve(config) : serveTogether(config, environment));
    return undefined;
  });
}

/** What a user can mend is said in a line; everything else is a fault of ours. */
async function withReason(
  stderr: CommandContext['stderr'],
  work: () => Promise<number | undefined>,
): Promise<number | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof DatabaseError || error instanceof StartError))
      throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}
