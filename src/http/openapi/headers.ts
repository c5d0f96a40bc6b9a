// The headers of answers, as the description declares them.
import type { OpenAPIV3_1 } from 'openapi-types';

/** Every header by its name. */
export const headers: Record<string, OpenAPIV3_1.HeaderObject> = {
  'X-Request-Id': { description: 'Id of the request, for the server log.', schema: { type: 'string' } },
  ETag: { description: 'Strong validator: equal tags mean equal bytes.', schema: { type: 'string' } },
  Link: {
    description: '`rel="next"` leads to the next page of a list, `rel="alternate"` to its feeds.',
    schema: { type: 'string' },
  },
  Location: {
    description: 'The same URL with the id that is valid now.',
    schema: { type: 'string' },
    example: '/people/putin',
  },
  'RateLimit-Limit': {
    description: 'Number of requests that a client may send in a minute.',
    schema: { type: 'integer' },
    example: 6000,
  },
  'RateLimit-Remaining': {
    description: 'Number of requests that are left in this minute.',
    schema: { type: 'integer' },
    example: 5999,
  },
  'RateLimit-Reset': {
    description: 'Seconds until the full number is available again.',
    schema: { type: 'integer' },
    example: 60,
  },
  'Retry-After': { description: 'Seconds to wait before the next try.', schema: { type: 'integer' } },
  'Accept-Ranges': { description: '`bytes`: requests may have a `Range`.', schema: { type: 'string' } },
  'Content-Disposition': {
    description: 'A name for the file, with the version of the dataset.',
    schema: { type: 'string' },
  },
  'Content-Range': {
    description: 'The position of these bytes in the file, and the size of the file.',
    schema: { type: 'string' },
  },
};

const ofProblems = ['X-Request-Id'];

/** The headers of each answer that is described once for all operations. */
const ofShared: Record<string, readonly string[]> = {
  '301': ['X-Request-Id', 'Location'],
  '304': ['ETag'],
  '416': [...ofProblems, 'Content-Range'],
  default: [...ofProblems, 'Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
};

const ofFiles = ['ETag', 'Accept-Ranges', 'Content-Disposition'];

const ofKinds = {
  list: ['ETag', 'Link'],
  file: ofFiles,
  part: [...ofFiles, 'Content-Range'],
  item: ['ETag'],
};

export type AnswerKind = keyof typeof ofKinds;

type References = Record<string, OpenAPIV3_1.ReferenceObject>;

/** References to the headers of an answer of this kind. */
export const headersOf = (kind: AnswerKind): References => references(ofKinds[kind]);

/** References to the headers of an answer that all operations have in common. */
export const headersOfShared = (status: string): References => references(ofShared[status] ?? ofProblems);

const references = (names: readonly string[]): References =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
