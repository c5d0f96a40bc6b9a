// The command `npm run serve`: serves the database that is there. It loads nothing that only an ingest needs.

import type { CommandContext } from '../commands/context.ts';
import { ConfigError, readConfig } from '../config.ts';
import { DatabaseError } from '../store/errors.ts';
import { StartError } from './listening.ts';
import { serve } from './serve.ts';

/**
 * Serves the database as it is, whatever made it. Gives an exit status where it could not start; undefined once it
 * serves: the process then lives until a signal.
 */
export async function serveCommand({
  environment,
  stderr,
}: Omit<CommandContext, 'stdout'>): Promise<number | undefined> {
  return withReason(stderr, async () => {
    await serve(readConfig(environment));
    return undefined;
  });
}

/** Writes an error that a user can mend as one line, and gives the exit status 1. Throws every other error. */
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
