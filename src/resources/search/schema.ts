// What a search over all kinds answers, and what completes a search box.
import { z } from 'zod';
import { highlights } from '../../http/lists/highlights.ts';
import { distinction } from '../../http/problems/candidate.ts';
import { byLanguage, slug } from '../../records/fields.ts';
import { kinds, suggestedKinds } from '../../records/kinds.ts';
import { self } from '../../records/references.ts';

/** One find. */
export const searchHit = z
  .object({
    kind: z.enum(kinds).meta({ description: 'Kind of the found record.', examples: ['statement'] }),
    id: slug.meta({ description: 'Its id.', examples: ['putin-next-talks-in-moscow'] }),
    ...self,
    title: byLanguage.meta({
      description: 'Title by language: a name, the gist of a statement, the event of a claim.',
      examples: [{ en: 'Vladimir Putin', ar: 'فلاديمير بوتين' }],
    }),
    highlights,
  })
  .meta({ id: 'SearchHit', description: 'A record that the search found.' });

export type SearchHit = z.output<typeof searchHit>;

/** One line of a combobox. */
export const suggestion = z
  .object({
    value: z.string().meta({ description: 'Value to filter by.', examples: ['putin'] }),
    id: slug.meta({ description: 'Id of the record.', examples: ['putin'] }),
    label: z
      .string()
      .meta({ description: 'The name or alias that completes what was typed.', examples: ['بوتين'] }),
    name: byLanguage.meta({
      description: 'The name by language.',
      examples: [{ en: 'Vladimir Putin', ar: 'فلاديمير بوتين' }],
    }),
    kind: z.enum(suggestedKinds).meta({ description: 'What kind of thing it is.', examples: ['person'] }),
    ...distinction,
    param: z
      .string()
      .meta({ description: 'The filter of /statements that takes the value.', examples: ['speaker'] }),
    count: z
      .int()
      .min(0)
      .meta({ description: 'Statements that the filter selects.', examples: [33] }),
    href: z
      .string()
      .meta({ description: 'Path of these statements.', examples: ['/statements?speaker=putin'] }),
  })
  .meta({ id: 'Suggestion', description: 'A completion, with the filter that it stands for.' });

export type Suggestion = z.output<typeof suggestion>;
