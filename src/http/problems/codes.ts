// The error codes, each with its status, title and way out. Part of the contract: codes are never renamed.

export const problemCodes = {
  'unknown-parameter': {
    status: 400,
    title: 'Unknown parameter',
    wayOut: 'Leave it out, or use one of `allowed`; `hint` names the nearest.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'Invalid parameter',
    wayOut: 'Correct the value as `detail` says.',
  },
  'unknown-value': {
    status: 400,
    title: 'Unknown value',
    wayOut:
      'Use an id, a Wikidata id or a known name; `hint` is the nearest; `allowed`, or the list of that kind, has all.',
  },
  'ambiguous-value': {
    status: 400,
    title: 'Ambiguous value',
    wayOut: 'Use one of the values in `allowed`; `candidates` tells them apart.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'Invalid cursor',
    wayOut: 'Begin again without `cursor`, and follow `page.next` as it is.',
  },
  'cursor-mismatch': {
    status: 400,
    title: 'Cursor of another list',
    wayOut: 'A cursor is valid only with the same filters and sort: begin again without it.',
  },
  'malformed-request': {
    status: 400,
    title: 'Malformed request',
    wayOut: 'Send a well-formed HTTP request; in its URL, percent-encode everything beyond plain ASCII.',
  },
  'unknown-id': {
    status: 404,
    title: 'Unknown id',
    wayOut: 'Look the id up in the list of its kind; `hint` names the nearest.',
  },
  'unknown-route': {
    status: 404,
    title: 'Unknown route',
    wayOut: 'See `/` for the routes.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    wayOut: 'The API only reads: use one of the methods in `allowed`.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not acceptable',
    wayOut: 'Ask for one of the media types in `allowed`, or for any.',
  },
  'request-timeout': {
    status: 408,
    title: 'Request timeout',
    wayOut: 'Send the whole request without long pauses.',
  },
  'uri-too-long': {
    status: 414,
    title: 'URL too long',
    wayOut: 'Ask for fewer values at a time.',
  },
  'range-not-satisfiable': {
    status: 416,
    title: 'Range not satisfiable',
    wayOut: 'Ask for bytes that the file has: `Content-Range` gives their number.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    wayOut:
      'Try again after the seconds that `Retry-After` names. `RateLimit-Remaining` in each answer is the number of requests left.',
  },
  'header-too-large': {
    status: 431,
    title: 'Header fields too large',
    wayOut: 'Send a shorter URL, or fewer and shorter header fields.',
  },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    wayOut: 'Try again; if the error remains, report it with the `requestId`.',
  },
  overloaded: {
    status: 503,
    title: 'Overloaded',
    wayOut: 'Try again after the seconds that `Retry-After` names.',
  },
  'not-ready': {
    status: 503,
    title: 'Not ready',
    wayOut: 'Try again later; the log of the server has the reason.',
  },
} as const;

export type ProblemCode = keyof typeof problemCodes;
