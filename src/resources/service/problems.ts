// GET /problems and /problems/{code}: what each error code means and how to get out of it; `type` of every error leads here.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { chooseFormat } from '../../http/formats/choose.ts';
import { jsonItem, jsonMediaType } from '../../http/formats/json.ts';
import { answers } from '../../http/openapi/responses.ts';
import { type ProblemCode, problemCodes } from '../../http/problems/codes.ts';
import { Problem } from '../../http/problems/problem.ts';

const page = z
  .object({
    code: z.string().meta({ description: 'The code.', examples: ['unknown-value'] }),
    status: z.int().meta({ description: 'The HTTP status that it comes with.', examples: [400] }),
    title: z.string().meta({ description: 'Its meaning.', examples: ['Unknown value'] }),
    wayOut: z.string().meta({ description: 'The remedy.', examples: [problemCodes['unknown-value'].wayOut] }),
  })
  .meta({ id: 'ProblemCode', description: 'The meaning of an error code, and its remedy.' });

const pages = Object.entries(problemCodes).map(([code, { status, title, wayOut }]) => ({
  code,
  status,
  title,
  wayOut,
}));

const list = z
  .object({ data: z.array(page).meta({ description: 'All codes.' }) })
  .meta({ id: 'ProblemCodeList', description: 'All error codes.' });

const listJson = jsonItem(list);
const pageJson = jsonItem(page);

const headers = { 'content-type': jsonMediaType, 'cache-control': 'public, max-age=3600', vary: 'accept' };

export function problemRoutes(app: FastifyInstance): void {
  const shared = { tags: ['Service'], querystring: z.strictObject({}) };
  const listSchema = {
    ...shared,
    operationId: 'listProblemCodes',
    summary: 'List the error codes',
    description: 'All error codes, each with a remedy.',
    response: answers([listJson], 'All codes.'),
  };
  const params = z.object({
    code: z.string().meta({ description: 'The code.', examples: ['unknown-value'] }),
  });
  const itemSchema = {
    ...shared,
    params,
    operationId: 'getProblemCode',
    summary: 'Explain an error code',
    description: 'The meaning of one error code. The `type` of an error is the path of this page.',
    response: answers([pageJson], 'The code.', { missing: true }),
  };
  app.get('/problems', { schema: listSchema }, async (request, reply) => {
    chooseFormat(request, [listJson], undefined);
    reply.headers(headers);
    return JSON.stringify({ data: pages });
  });
  app.get('/problems/:code', { schema: itemSchema }, async (request, reply) => {
    chooseFormat(request, [pageJson], undefined);
    const { code } = request.params as { code: ProblemCode };
    const found = pages.find((each) => each.code === code);
    if (!found)
      throw new Problem({
        code: 'unknown-id',
        detail: `there is no error code '${String(code).slice(0, 100)}'`,
      });
    reply.headers(headers);
    return JSON.stringify(found);
  });
}
