// Gives each operation a real answer as its example, for Swagger UI: what the server answers to the operation's own example.
import type { FastifyInstance } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import { type Answer, operationsOf } from './document.ts';
import { triedOperations } from './example-urls.ts';
import { fitForForms } from './form-parameters.ts';

/** Longer answers take Swagger UI long to show, in bytes. */
const longestExample = 20_000;

const made = new WeakMap<object, Promise<OpenAPIV3_1.Document>>();

/** The description with answers from the dataset as it is; made once for each dataset. `host` stands in whole URLs. */
export function withAnswers(
  app: FastifyInstance,
  document: OpenAPIV3_1.Document,
  host: string,
): Promise<OpenAPIV3_1.Document> {
  const dataset = app.dataset();
  if (dataset === null) return Promise.resolve(document);
  const known = made.get(dataset) ?? answered(app, document, host);
  made.set(dataset, known);
  return known;
}

async function answered(
  app: FastifyInstance,
  document: OpenAPIV3_1.Document,
  host: string,
): Promise<OpenAPIV3_1.Document> {
  const copy = structuredClone(document);
  const examples = new Map(triedOperations(copy).map(({ path, example }) => [path, example]));
  fitForForms(copy);
  for (const [path, { parameters = [], responses }] of operationsOf(copy)) {
    const json = (responses['200'] as Answer).content?.['application/json'];
    if (!json) continue; // other formats share their answers
    const isList = parameters.some((each) => '$ref' in each && each.$ref.endsWith('/Limit'));
    const url = String(examples.get(path));
    const short = isList ? `${url}${url.includes('?') ? '&' : '?'}limit=1` : url;
    const { statusCode, body } = await app.inject({
      url: short,
      headers: { host, accept: 'application/json' },
    });
    if (statusCode >= 500) made.delete(app.dataset() ?? app); // the server is busy: the next reader gets them
    if (statusCode === 200 && body.length <= longestExample) json.example = JSON.parse(body);
  }
  return copy;
}
