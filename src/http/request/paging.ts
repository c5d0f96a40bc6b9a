// The envelope of every list: data, total, limit and the whole URL of the next page.
import { z } from 'zod';
import type { Order } from '../../store/plan.ts';

/** What `page` says in a list. */
const pageSchema = z
  .object({
    total: z
      .int()
      .min(0)
      .meta({ description: 'Number of all matches, exact, on every page.', examples: [44] }),
    limit: z
      .int()
      .min(1)
      .max(100)
      .meta({ description: 'Largest number of items on a page.', examples: [20] }),
    next: z
      .string()
      .nullable()
      .meta({
        description: 'Whole URL of the next page; null on the last page.',
        examples: [null],
      }),
  })
  .meta({ id: 'Page', description: 'The page and its list.' });

/** The envelope around items of one kind. */
export const listOf = (id: string, item: z.ZodType, beside: z.core.$ZodLooseShape = {}) =>
  z
    .object({
      data: z.array(item).meta({ description: 'The items of this page.' }),
      page: pageSchema,
      ...beside,
    })
    .meta({ id, description: 'One page of a list.' });

/** The most items on a page where the request does not say. */
export const defaultLimit = 20;

/** A whole number from 1 to `most`, in digits. */
export const numberUpTo = (most: number) =>
  z.preprocess(
    (text) =>
      typeof text === 'string' && /^\d+$/.test(text) && text.length <= String(most).length
        ? Number(text)
        : text,
    z.int(`expected a whole number from 1 to ${most}`).min(1).max(most),
  );

/** How much of a list one answer holds, and where it begins. */
export const stepParameters = {
  limit: numberUpTo(100)
    .optional()
    .meta({ description: 'Largest number of items on a page.', default: defaultLimit }),
  cursor: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .meta({ description: 'Start of the page. Take it from `page.next`.' }),
};

/** Query parameters that every list takes. */
export const pagingParameters = <Sort extends string>(sorts: Record<Sort, Order>, fallback: Sort) => ({
  sort: z
    .enum(Object.keys(sorts) as [Sort, ...Sort[]])
    .optional()
    .meta({
      description: `The order; a leading \`-\` means descending. Ties are sorted by id. ${defaultSort(sorts, fallback)}`,
    }),
  ...stepParameters,
});

const defaultSort = (sorts: object, fallback: string): string =>
  'relevance' in sorts
    ? `The default is \`relevance\` with \`q\`, and \`${fallback}\` without it.`
    : `The default is \`${fallback}\`.`;

/** The sorts of everything but statements and claims: by id, or by the number of statements behind it. */
export const entitySorts = {
  sorts: {
    id: { by: 'key', reversed: false },
    '-id': { by: 'key', reversed: true },
    '-statements': { by: 'weight', reversed: false },
    statements: { by: 'weight', reversed: true },
  },
  sort: 'id',
} as const;
