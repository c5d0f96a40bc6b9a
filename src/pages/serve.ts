// Answers people with pages where programs get JSON: the same routes, the same answers, rendered.
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { type Context, type Data, readData } from '../http/context.ts';
import { demandHeeded } from '../http/formats/choose.ts';
import type { OptionHeeding } from '../http/formats/format.ts';
import type { ProblemPage } from '../http/problems/errors.ts';
import type { ProblemBody } from '../http/problems/problem.ts';
import { originOf } from '../http/request/origin.ts';
import { type Reader, readerOfFault } from '../http/request/reader.ts';
import { type Answer, FoundList } from '../http/response/answer.ts';
import { setValidators } from '../http/response/validators.ts';
import { Asking, type Contracts, contractsOf } from './asking.ts';
import { assets } from './assets.ts';
import { bytesOf } from './bytes.ts';
import { alternatesOf } from './formats.ts';
import { generalRoute } from './general-routes.ts';
import { documentOf, type Page } from './layout.tsx';
import { listAnswerOf } from './list.tsx';
import { problemPage } from './problem.tsx';
import { namesIn } from './problem-names.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { viewOf } from './view.ts';

const mediaType = 'text/html; charset=utf-8';

/** What a page may do: load the style sheet, the script and the icon of this server, ask it, and send it forms. */
const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Parameters of pages alone: what answers with JSON never sees them. */
const pageParameters = ['lang', 'format', 'base'];

const assetsKey = assets.map(({ href }) => href).join();

/** Gives every route that is registered from here on its page, where `routes` has one. */
export function servePages(app: FastifyInstance, context: Context): void {
  const contracts = contractsOf(app);
  const wrapped = new WeakSet<RouteHandlerMethod>();
  app.addHook('onRoute', (route) => {
    const page = routes[route.url] ?? generalRoute(route.url, route.config ?? {});
    const { handler } = route;
    if (!page || wrapped.has(handler)) return;
    route.preValidation = [readParameters(page)].concat(route.preValidation ?? []);
    const answerReader = async (
      reader: Reader,
      request: FastifyRequest,
      reply: FastifyReply,
      ask: () => unknown,
    ): Promise<unknown> => {
      request.page = { mediaType, key: keyOf(reader, request.languages), vary: varyOf(reader) };
      request.headers.accept = 'application/json'; // what the page is made from
      const answer = page.isAlone
        ? await readData(context, (data) => unanswered(context, data, request, reply))
        : await ask();
      if (typeof answer !== 'string' && !Buffer.isBuffer(answer) && !(answer instanceof FoundList))
        return answer; // 304, or a redirect
      setPageHeaders(reply, `accept, accept-encoding${varyOf(reader)}`);
      return readData(context, (data) => {
        const { url, languages } = request;
        const view = viewOf(reader, languages, url, originOf(context, request), data.dataset);
        return render(new Asking(view, request, data, contracts), page, answer, contracts);
      });
    };
    route.handler = function handle(request, reply) {
      const { reader } = request;
      const ask = () => handler.call(this, request, reply);
      return reader === null ? ask() : answerReader(reader, request, reply, ask);
    };
    wrapped.add(route.handler);
  });
}

const keyOf = ({ language, chosen }: Reader, languages: readonly string[]): string =>
  `${mediaType} ${language} ${chosen} ${languages} ${assetsKey}`;

const varyOf = ({ chosen }: Reader): string => (chosen === null ? ', accept-language' : '');

/** A page has its links in itself, and no `Link` header. */
function setPageHeaders(reply: FastifyReply, vary: string): void {
  reply
    .headers({ 'content-type': mediaType, 'content-security-policy': pagePolicy, vary })
    .removeHeader('link');
}

/** The answer for a page that is made from nothing but the store. */
const unanswered = (context: Context, data: Data, request: FastifyRequest, reply: FastifyReply): Answer =>
  setValidators(context, data, request, reply, mediaType) ? reply.code(304).send() : 'null';

/** Formats of data heed what pages do not. */
const dataFormats: OptionHeeding[] = [
  { name: 'json', heeds: ['fields', 'facets'] },
  { name: 'csv', heeds: ['rows', 'bom'] },
];

type Hook = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;

/**
 * Takes from the query of a page what JSON is not asked with, and what an empty field of a form leaves there; adds what
 * the page needs. Refuses options that a page cannot heed.
 */
const readParameters =
  ({ parameters = {} }: Route): Hook =>
  (request, _reply, done) => {
    if (request.reader !== null) {
      const given = Object.entries(request.query as Record<string, unknown>).filter(
        ([name, value]) => value !== '' && !pageParameters.includes(name),
      );
      demandHeeded(Object.fromEntries(given), { name: 'html' }, dataFormats);
      request.query = { ...Object.fromEntries(given), ...parameters };
    }
    done();
  };

type PageAnswer = string | Buffer | FoundList;

async function render(
  asking: Asking,
  route: Route,
  answer: PageAnswer,
  contracts: Contracts,
): Promise<Buffer> {
  const read = answer instanceof FoundList ? listAnswerOf(answer) : JSON.parse(String(answer));
  const page: Page = await route.make(asking, read);
  const alternates = page.alternates ?? alternatesOf(asking, contracts);
  return bytesOf(documentOf(asking.view, { ...page, alternates }));
}

/** Whether the format that was asked for is what is wrong: nobody is told so in that format. */
const isAboutFormat = ({ param, errors = [] }: ProblemBody): boolean =>
  param === 'format' || errors.some((fault) => fault.param === 'format');

/** Makes the function that gives the page of an error, where the client prefers one. */
export const problemPages =
  (store: Context['store']): ProblemPage =>
  async (body, request, reply) => {
    const { languages, url } = request;
    const reader = request.reader ?? (isAboutFormat(body) ? readerOfFault(request) : null);
    if (reader === null) return null;
    setPageHeaders(reply, 'accept, accept-language');
    const view = viewOf(reader, languages, url, '', null);
    if (isAboutFormat(body)) view.query.set('format', String((request.query as { format: unknown }).format));
    return Buffer.from(documentOf(view, problemPage(view, body, await namesIn(store, body))));
  };
