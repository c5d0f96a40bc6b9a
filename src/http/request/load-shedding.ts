// Rejects requests while the event loop is late, so that those that are accepted do not wait long.
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route answers under load, too: operators need it, or its bytes are at hand and cost no more than a rejection. */
    isNeverShed?: true;
  }
}

/** Bounds in milliseconds. */
export interface LoadLimits {
  /** How late the event loop may be on average before requests are rejected; 0 for any delay. */
  maxEventLoopDelay: number;
  /** How often the delay is measured. */
  sampleInterval: number;
}

const defaults: LoadLimits = { maxEventLoopDelay: 250, sampleInterval: 500 };

/** Samples after the server begins to listen that do not count: they measure its start. */
const ignoredSamples = 4;

/** Clients are told different waits, in seconds, so that they do not return together. */
const retryAfterSeconds = [1, 2, 3];

/** Applies to all routes but those that say otherwise. To be called after `cacheResponses`: a cached response costs no more than a rejection. */
export async function shedLoad(app: FastifyInstance, limits: Partial<LoadLimits> = {}): Promise<void> {
  const options = { ...defaults, ...limits };
  let begin = 0;
  let rejected = 0;
  app.addHook('onListen', async () => {
    begin = performance.now() + ignoredSamples * options.sampleInterval;
  });
  await app.register(underPressure, {
    ...options,
    pressureHandler: async (request, reply) => {
      if (performance.now() < begin || request.routeOptions.config?.isNeverShed) return;
      rejected += 1;
      reply.header('retry-after', retryAfterSeconds[rejected % retryAfterSeconds.length]);
      throw new Problem({
        code: 'overloaded',
        detail: 'the server has more requests at this moment than it can answer',
      });
    },
  });
}
