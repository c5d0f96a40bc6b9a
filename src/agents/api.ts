// How tools ask the API: by its own routes, so that filters, limits and errors are those of every client.
import type { ProblemBody } from '../http/problems/problem.ts';

/** Query parameters; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

export interface Api {
  /** Gives the JSON of an answer with status 200. Throws a Refusal for every other. */
  get(path: string, query?: Query): Promise<unknown>;
  /** The whole address of a path, for citations; the path itself where the API has no address, as over standard input. */
  linkTo(path: string): string;
}

/** An answer with another status, in one message for the agent: the fault, the nearest valid value, the valid ones. */
export class Refusal extends Error {}

/** One answer of the application, from wherever it came. */
export interface RawAnswer {
  statusCode: number;
  body: string;
  /** `location` leads on from an id that was retired. */
  headers: { location?: string | undefined };
}

/** The API behind a function that sends GET requests; `origin` is what stands before its paths, or nothing. */
export const apiOf = (send: (url: string) => Promise<RawAnswer>, origin: string): Api => ({
  async get(path, query = {}) {
    const first = await send(urlOf(path, query));
    const { location } = first.headers;
    const { statusCode, body } = location === undefined ? first : await send(location);
    const answer: unknown = JSON.parse(body);
    if (statusCode !== 200) throw refusalOf(answer as ProblemBody);
    return answer;
  },
  linkTo: (path) => origin + path,
});

function urlOf(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** An id as a step of a path. A dot would begin the name of a format. */
export const stepOf = (id: string): string => encodeURIComponent(id.toWellFormed()).replaceAll('.', '%2E');

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
