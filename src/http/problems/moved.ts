// An id that was retired: the same question is answered under the one that took its place.
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Says that the id in the path was retired. */
export class Moved extends Error {
  override name = 'Moved';
  readonly successor: string;

  constructor(successor: string) {
    super(`the id was retired; '${successor}' took its place`);
    this.successor = successor;
  }
}

/** For how long a client may go straight to the successor: an id can be given to a record again. */
const seconds = 300;

/** Leads to the same URL with the other id: `/events/{id}/claims?limit=5`. */
export function redirectTo(successor: string, { url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const location = url.replace(/^(\/[^/?]+\/)[^/?]+/, (_, collection: string) => collection + successor);
  return reply.header('cache-control', `public, max-age=${seconds}`).redirect(location, 301);
}
