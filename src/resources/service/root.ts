// GET /: an index of the routes for a program; a browser gets the home page.
import type { FastifyInstance } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import { z } from 'zod';
import { type Context, originOf } from '../../http/context.ts';
import { chooseFormat } from '../../http/formats/format.ts';
import { jsonItem, jsonMediaType } from '../../http/formats/json.ts';
import { inProfile } from '../../http/openapi/profiles.ts';
import { answers } from '../../http/openapi/responses.ts';
import { questionOf } from '../../http/request/canonical-url.ts';
import { linkFeeds } from '../../http/response/links.ts';
import { release } from '../../project.ts';
import { listFormats as statementFormats } from '../statements/formats.ts';

const index = z
  .object({
    name: z.string().meta({ description: 'Name of the service.', examples: ['Summit Record'] }),
    release: z.string().meta({ description: 'Release of the service.', examples: ['1.0.0'] }),
    documentation: z.string().meta({ description: 'Where to try it.', examples: ['/docs'] }),
    description: z
      .string()
      .meta({ description: 'Where it is described for programs.', examples: ['/openapi.json'] }),
    routes: z
      .array(
        z.object({
          path: z.string().meta({ description: 'Path, with `{id}` for an id.', examples: ['/statements'] }),
          summary: z.string().meta({ description: 'What it does.', examples: ['List statements'] }),
        }),
      )
      .meta({ description: 'What can be asked.' }),
  })
  .meta({ id: 'Root', description: 'The routes of the API.' });

const json = jsonItem(index);

export function rootRoute(app: FastifyInstance, context: Context): void {
  const schema = {
    tags: ['Service'],
    operationId: 'getRoot',
    summary: 'List the routes',
    description: 'Answers a program with an index of the routes, and a browser with the home page.',
    querystring: z.strictObject({}),
    response: answers([json], 'The index.'),
  };
  app.get('/', { schema }, (request, reply) => {
    reply.headers({ vary: 'Accept', 'cache-control': 'public, max-age=300' });
    linkFeeds(reply, originOf(context, request), questionOf('/statements', [], {}), statementFormats);
    chooseFormat(request, [json], undefined);
    reply.type(jsonMediaType).send(JSON.stringify(indexOf(app)));
  });
}

/** What is used of the description: every route has a GET. */
type Paths = Record<string, { get: { summary: string } }>;

function indexOf(app: FastifyInstance) {
  const paths = Object.entries(inProfile(app.swagger() as OpenAPIV3_1.Document, 'json').paths as Paths);
  return {
    name: 'Summit Record',
    release,
    documentation: '/docs',
    description: '/openapi.json',
    routes: paths.map(([path, item]) => ({ path, summary: item.get.summary })),
  };
}
