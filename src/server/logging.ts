// How the server logs: readable lines on a terminal, JSON otherwise.
import type { FastifyBaseLogger } from 'fastify';
import { destination } from 'pino';
import { pathOf } from '../http/request/target.ts';
import { derivationNotice } from '../store/derivation.ts';
import type { Dataset, Trouble } from '../store/store.ts';

/** JSON is written in blocks of about 8 KiB, and at least every 100 ms: a write for each line costs as much as a response. */
const buffering = { sync: true, minLength: 8_192, periodicFlush: 100 };

/** Lines that cannot be written, because the disk is full, are kept up to this length in bytes; more are lost. */
const maxLength = 1024 * 1024;

/** Where the framework logs a request, as it does where an error handler fails: by its method and path, not by its client. */
const serializers = {
  req: ({ method, url }: { method: string; url: string }) => ({ method, url: pathOf(url) }),
};

/** Options of pino for a level. JSON goes to the file descriptor `fd`, by default the standard output. */
export async function loggerOptions(level: string, isTerminal: boolean, fd = 1) {
  if (isTerminal) {
    const { default: pretty } = await import('pino-pretty');
    return {
      level,
      serializers,
      stream: pretty({ translateTime: 'HH:MM:ss', ignore: 'pid,hostname', singleLine: true }),
    };
  }
  const stream = destination({ dest: fd, maxLength, ...buffering });
  stream.on('error', () => undefined); // a log that cannot be written must not stop the server
  process.once('exit', () => stream.flush()); // not flushSync, which tries for ever on a full disk
  return { level, serializers, stream };
}

/** The level of the log in a worker thread: the main thread logs the responses. */
export const threadLevel = (level: string): string =>
  ['info', 'debug', 'trace'].includes(level) ? 'warn' : level;

/** Logs that other code derived the answers, with what to do. They are served as they are. */
export function logDerivation(log: FastifyBaseLogger, dataset: Dataset | null): void {
  const notice = dataset === null ? null : derivationNotice(dataset.derivation);
  if (notice !== null) log.warn(notice);
}

/** Logs what goes wrong with the database, and when that is over. */
export function logTrouble(log: FastifyBaseLogger, trouble: Trouble | null): void {
  if (trouble === null) log.info('the database is whole');
  else log.error({ err: trouble.error }, trouble.detail);
}
