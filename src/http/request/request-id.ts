// The id that finds a request in the log.
import { randomUUID } from 'node:crypto';

/** The client's own id where it is plain enough to be logged and sent back, otherwise a new one. */
export const requestId = (given: string | string[] | undefined): string =>
  typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
