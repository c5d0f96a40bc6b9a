// Chooses the media type of an answer from what the client accepts (RFC 9110, 12.5.1).
import '@fastify/accepts';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

export const jsonMediaType = 'application/json; charset=utf-8';

/** The best of the offered types. Throws a Problem that lists them where the client accepts none. */
export function negotiate<T extends string>(request: FastifyRequest, offered: readonly [T, ...T[]]): T {
  const bare = offered.map((type) => type.split(';', 1)[0] ?? type);
  const chosen = request.accepts().type(bare);
  const found = offered[bare.indexOf(String(chosen))];
  if (found !== undefined) return found;
  throw new Problem({
    code: 'not-acceptable',
    detail: `this answer comes as ${bare.join(' or ')}, and the Accept header allows none of that`,
    allowed: bare,
  });
}
