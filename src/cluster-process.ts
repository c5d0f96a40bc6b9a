// One of the processes that serve together: tells the one that started it where it listens, or why it cannot.
import process from 'node:process';
import type { Said } from './cluster.ts';
import { readConfig } from './config.ts';
import { withReason } from './serve.ts';
import { serve } from './server.ts';

const say = (said: Said): void => void process.send?.(said);

const status = await withReason({ write: (reason) => say({ obstacle: reason.trimEnd() }) }, async () => {
  const { listeningOrigin } = await serve(readConfig(process.env), () => `process ${process.pid} listens`);
  say({ origin: listeningOrigin });
  return undefined;
});
if (status !== undefined) {
  process.disconnect(); // nothing else keeps it alive
  process.exitCode = status;
}
