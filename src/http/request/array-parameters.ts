// Takes arrays as clients write them: `speaker[]=a`, `speaker[0]=a` and `speaker=a` are one parameter.
import type { FastifyInstance } from 'fastify';

/** The name of a parameter without the brackets of an array. */
export const plainName = (name: string): string => name.replace(/\[\d{0,3}\]$/, '');

/** Merges the brackets away before anything else reads the query. */
export function mergeArrays(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (/\[|%5B/i.test(request.url)) request.query = merged(request.query as Record<string, unknown>);
    done();
  });
}

function merged(query: Record<string, unknown>): Record<string, unknown> {
  const values = new Map<string, unknown[]>();
  for (const [name, value] of Object.entries(query)) {
    const plain = plainName(name);
    values.set(plain, [...(values.get(plain) ?? []), ...[value].flat()]);
  }
  return Object.fromEntries(
    [...values].map(([name, [first, ...others]]) => [name, others.length === 0 ? first : [first, ...others]]),
  );
}
