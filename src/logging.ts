// How the server logs: readable lines on a terminal, JSON otherwise.
import type { FastifyBaseLogger } from 'fastify';
import { destination } from 'pino';
import pretty from 'pino-pretty';
import type { Trouble } from './database/renewal.ts';

/** Lines are gathered to so many characters, for no longer than so many milliseconds. */
const [pieceSize, longestWait] = [4_096, 100];

/**
 * Options of pino for a level. JSON is written several lines at a time: a write for each costs as much as an answer, and
 * so does handing it to another thread. What is left is written when the process ends.
 */
export function loggerOptions(level: string, isTerminal: boolean) {
  if (isTerminal) {
    return { level, stream: pretty({ translateTime: 'HH:MM:ss', ignore: 'pid,hostname', singleLine: true }) };
  }
  const stream = destination({ dest: 1, sync: true, minLength: pieceSize, periodicFlush: longestWait });
  process.once('exit', () => stream.flushSync());
  return { level, stream };
}

/** The level of a thread: that a request was answered is logged where it came in. */
export const levelBeside = (level: string): string =>
  ['info', 'debug', 'trace'].includes(level) ? 'warn' : level;

/** Says what goes wrong with the file of the database, and when that is over. */
export function logTrouble(log: FastifyBaseLogger, trouble: Trouble | null): void {
  if (trouble === null) log.info('the database is whole');
  else if (trouble.error === null) log.info(trouble.detail);
  else log.error({ err: trouble.error }, trouble.detail);
}
