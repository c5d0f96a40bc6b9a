// How the server logs: readable lines on a terminal, JSON otherwise.
import type { FastifyBaseLogger } from 'fastify';
import type { Trouble } from './database/reload.ts';
import { pathOf } from './http/path.ts';
import { lineWriter } from './log-lines.ts';

/** Lines are gathered to so many characters, for no longer than so many milliseconds. */
const [pieceSize, longestWait] = [8_192, 100];

/** Where the framework logs a request, as it does where an error handler fails: by its method and path, not by its client. */
const serializers = {
  req: ({ method, url }: { method: string; url: string }) => ({ method, url: pathOf(url) }),
};

/**
 * Options of pino for a level. JSON is written many lines at a time: a write for each costs as much as an answer, and
 * so does handing it to another thread. It goes to a file descriptor, unless told to the standard output.
 */
export async function loggerOptions(level: string, isTerminal: boolean, fd = 1) {
  if (isTerminal) {
    const { default: pretty } = await import('pino-pretty'); // nobody waits for it elsewhere
    return {
      level,
      serializers,
      stream: pretty({ translateTime: 'HH:MM:ss', ignore: 'pid,hostname', singleLine: true }),
    };
  }
  return { level, serializers, stream: gathering(lineWriter(fd)) };
}

/** A stream that gathers lines; what is left is written when the process ends. */
function gathering(write: (text: string) => void): { write(line: string): void } {
  let lines: string[] = [];
  let size = 0;
  const flush = (): void => {
    if (size > 0) write(lines.join(''));
    lines = [];
    size = 0;
  };
  setInterval(flush, longestWait).unref();
  process.once('exit', flush);
  return {
    write(line) {
      lines.push(line);
      size += line.length;
      if (size >= pieceSize) flush();
    },
  };
}

/** The level of a thread: that a request was answered is logged where it came in. */
export const levelBeside = (level: string): string =>
  ['info', 'debug', 'trace'].includes(level) ? 'warn' : level;

/** Logs that the database file cannot be served, or that it can be served again (null). */
export function logTrouble(log: FastifyBaseLogger, trouble: Trouble | null): void {
  if (trouble === null) log.info('the database is whole');
  else log.error({ err: trouble.error }, trouble.detail);
}
