// Which languages a client wants the texts of the record in: `lang=`, else `Accept-Language`, as far as the data has them.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { z } from 'zod';
import { canonicalTag, languageFault } from '../../records/languages.ts';
import type { Dataset } from '../../store/store.ts';
import { rememberHeaders } from './remember-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The languages of the data that the client wants, best first; a text that has none of them is shown as the record gives it first. */
    languages: readonly string[];
  }
}

/** The parameter of formats that show each text in one language. */
export const languageParameter = {
  lang: z
    .string()
    .max(100)
    .refine((tag) => languageOf(tag) !== null, {
      error: ({ input }) => languageFault(String(input)) ?? 'expected a BCP 47 tag',
    })
    .optional()
    .meta({
      description:
        'Language of the texts (BCP 47), for formats that show each text in one language. It overrides `Accept-Language`. A text that does not exist in it appears in the first language of the record.',
      examples: ['', 'ar'],
    }),
};

/** The language that `lang=` asks for, in any case; null where it is no tag. */
export function languageOf(lang: unknown): string | null {
  const tag = typeof lang === 'string' ? canonicalTag(lang) : null;
  return tag !== null && languageFault(tag) === null ? tag : null;
}

/** Adds the languages to every request that comes after. */
export function readLanguages(app: FastifyInstance, dataset: () => Dataset | null): void {
  app.decorateRequest('languages', null as unknown as readonly string[]); // set before any handler runs
  app.addHook('onRequest', (request, _reply, done) => {
    request.languages = languagesOf(request, dataset()?.languages.all ?? []);
    done();
  });
}

function languagesOf({ headers, query }: FastifyRequest, held: readonly string[]): readonly string[] {
  const chosen = languageOf((query as Record<string, unknown>)['lang']);
  return preferred(chosen ?? headers['accept-language'] ?? '', held);
}

/**
 * What is read of a header: browsers send some ten ranges, and no tag needs eight subtags (RFC 5646, 4.4.1). Each range stands for
 * all that it lies in, so a header of nothing but hyphens would take a second.
 */
const [mostRanges, mostSubtags] = [100, 8];

/**
 * Those of some languages that a list of ranges asks for, best first: `zh` takes `zh-Hant`, and `zh-Hant-TW` takes `zh-Hant`,
 * then `zh` (RFC 4647, 3.4). `*` asks for nothing in particular.
 */
export function preferred(ranges: string, held: readonly string[]): readonly string[] {
  if (ranges === '' || held.length === 0) return [];
  return languages(`${ranges}\n${held}`, () => {
    const named = ranges.split(',', mostRanges).flatMap(withShorter).join(',');
    return new Negotiator({ headers: { 'accept-language': named } }).languages([...held]);
  });
}

const languages = rememberHeaders<readonly string[]>();

/** A range with its weight, then the ranges that it lies in with the same weight; what is refused refuses no more. */
function withShorter(weighted: string): string[] {
  const [range = '', ...weight] = weighted.split(';');
  const subtags = range.trim().split('-', mostSubtags);
  if (range.includes('*')) return [];
  const isRefused = /q=0(?:\.0*)?\s*$/.test(weighted);
  const shortest = isRefused ? subtags.length : 1;
  const ranges = subtags.map((_subtag, at) => subtags.slice(0, at + 1).join('-')).slice(shortest - 1);
  return ranges.reverse().map((each) => [each, ...weight].join(';'));
}
