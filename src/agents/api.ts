// How tools ask the API: by its own routes, so that filters, limits and errors are those of every client.
import type { ProblemBody } from '../http/problems/problem.ts';

/** Query parameters; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** Gives the JSON of an answer with status 200. Throws a Refusal for every other. */
export type Api = (path: string, query?: Query) => Promise<unknown>;

/** An answer with another status, in one message for the agent: the fault, the nearest valid value, the valid ones. */
export class Refusal extends Error {}

/** One answer of the application, from wherever it came. */
export interface RawAnswer {
  statusCode: number;
  body: string;
}

/** The API behind a function that sends GET requests. */
export function apiOf(get: (url: string) => Promise<RawAnswer>): Api {
  return async (path, query = {}) => {
    const { statusCode, body } = await get(urlOf(path, query));
    const answer: unknown = JSON.parse(body);
    if (statusCode !== 200) throw refusalOf(answer as ProblemBody);
    return answer;
  };
}

function urlOf(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** The tool that finds ids of a collection. */
const finders: Record<string, string> = { statements: 'search_statements' };

/** How an agent gets an id that there is. */
function wayToId({ code, detail }: ProblemBody): string | false {
  const [, collection = ''] = /^\/(\w+) holds no/.exec(detail) ?? [];
  return code === 'unknown-id' && `Find ids with ${finders[collection] ?? 'resolve_name'}.`;
}

/**
 * Each fault of a problem in one line: the detail, the nearest valid value, the valid ones, what an ambiguous one can mean, and
 * the tool that finds ids.
 */
function refusalOf(problem: ProblemBody): Refusal {
  const faults = problem.errors ?? [problem];
  const lines = faults.map(({ detail, hint, allowed, candidates }) =>
    [
      `${detail}.`,
      hint && `Nearest: ${hint}.`,
      allowed && `Valid: ${allowed.join(', ')}.`,
      candidates && `Candidates: ${JSON.stringify(candidates)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  );
  return new Refusal([...lines, wayToId(problem)].filter(Boolean).join('\n'));
}
