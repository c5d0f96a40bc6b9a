// Bounds the answers that are streamed at a time: each takes memory for as long as its client pleases.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem, retryAfterSeconds } from '../problems/problem.ts';
import type { Limits } from '../request/limits.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Waits until this answer may be streamed. Rejects with a Problem where too many others are for too long. */
    admitStream(): Promise<void>;
  }
}

/** Bounds the answers of the application. They are to be admitted before anything is opened for them. */
export function boundStreams(
  app: FastifyInstance,
  { maxStreams, streamPatience }: Pick<Limits, 'maxStreams' | 'streamPatience'>,
): void {
  let open = 0;
  /** In the order of arrival. */
  const waiting = new Set<() => void>();

  function leave(): void {
    const [next] = waiting;
    if (next) next();
    else open -= 1;
  }

  /** Resolves where another answer left its place to this one. */
  const turn = (reply: FastifyReply): Promise<void> =>
    new Promise((resolve, reject) => {
      const take = (): void => {
        waiting.delete(take);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(take);
        reply.header('retry-after', retryAfterSeconds);
        reject(new Problem({ code: 'overloaded', detail: tooMany }));
      }, streamPatience);
      waiting.add(take);
    });

  app.decorateReply('admitStream', async function (this: FastifyReply) {
    if (open < maxStreams) open += 1;
    else await turn(this);
    if (this.raw.destroyed) leave();
    else this.raw.once('close', leave);
  });
}

const tooMany = 'the server sends as many downloads and whole lists at this moment as it can';
