// The command `npm run serve`: serves the database that is there. It loads nothing that only an ingest needs.
import { type Config, ConfigError, readConfig } from './config.ts';
import { DatabaseError } from './database/errors.ts';
import type { CommandContext } from './ingest/command.ts';
import { StartError } from './listening.ts';
import { serve } from './server.ts';

/**
 * Serves the database as it is, whatever made it. Gives an exit status where it could not start; undefined once it
 * serves: the process then lives until a signal.
 */
export async function serveCommand({
  environment,
  stderr,
}: Omit<CommandContext, 'stdout'>): Promise<number | undefined> {
  return withReason(stderr, async () => {
    const config = readConfig(environment);
    await (config.WORKERS === 1 ? serve(config) : together(config, environment));
    return undefined;
  });
}

/** What several processes need is loaded where there are several. */
async function together(config: Config, environment: CommandContext['environment']): Promise<void> {
  const { serveTogether } = await import('./cluster.ts');
  await serveTogether(config, environment);
}

/** What a user can mend is said in a line; everything else is a fault of ours. */
export async function withReason(
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
