// The one shape of every error: problem details (RFC 9457) with a stable code and a way out.
import { z } from 'zod';
import { type Candidate, candidateSchema } from './candidate.ts';

/** Every error code, with its status, title and way out. Part of the contract: codes are never renamed. */
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
    wayOut: 'Send fewer and shorter header fields.',
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

const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]];

/** What says which parameter is at fault, and what would be right. */
const fault = {
  param: z
    .string()
    .optional()
    .meta({ description: 'The parameter at fault.', examples: ['speaker'] }),
  hint: z
    .string()
    .optional()
    .meta({ description: 'The nearest valid value.', examples: ['putin'] }),
  allowed: z.array(z.string()).optional().meta({ description: 'The valid values, if they can be listed.' }),
  candidates: z
    .array(candidateSchema)
    .optional()
    .meta({ description: 'The records that an ambiguous value can mean.' }),
};

const code = z.enum(codes).meta({ description: 'Stable code of the cause.', examples: ['unknown-value'] });
const detail = z.string().meta({
  description: 'The fault, as a text for people.',
  examples: ["no person or organization is called 'puttin'"],
});

/** Problem details, RFC 9457. */
export const problemSchema = z
  .object({
    type: z
      .string()
      .meta({ description: 'Path of a page about this code.', examples: ['/problems/unknown-value'] }),
    title: z.string().meta({ description: 'The meaning of the code.', examples: ['Unknown value'] }),
    status: z.int().meta({ description: 'The HTTP status.', examples: [400] }),
    detail,
    code,
    requestId: z.string().meta({
      description: 'Id of the request, as in the `X-Request-Id` header and in the server log.',
      examples: ['b8f5d1c6-6a0e-4d0e-9d57-3f5b3f0a7c11'],
    }),
    ...fault,
    errors: z
      .array(z.object({ code, detail, ...fault }))
      .optional()
      .meta({ description: 'All faults, if there are several; the fields above describe the first.' }),
  })
  .meta({ id: 'Problem', description: 'An error with its remedy (RFC 9457).' });

export type ProblemBody = z.output<typeof problemSchema>;

export const problemMediaType = 'application/problem+json; charset=utf-8';

/** One fault: its code, what is wrong, and where a parameter is at fault, which and what would be right. */
export interface Fault {
  code: ProblemCode;
  detail: string;
  param?: string | undefined;
  hint?: string | undefined;
  allowed?: string[] | undefined;
  candidates?: Candidate[] | undefined;
}

/** An error that is answered as problem details; several faults of one request are told together. */
export class Problem extends Error {
  override name = 'Problem';
  readonly faults: readonly [Fault, ...Fault[]];

  constructor(...faults: [Fault, ...Fault[]]) {
    super(faults[0].detail);
    this.faults = faults;
  }

  get status(): number {
    return problemCodes[this.faults[0].code].status;
  }

  body(requestId: string): ProblemBody {
    const [first, ...others] = this.faults.map(inOrder) as [Fault, ...Fault[]];
    const { status, title } = problemCodes[first.code];
    const errors = others.length > 0 ? { errors: [first, ...others] } : {};
    return { type: `/problems/${first.code}`, title, status, ...first, requestId, ...errors };
  }
}

/** The way out stands before the long lists. */
const inOrder = ({ code, detail, param, hint, allowed, candidates }: Fault): Fault => ({
  ...{ code, detail, param, hint, allowed, candidates },
});
