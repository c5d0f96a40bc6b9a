// How the server logs: readable lines on a terminal, JSON otherwise.
import pretty from 'pino-pretty';

/** Options of pino for a level. */
export const loggerOptions = (level: string, isTerminal: boolean) =>
  isTerminal
    ? { level, stream: pretty({ translateTime: 'HH:MM:ss', ignore: 'pid,hostname', singleLine: true }) }
    : { level };
