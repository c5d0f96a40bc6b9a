// The answers that all operations have in common, as `components.responses`: each with its headers and an example.
import type { OpenAPIV3_1 } from 'openapi-types';
import { bare } from '../formats/format.ts';
import { type Fault, Problem, problemMediaType } from '../problems/problem.ts';
import { headersOfShared } from './headers.ts';
import { type SharedStatus, sharedAnswers } from './responses.ts';

/** What goes wrong in the example of each status. */
const faults: Partial<Record<SharedStatus, Fault>> = {
  '400': {
    code: 'unknown-value',
    detail: "no person or organization is called 'puttin'",
    param: 'speaker',
    hint: 'putin',
  },
  '404': { code: 'unknown-id', detail: "/people holds no 'putn'", param: 'id', hint: 'putin' },
  '416': {
    code: 'range-not-satisfiable',
    detail: "the file has 1048576 bytes, and 'Range' asks for none of them",
  },
  default: { code: 'too-many-requests', detail: 'more than 6000 requests in a minute' },
};

/** By name. */
export const sharedResponses = (): Record<string, OpenAPIV3_1.ResponseObject> =>
  Object.fromEntries(
    Object.entries(sharedAnswers).map(([status, { name, description }]) => {
      const fault = faults[status as SharedStatus];
      const content = fault && { content: { [bare(problemMediaType)]: problemContent(fault) } };
      return [name, { description, headers: headersOfShared(status), ...content }];
    }),
  );

const problemContent = (fault: Fault): OpenAPIV3_1.MediaTypeObject => ({
  schema: { $ref: '#/components/schemas/Problem' },
  example: new Problem(fault).body('b8f5d1c6-6a0e-4d0e-9d57-3f5b3f0a7c11'),
});
