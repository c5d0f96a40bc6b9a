// GET /: an index of the API for a program, which leads to everything by example; a browser gets the home page.
import type { FastifyInstance } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import { z } from 'zod';
import type { Context } from '../../http/context.ts';
import { chooseFormat } from '../../http/formats/choose.ts';
import { jsonItem, jsonMediaType } from '../../http/formats/json.ts';
import { triedOperations } from '../../http/openapi/example-urls.ts';
import { inProfile } from '../../http/openapi/profiles.ts';
import { answers } from '../../http/openapi/responses.ts';
import { questionOf } from '../../http/request/canonical-url.ts';
import { originOf } from '../../http/request/origin.ts';
import { linkFeeds } from '../../http/response/links.ts';
import { release } from '../../project.ts';
import { formats as statementFormats } from '../statements/formats.ts';

const link = (description: string, example: string) => z.string().meta({ description, examples: [example] });

const index = z
  .object({
    name: z.string().meta({ description: 'Name of the service.', examples: ['Summit Record'] }),
    release: z.string().meta({ description: 'Release of the service.', examples: ['1.0.0'] }),
    documentation: link('Swagger UI.', '/docs'),
    description: link('The description of the API as JSON (OpenAPI 3.1).', '/openapi.json'),
    shortDescription: link('The description in less than 40 KB.', '/openapi.json?profile=small'),
    guide: link('A guide for agents, with requests to try.', '/llms.txt'),
    routes: z
      .array(
        z.object({
          path: link('Path, with `{id}` for an id.', '/statements'),
          summary: z.string().meta({ description: 'What it does.', examples: ['List statements'] }),
          example: link('A request that works when tried.', '/statements?speaker=putin'),
        }),
      )
      .meta({ description: 'The routes with examples.' }),
  })
  .meta({ id: 'Root', description: 'The routes of the API.' });

type Root = z.output<typeof index>;

const json = jsonItem(index);

export function rootRoute(app: FastifyInstance, context: Context): void {
  const schema = {
    tags: ['Service'],
    operationId: 'getRoot',
    summary: 'List the routes',
    description: 'Programs get an index of the routes, browsers the home page.',
    querystring: z.strictObject({}),
    response: answers([json], 'The index.'),
  };
  app.get('/', { schema }, (request, reply) => {
    reply.headers({ vary: 'Accept', 'cache-control': 'public, max-age=300' });
    linkFeeds(reply, originOf(context, request), questionOf('/statements', [], {}), statementFormats.list);
    chooseFormat(request, [json], undefined);
    reply.type(jsonMediaType).send(JSON.stringify(indexOf(app)));
  });
}

function indexOf(app: FastifyInstance): Root {
  const described = inProfile(app.swagger() as OpenAPIV3_1.Document, 'json');
  return {
    name: 'Summit Record',
    release,
    documentation: '/docs',
    description: '/openapi.json',
    shortDescription: '/openapi.json?profile=small',
    guide: '/llms.txt',
    routes: triedOperations(described).map(({ path, summary, example }) => ({ path, summary, example })),
  };
}
