// Bounds the answers that are streamed at a time: each takes memory for as long as its client pleases.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from '../problems/problem.ts';

/** When a client may come back, in seconds. */
const retryAfter = 2;

declare module 'fastify' {
  interface FastifyReply {
    /** Counts this answer as a stream until it has ended or its client has gone. Throws a Problem where there are too many. */
    admitStream(): void;
  }
}

/** Lets answers be admitted, so many at a time. They are to be admitted before anything is opened for them. */
export function boundStreams(app: FastifyInstance, most: number): void {
  let open = 0;
  app.decorateReply('admitStream', function (this: FastifyReply) {
    if (open >= most) {
      this.header('retry-after', retryAfter);
      throw new Problem({
        code: 'overloaded',
        detail: 'the server sends as many downloads and whole lists at this moment as it can',
      });
    }
    open += 1;
    this.raw.once('close', () => {
      open -= 1;
    });
  });
}
