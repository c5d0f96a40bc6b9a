// Tells whether a request comes from a person with a browser, who gets pages, and which language that person reads.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { languageOf, preferred } from './languages.ts';
import { rememberHeaders } from './remember-headers.ts';

/** The languages of the pages; the first is for readers of any other. */
const pageLanguages = ['en', 'ar'] as const;

/** A person who reads pages. */
export interface Reader {
  /** The language of the page's own words. */
  language: (typeof pageLanguages)[number];
  /** The language that `lang=` chose, which may be one of the data alone; null where `Accept-Language` decides. */
  chosen: string | null;
}

/** One of the pages that a URL may have. */
export interface PageVariant {
  mediaType: string;
  /** Differs wherever the bytes may differ. */
  key: string;
  /** The request headers that decide it, beside `Accept` and `Accept-Encoding`, as `Vary` names them. */
  vary: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where the client prefers another format than HTML. */
    reader: Reader | null;
    /** What decides the bytes of a page beside the data and the URL; null where the response is no page. */
    page: PageVariant | null;
  }
}

/** Adds the reader to every request that comes after. */
export function recogniseReaders(app: FastifyInstance): void {
  app.decorateRequest('reader', null);
  app.decorateRequest('page', null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.reader = readerOf(request);
    done();
  });
}

/** Adds the reader to a request that failed before any hook ran; the texts of the record are not needed to say so. */
export function readUnrouted(request: FastifyRequest): void {
  const [, search] = request.url.split('?', 2);
  const query = Object.fromEntries(new URLSearchParams(search));
  request.reader = readerOf({ headers: request.headers, query });
  request.languages = [];
}

/** The media type that a client likes best, as its `Accept` says, whatever there is. */
const favourite = (accept: string): string =>
  favourites(accept, () => new Negotiator({ headers: { accept } }).mediaTypes()[0] ?? '');

const favourites = rememberHeaders<string>();

/** The page language that language ranges ask for first. */
export function pageLanguageOf(ranges: string): Reader['language'] {
  const [first] = preferred(ranges, pageLanguages);
  return pageLanguages.find((language) => language === first) ?? 'en';
}

/** Who reads the answer to a request that names a format that there is not: what else it says decides. */
export const readerOfFault = ({ headers, query }: FastifyRequest): Reader | null =>
  readerOf({ headers, query: { ...(query as object), format: undefined } });

/**
 * The reader of a request: `format=html` asks for a page, and so does an `Accept` that puts `text/html` first, unless the
 * query names another format, or options of one.
 */
function readerOf({ headers, query }: Pick<FastifyRequest, 'headers' | 'query'>): Reader | null {
  const { format, fields, facets, rows, bom, lang } = query as Record<string, unknown>;
  const { accept } = headers;
  const isAsked = format === 'html';
  const isPreferred =
    format === undefined &&
    [fields, facets, rows, bom].every((option) => option === undefined) &&
    accept?.includes('text/html') === true &&
    favourite(accept) === 'text/html';
  if (!isAsked && !isPreferred) return null;
  const chosen = languageOf(lang);
  return { language: pageLanguageOf(chosen ?? headers['accept-language'] ?? ''), chosen };
}
