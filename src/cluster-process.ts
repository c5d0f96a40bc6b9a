// One of the processes that serve together: tells the one that started it where it listens, or why it cannot.
import process from 'node:process';
import type { Said } from './cluster.ts';
import { readConfig } from './config.ts';
import { DatabaseError } from './database/errors.ts';
import { StartError, serve } from './server.ts';

const say = (said: Said): void => void process.send?.(said);

try {
  const { listeningOrigin } = await serve(readConfig(process.env), () => `process ${process.pid} listens`);
  say({ origin: listeningOrigin });
} catch (error) {
  if (!(error instanceof DatabaseError || error instanceof StartError)) throw error;
  say({ obstacle: error.message });
  process.disconnect(); // nothing else keeps it alive
  process.exitCode = 1;
}
