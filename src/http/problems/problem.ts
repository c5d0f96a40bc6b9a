// The one shape of every error: problem details (RFC 9457) with a stable code and a way out.
import { z } from 'zod';
import { type Candidate, candidateSchema } from './candidate.ts';
import { type ProblemCode, problemCodes } from './codes.ts';

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
      .meta({
        description: 'All faults, if there are several, up to twenty; the fields above describe the first.',
      }),
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

/** When a client may come back whose request was shed or met a passing fault, in seconds (`Retry-After`). */
export const retryAfterSeconds = 2;

/** The most faults of a request that are told: each may list all valid values, and a URL has room for a thousand. */
export const mostFaults = 20;

/** An error that is answered as problem details; several faults of one request are told together. */
export class Problem extends Error {
  override name = 'Problem';
  readonly faults: readonly [Fault, ...Fault[]];

  constructor(first: Fault, ...others: Fault[]) {
    super(first.detail);
    this.faults = [first, ...others.slice(0, mostFaults - 1)];
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
