// How the server logs: readable lines on a terminal, JSON otherwise.
import { destination } from 'pino';
import pretty from 'pino-pretty';
import { pathOf } from './http/path.ts';

/** Lines are gathered to so many characters, for no longer than so many milliseconds. */
const [pieceSize, longestWait] = [4_096, 100];

/** Where the framework logs a request, as it does where an error handler fails: by its method and path, not by its client. */
const serializers = {
  req: ({ method, url }: { method: string; url: string }) => ({ method, url: pathOf(url) }),
};

/**
 * Options of pino for a level. JSON is written several lines at a time: a write for each costs as much as an answer, and
 * so does handing it to another thread. What is left is written when the process ends.
 */
export function loggerOptions(level: string, isTerminal: boolean) {
  if (isTerminal) {
    return {
      level,
      serializers,
      stream: pretty({ translateTime: 'HH:MM:ss', ignore: 'pid,hostname', singleLine: true }),
    };
  }
  const stream = destination({ dest: 1, sync: true, minLength: pieceSize, periodicFlush: longestWait });
  process.once('exit', () => stream.flushSync());
  return { level, serializers, stream };
}

/** The level of a thread: that a request was answered is logged where it came in. */
export const levelBeside = (level: string): string =>
  ['info', 'debug', 'trace'].includes(level) ? 'warn' : level;
