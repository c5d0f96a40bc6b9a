// The command `npm run mcp`: serves the Model Context Protocol over standard input and output, from the database that is there.
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { apiOf } from '../agents/api.ts';
import { mcpServerOf } from '../agents/mcp-server.ts';
import type { CommandContext } from '../commands/context.ts';
import { readConfig } from '../config.ts';
import { buildApp } from './app.ts';
import { openStore } from './opening.ts';
import { withReason } from './serve-command.ts';

/**
 * Serves until the client closes standard input. Only messages of the protocol go to standard output. Gives an exit status
 * where it could not start.
 */
export async function mcpCommand({
  environment,
  stderr,
}: Omit<CommandContext, 'stdout'>): Promise<number | undefined> {
  return withReason(stderr, async () => {
    const config = readConfig({ ...environment, RATE_LIMIT: '0' }); // the only client is the one that started it
    const store = await openStore(config, {
      onTrouble(trouble) {
        if (trouble) stderr.write(`${trouble.error.message}\n`);
      },
    });
    const app = await buildApp({ store, config, loadLimits: { maxEventLoopDelay: 0 } }); // one client waits
    const send = (url: string) => app.inject({ method: 'GET', url, headers: { accept: 'application/json' } });
    const api = apiOf(send, config.PUBLIC_URL ?? '');
    serveStdio(() => mcpServerOf(api));
    process.stdin.on('end', () => void app.close());
    return undefined;
  });
}
