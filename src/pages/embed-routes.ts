// A quotation to embed: the page that other pages frame, and oEmbed, which tells programs how to frame it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Context, type Data, readData } from '../http/context.ts';
import { jsonItem, jsonMediaType } from '../http/formats/json.ts';
import { documentOf, idParameter } from '../http/lists/item.ts';
import { answers } from '../http/openapi/responses.ts';
import { Problem } from '../http/problems/problem.ts';
import { languageOf, languageParameter } from '../http/request/languages.ts';
import { originOf } from '../http/request/origin.ts';
import { pageLanguageOf } from '../http/request/reader.ts';
import type { Answer } from '../http/response/answer.ts';
import { basePathOf, belowBase } from '../http/response/base-path.ts';
import { setValidators } from '../http/response/validators.ts';
import { textIn } from '../records/texts.ts';
import type { Passage } from '../resources/renditions/schema.ts';
import type { Rendition, Statement } from '../resources/statements/schema.ts';
import { embedDocument } from './embed.tsx';
import { embedCode, embedPath, frameSizeOf } from './embed-code.ts';
import { indexOfFullest } from './statement-card.tsx';
import { viewOf } from './view.ts';

const mediaType = 'text/html; charset=utf-8';

/** Every page may frame this one; it loads its style sheet and nothing else. */
const framedPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

const lang = languageParameter.lang.meta({
  description: 'Language of the words around the quotation, as far as they are recorded in it.',
  examples: ['en'],
});

const size = (description: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'expected a whole number')
    .transform(Number)
    .optional()
    .meta({ description, examples: ['600'] });

const oembed = z
  .object({
    version: z.literal('1.0').meta({ description: 'Version of oEmbed.', examples: ['1.0'] }),
    type: z.literal('rich').meta({ description: 'HTML to put into a page.', examples: ['rich'] }),
    title: z.string().meta({
      description: 'Who said what.',
      examples: ['Vladimir Putin: He and Trump have set up very good direct contacts.'],
    }),
    provider_name: z.string().meta({ description: 'Name of the service.', examples: ['Summit Record'] }),
    provider_url: z.string().meta({ description: 'Its address.', examples: ['http://localhost:3000/'] }),
    html: z.string().meta({
      description: 'An `iframe` with the quotation.',
      examples: [
        '<iframe src="http://localhost:3000/statements/putin-good-direct-contacts/embed?lang=en"></iframe>',
      ],
    }),
    width: z.int().meta({ description: 'Width in CSS pixels.', examples: [600] }),
    height: z.int().meta({ description: 'Height in CSS pixels.', examples: [191] }),
  })
  .meta({ id: 'OEmbed', description: 'How to embed a quotation (https://oembed.com).' });

const json = jsonItem(oembed);

export function embedRoutes(app: FastifyInstance, context: Context): void {
  const embedSchema = {
    hide: true,
    params: idParameter('putin-good-direct-contacts'),
    querystring: z.strictObject({ rendition: z.string().max(100).optional(), lang }),
  };
  app.get('/statements/:id/embed', { schema: embedSchema }, async (request, reply) =>
    readData(context, (data) => answerEmbed(context, data, request, reply)),
  );
  const oembedSchema = {
    tags: ['Statements'],
    operationId: 'getEmbedding',
    summary: 'Embed a quotation',
    description:
      'oEmbed: HTML that shows a statement in another page, in the language of `lang`, here or in the URL. It quotes the rendition in the fragment of the URL; without a fragment, the rendition with the longest quotation.',
    querystring: z.strictObject({
      url: z
        .string()
        .max(2_000)
        .meta({
          description: 'Address of a statement or of a rendition.',
          examples: ['http://localhost:3000/statements/putin-good-direct-contacts'],
        }),
      format: z.enum(['json']).optional().meta({ description: 'The format: JSON alone.' }),
      maxwidth: size('Largest width, in CSS pixels.'),
      maxheight: size('Largest height, in CSS pixels.'),
      lang,
    }),
    response: answers([json], 'How to embed it.', { missing: true }),
  };
  app.get('/oembed', { schema: oembedSchema }, async (request, reply) =>
    readData(context, (data) => answerOembed(context, data, request, reply)),
  );
}

async function statementOf(data: Data, id: string): Promise<Statement> {
  return JSON.parse(String(await documentOf(data, 'statements', [], id)));
}

function renditionOf({ id, renditions }: Statement, asked: string | null | undefined): Rendition {
  const found = asked ? renditions.find((each) => each.id === asked) : renditions[indexOfFullest(renditions)];
  if (found) return found;
  throw new Problem({
    code: 'unknown-value',
    detail: `the statement '${id}' has no rendition '${String(asked).slice(0, 100)}'`,
    param: 'rendition',
    allowed: renditions.map((each) => each.id),
  });
}

async function answerEmbed(
  context: Context,
  data: Data,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  const { id } = request.params as { id: string };
  const { rendition: asked, lang } = request.query as { rendition?: string; lang?: string };
  const statement = await statementOf(data, id);
  const rendition = renditionOf(statement, asked);
  const { languages, url, headers } = request;
  const chosen = languageOf(lang);
  const language = pageLanguageOf(chosen ?? headers['accept-language'] ?? '');
  const vary = chosen ? '' : ', accept-language';
  request.page = { mediaType, key: `${mediaType} ${language} ${languages}`, vary };
  if (setValidators(context, data, request, reply, mediaType)) return reply.code(304).send();
  reply.header('content-security-policy', framedPolicy).removeHeader('x-frame-options');
  const view = viewOf({ language, chosen }, languages, url, originOf(context, request), null);
  return Buffer.from(embedDocument(view, statement, rendition));
}

/** The path of a statement or a rendition. */
const embeddable = /^\/(statements|renditions)\/([a-z0-9-]{1,100})$/;

async function answerOembed(
  context: Context,
  data: Data,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  const query = request.query as {
    url: string;
    maxwidth?: number;
    maxheight?: number;
    lang?: string;
  };
  const origin = originOf(context, request);
  const { pathname, hash, searchParams } = addressOf(query.url, origin);
  const [, kind, id = ''] = embeddable.exec(belowBase(pathname, basePathOf(context.config.PUBLIC_URL))) ?? [];
  if (kind === undefined) {
    const detail = 'url: expected the address of a statement or of a rendition';
    throw new Problem({ code: 'unknown-id', detail, param: 'url' });
  }
  const passage = kind === 'renditions' ? await passageOf(data, id) : null;
  const statement = await statementOf(data, passage?.statement.id ?? id);
  const rendition = renditionOf(statement, passage?.id ?? hash.slice(1));
  const chosen = languageOf(query.lang ?? searchParams.get('lang'));
  const wanted = chosen === null ? [] : [chosen];
  if (setValidators(context, data, request, reply, jsonMediaType)) return reply.code(304).send();
  const speakers = statement.speakers.map(({ name }) => textIn(name, wanted).text).join(', ');
  const title = `${speakers}: ${textIn(statement.gist, wanted).text}`;
  const size = frameSizeOf(rendition);
  const width = Math.min(size.width, query.maxwidth ?? size.width);
  const height = Math.min(size.height, query.maxheight ?? size.height);
  const html = embedCode(origin + embedPath(statement.href, rendition.id, chosen ?? 'en'), title, {
    width,
    height,
  });
  const provider = { provider_name: 'Summit Record', provider_url: `${origin}/` };
  return JSON.stringify({ version: '1.0', type: 'rich', title, ...provider, html, width, height });
}

/** The parts of an address; its host is not looked at, as a proxy may have changed it. */
const addressOf = (url: string, origin: string): Pick<URL, 'pathname' | 'hash' | 'searchParams'> =>
  URL.canParse(url, origin) ? new URL(url, origin) : new URL('about:blank');

async function passageOf(data: Data, id: string): Promise<Passage> {
  return JSON.parse(String(await documentOf(data, 'renditions', [], id)));
}
