// The shape of what tells records of the same name apart: kinds, roles, countries and what they are a part of.
import { z } from 'zod';
import { byLanguage, countryCode, names, slug } from '../../records/fields.ts';
import { kinds } from '../../records/kinds.ts';
import { self } from '../../records/references.ts';

/** What is said of a record so that a person can tell it from others of its name. */
export const distinction = {
  roles: z.array(byLanguage).meta({
    description: 'Titles of the roles of a person, by language; empty for everything else.',
    examples: [[{ en: 'President of Russia', ar: 'رئيس روسيا' }]],
  }),
  country: countryCode.nullable().meta({
    description: 'Country of a person or an organization, ISO 3166-1 alpha-2.',
    examples: ['RU'],
  }),
  within: names.nullable().meta({
    description: 'Name of what it is a part of: the place around a place, the event or the topic above one.',
    examples: [null],
  }),
};

/** A record that an ambiguous value can mean. */
export const candidateSchema = z
  .object({
    value: z.string().meta({ description: 'The value that means it and nothing else.', examples: ['putin'] }),
    id: slug.meta({ description: 'Its id.', examples: ['putin'] }),
    kind: z.enum(kinds).meta({ description: 'What kind of thing it is.', examples: ['person'] }),
    name: names,
    ...self,
    ...distinction,
  })
  .meta({ id: 'Candidate', description: 'A record that an ambiguous value can mean.' });

export type Candidate = z.output<typeof candidateSchema>;
