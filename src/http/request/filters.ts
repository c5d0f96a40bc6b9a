// Filters are a table: a row gives a query parameter, what its values stand for, and the facet that it selects.
import { z } from 'zod';
import type { CodedValues } from './code-values.ts';
import { allOf, facetOf } from './filter-query.ts';
import type { IdValues } from './id-values.ts';
import type { NamedValues } from './name-values.ts';

/** One filter of a list. Its values are names of things, or codes from a known set. */
export interface Filter {
  param: string;
  description: string;
  /** A value that works when tried. */
  example: string;
  /** Swagger UI begins with the example; otherwise it offers the example and begins with nothing. */
  preset?: true;
  /** Whether an item can carry several of its values, so that `<param>.all` can ask for all of them together. */
  hasSeveral?: true;
  /** The kinds of things that a value names; or how a code, or what stands for several, is told from a mistake. */
  values: NamedValues | IdValues | CodedValues;
}

/** How many values one request may filter by. */
export const mostValues = 100;

/** How long the text of one parameter may be: a hundred ids with commas between them. */
const longestText = 8_100;

/** What the values of all filters mean. */
export const grammar = 'Several values mean any of them; a leading `!` means none of them.';

/** Whether a query parameter is one of a filter's. */
export const isOfFilter = (filters: readonly Filter[], name: string): boolean => {
  const facet = facetOf(name);
  return filters.some(({ param }) => param === facet);
};

/** The query parameters of the filters, as zod declares them. */
export function filterParameters(
  filters: readonly Filter[],
): Record<string, z.ZodType<string[] | undefined>> {
  const parameters = filters.flatMap((filter) => [
    [filter.param, anyParameter(filter)] as const,
    ...(filter.hasSeveral ? [[allOf(filter.param), allParameter(filter)] as const] : []),
  ]);
  return Object.fromEntries(parameters);
}

/** Made once: a hundred routes have parameters of this form, and zod takes its time for each schema. */
const texts = z
  .preprocess(
    (given) => [given].flat(),
    z.array(z.string().min(1, 'expected a value').max(longestText)).max(mostValues),
  )
  .optional();

const anyParameter = ({ description, example, preset, values }: Filter) =>
  texts.meta({
    description: [description, spelling(values), grammar].filter(Boolean).join(' '),
    examples: preset ? [[example]] : [[], [example]],
    ...closedSet(values, (codes) => [...codes, ...codes.map((code) => `!${code}`)]),
  });

const allParameter = ({ param, example, values }: Filter) =>
  texts.meta({
    description: `Like \`${param}\`, but all of the values together.`,
    examples: [[], [example]],
    ...closedSet(values, (codes) => codes),
  });

/** The forms of a value, for the description: a request may also join several with commas. */
const closedSet = (
  values: Filter['values'],
  forms: (codes: readonly string[]) => readonly string[],
): { 'x-values'?: readonly string[] } =>
  'closed' in values && values.closed ? { 'x-values': forms(values.closed) } : {};

const spelling = (values: Filter['values']): string => ('names' in values ? anyName : '');

/** How things are named in all filters. */
export const anyName = 'By id, Wikidata id, or any name in any script.';
