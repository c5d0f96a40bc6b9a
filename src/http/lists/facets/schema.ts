// The shape of counted facets, as the envelope of a list holds them.
import { z } from 'zod';
import { type Facet, facetValueSchema } from './facet.ts';
import { unitSchema } from './unit.ts';

/** The values of one facet. */
const facetSchema = z
  .object({
    ...unitSchema,
    total: z
      .int()
      .min(0)
      .meta({ description: 'Number of values that occur.', examples: [12] }),
    values: z.array(facetValueSchema).meta({ description: 'The most frequent values; ties by id.' }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Path of the remaining values; null if there are none.', examples: [null] }),
  })
  .meta({ id: 'Facet', description: 'The values of a facet among the documents of the list.' });

/** The `facets` member of a list's envelope. */
export const facetsSchema = (facets: readonly Facet[]) =>
  z
    .object(Object.fromEntries(facets.map(({ name }) => [name, facetSchema.optional()])))
    .optional()
    .meta({ description: 'Counts of values, for the facets that were asked for.' });
