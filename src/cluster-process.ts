// One of the processes that serve together: tells the one that started it where it listens, or why it cannot.
import process from 'node:process';
import type { Said } from './cluster.ts';
import { readConfig } from './config.ts';
import type { Telling } from './metrics/alone.ts';
import { withReason } from './serve.ts';
import { serve } from './server.ts';

const say = (said: Said): void => void process.send?.(said);

/** Nobody waits for the metrics to be loaded where nobody wants them. */
async function tellingToPrimary(): Promise<Telling> {
  const { tellPrimary } = await import('./metrics/one-of-several.ts');
  return tellPrimary();
}

const status = await withReason({ write: (reason) => say({ obstacle: reason.trimEnd() }) }, async () => {
  const config = readConfig(process.env);
  const telling = config.ADMIN_PORT === undefined ? undefined : await tellingToPrimary();
  const { listeningOrigin } = await serve(config, () => `process ${process.pid} listens`, telling);
  say({ origin: listeningOrigin });
  return undefined;
});
if (status !== undefined) {
  process.disconnect(); // nothing else keeps it alive
  process.exitCode = status;
}
