// Declares what a route answers, for the description of the API: the answer itself and every problem it may be.
import { z } from 'zod';
import { bare, type FormatBase, traitsOf } from '../formats/format.ts';
import { problemMediaType, problemSchema } from '../problems/problem.ts';

const problem = (description: string) => ({
  description,
  content: { [bare(problemMediaType)]: { schema: problemSchema } },
});

/** What all routes answer in the same way; the description holds each once, under this name. */
export const sharedAnswers = {
  '301': { name: 'Moved', description: 'The id was retired; `Location` is the URL with its successor.' },
  '304': { name: 'NotModified', description: 'The answer with the tag in `If-None-Match` is still current.' },
  '400': {
    name: 'BadRequest',
    ...problem(
      'A parameter is unknown or wrong. `param` names it, `hint` gives the nearest valid value, `allowed` all valid values.',
    ),
  },
  '404': { name: 'NotFound', ...problem('Nothing has this id. `hint` is the nearest one.') },
  '416': {
    name: 'RangeNotSatisfiable',
    ...problem('The file has none of the bytes in `Range`.'),
  },
  default: {
    name: 'Problem',
    ...problem(
      'Any other problem: 406 (`Accept` allows none of the media types), 414 and 431 (the URL or the header fields are too long), 429 (too many requests in a minute), 500 (the server failed; its log gives the reason under `requestId`), 503 (no data yet, or overloaded). With 429 and 503, `Retry-After` is the number of seconds to wait.',
    ),
  },
} as const;

export type SharedStatus = keyof typeof sharedAnswers;

/** What an answer may also be: `missing`: 404; `moved`: 301; `partial`: 206 and 416. */
interface Possible {
  missing?: boolean;
  moved?: boolean;
  partial?: boolean;
}

/** The answers of a route: the formats of its answer, JSON first, and what else it may say. */
export function answers(formats: readonly Described[], description: string, can: Possible = {}) {
  const content = formats.map((format) => {
    const { mediaType, schema = text } = format;
    return [bare(mediaType), { schema, 'x-format': traitsOf(format) }] as const;
  });
  const answer = { description, content: Object.fromEntries(content) };
  return {
    200: answer,
    ...(can.partial ? { 206: { ...answer, description: 'The part in `Range`.' } } : {}),
    ...(can.moved ? shared('301') : {}),
    ...shared('304'),
    ...shared('400'),
    ...(can.missing ? shared('404') : {}),
    ...(can.partial ? shared('416') : {}),
    ...shared('default'),
  };
}

function shared(status: SharedStatus) {
  const { name: _, ...answer } = sharedAnswers[status];
  return { [status]: answer };
}

/** A format with the shape of what is sent in it; plain text where there is none. */
interface Described extends FormatBase {
  schema?: z.ZodType;
}

const text = z.string();
