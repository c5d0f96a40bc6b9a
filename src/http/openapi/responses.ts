// Declares what a route answers, for the description of the API: the answer itself and every problem it may be.
import { z } from 'zod';
import { bare } from '../formats/format.ts';
import { problemMediaType, problemSchema } from '../problems/problem.ts';

const problem = (description: string) => ({
  description,
  content: { [bare(problemMediaType)]: { schema: problemSchema } },
});

/**
 * The formats of an answer; `missing`: it can be 404; `moved`: 301; `partial`: 206 and 416; `long`: 414, also where nothing
 * can be missing; `always`: never 429.
 */
export function answers(
  formats: readonly Described[],
  description: string,
  can: { missing?: boolean; moved?: boolean; partial?: boolean; long?: boolean; always?: boolean } = {},
) {
  const content = formats.map(({ mediaType, schema = text }) => [bare(mediaType), { schema }] as const);
  const answer = { description, content: Object.fromEntries(content) };
  return {
    200: answer,
    ...(can.partial ? { 206: { ...answer, description: 'The part that `Range` asks for.' } } : {}),
    ...(can.moved
      ? { 301: { description: 'The id was retired; `Location` leads to the one that took its place.' } }
      : {}),
    304: { description: 'Nothing has changed since the answer that `If-None-Match` names.' },
    400: problem('A parameter is unknown or wrong; `param`, `allowed` and `hint` tell the way out.'),
    ...(can.missing ? { 404: problem('There is nothing with this id; `hint` names the nearest.') } : {}),
    406: problem('The Accept header allows none of the media types that there are.'),
    ...(can.missing || can.long ? { 414: problem('The path holds a longer name than there is.') } : {}),
    ...(can.partial ? { 416: problem('The file has none of the bytes that `Range` asks for.') } : {}),
    ...(can.always
      ? {}
      : { 429: problem('More requests than a client may send in a minute; see `RateLimit-Limit`.') }),
    431: problem('The URL and the header fields are together longer than the server reads.'),
    500: problem('The server failed; `requestId` finds the reason in its log.'),
    503: problem(
      can.always
        ? 'The server has no data to answer from yet.'
        : 'The server has no data to answer from yet, or more to answer than it can; then `Retry-After` says when to try again.',
    ),
  };
}

/** A media type with the shape of what is sent in it; plain text where there is none. */
interface Described {
  mediaType: string;
  schema?: z.ZodType;
}

const text = z.string();
