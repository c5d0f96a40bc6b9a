// Answers 405 with `Allow` wherever something is served and asked for by another method than those that read.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathOf, wholePathOf } from '../request/target.ts';
import { nearestRoute } from './nearest-route.ts';
import { Problem } from './problem.ts';

const reading = ['GET', 'HEAD', 'OPTIONS'];

/** Tells of a request that no route takes what is wrong, and what its answer says of it. */
export type Refuse = (request: FastifyRequest, reply: FastifyReply) => Problem;

/**
 * Remembers the path of every route that is registered from here on. A route for each method on each path would say
 * the same: some two thousand of them, which take as long to register as all else together.
 */
export function refuseOtherMethods(app: FastifyInstance): Refuse {
  const patterns: string[][] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if ([method].flat().includes('GET')) patterns.push(url.split('/'));
  });
  /** For paths that the router took: what cannot be decoded it has refused. */
  const isServed = (url: string): boolean => {
    const steps = wholePathOf(url).split('/').map(decodeURIComponent);
    return patterns.some((pattern) => fits(pattern, steps));
  };
  return ({ method, url }, reply) => {
    if (reading.includes(method) || !isServed(url)) {
      const hint = nearestRoute(wholePathOf(url), patterns);
      return new Problem({ code: 'unknown-route', detail: `nothing is served at ${pathOf(url)}`, hint });
    }
    reply.header('allow', reading.join(', '));
    const detail = `${method} is not possible here; the API only reads`;
    return new Problem({ code: 'method-not-allowed', detail, allowed: reading });
  };
}

/** As the router has it: a step that begins with a colon is any but an empty one, and an asterisk is all that follows. */
function fits(pattern: readonly string[], steps: readonly string[]): boolean {
  const open = pattern.indexOf('*');
  const length = open < 0 ? steps.length : open;
  if (open < 0 ? pattern.length !== steps.length : steps.length <= open) return false;
  return pattern
    .slice(0, length)
    .every((step, at) => (step.startsWith(':') ? steps[at] !== '' : step === steps[at]));
}
