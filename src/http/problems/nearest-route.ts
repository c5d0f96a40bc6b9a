// Finds the route that was most likely meant by a path at which nothing is served.
import { collectionOf, type Kind } from '../../records/kinds.ts';
import { nearest } from '../../text/nearest.ts';
import { stepFor } from './synonyms.ts';

/** Longer paths are not compared. */
const maxPathLength = 200;

/** Steps before the path that other APIs have: `/api/v1/statements`. */
const prefix = /^(?:\/(?:api|rest|v\d+(?:\.\d+)*))+(?=\/)/i;

/**
 * The path of the nearest route, with the ids of the path that was asked for. `patterns` are the steps of all routes; one that
 * begins with a colon stands for any.
 */
export function nearestRoute(path: string, patterns: readonly (readonly string[])[]): string | undefined {
  if (path.length > maxPathLength) return undefined;
  const asked =
    path
      .replace(/\/{2,}/g, '/')
      .replace(prefix, '')
      .replace(/\/$/, '') || '/';
  const steps = asked.split('/').map((step, at) => (at === 1 ? collectionNamed(step) : step));
  const routes = patterns
    .filter(isPlain)
    .map((pattern) => pattern.map((step, at) => (step.startsWith(':') ? (steps[at] ?? '') : step)));
  const paths = routes.filter((route) => route.length === steps.length).map((route) => route.join('/'));
  return nearest(
    steps.join('/'),
    paths.filter((each) => each !== path),
  );
}

const isPlain = (pattern: readonly string[]): boolean => !pattern.some((step) => step.includes('*'));

/** A kind in the place of its collection is put right, and so are words of others: `/person/putin`, `/speakers/putin`. */
function collectionNamed(step: string): string {
  const word = step.toLowerCase();
  return word in collectionOf ? collectionOf[word as Kind] : (stepFor(word) ?? word);
}
