// Takes arrays as clients write them: `speaker[]=a`, `speaker[0]=a` and `speaker=a` are one parameter, and a comma separates words.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

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

/**
 * A parameter that lists words of the API, such as `fields`: `a,b`, `name=a&name=b` and `name[]=a&name[]=b` are the one text `a,b`, also with
 * Arabic commas and white space beside them. The text has at most `maxLength` UTF-16 units.
 */
export const commaList = (maxLength: number) => z.preprocess(joined, z.string().max(maxLength));

const joined = (given: unknown): unknown => {
  if (typeof given === 'string')
    return given
      .split(/[,،]/)
      .map((word) => word.trim())
      .join();
  return Array.isArray(given) ? given.map(joined).join(',') : given;
};

/** The words of such a text. */
export const wordsIn = (list: string): string[] => list.split(',');
