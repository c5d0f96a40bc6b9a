// The tools that list discrepancies, resolve names and profile outlets.

import { z } from 'zod';
import { manyOf } from '../records/kind-words.ts';
import { suggestedKinds } from '../records/kinds.ts';
import { discrepancyFilters } from '../resources/discrepancies/filters.ts';
import { type Discrepancy, discrepancy } from '../resources/discrepancies/schema.ts';
import type { Profile } from '../resources/outlets/profile-schema.ts';
import { type Suggestion, suggestion } from '../resources/search/schema.ts';
import { type Api, stepOf } from './api.ts';
import {
  inLanguage,
  type ListPage,
  languageArgument,
  listAnswer,
  listAnswerOf,
  listArguments,
  nameIn,
} from './short.ts';
import { filterArguments, tool } from './tool.ts';

const shortDiscrepancy = z.object({
  url: z.string().meta({ description: 'Address of the discrepancy, a page for people: what to cite.' }),
  event: z.string(),
  attribute: z.string(),
  status: discrepancy.shape.status,
  values: z.array(
    z.object({
      value: z.string(),
      claims: z.array(
        z.object({
          url: z.string(),
          source: z.string(),
          attributedTo: z.string().nullable().meta({ description: 'Whom the source credits for it.' }),
        }),
      ),
    }),
  ),
});

const shortDiscrepancyOf = (
  { href, event, attribute, status, values }: Discrepancy,
  language: string,
  { linkTo }: Api,
): z.output<typeof shortDiscrepancy> => ({
  url: linkTo(href),
  event: inLanguage(event.name, language),
  attribute,
  status,
  values: values.map(({ label, value, claims }) => ({
    value: valueIn(value, language) ?? label,
    claims: claims.map((claim) => ({
      url: linkTo(claim.href),
      source: inLanguage(claim.source.name, language),
      attributedTo: nameIn(claim.attributedTo, language),
    })),
  })),
});

/** A text or a name in the language that was asked for; figures are written in one way for all. */
function valueIn(value: Discrepancy['values'][number]['value'], language: string): string | null {
  if (value.type === 'text') return inLanguage(value.value, language);
  return value.type === 'reference' ? inLanguage(value.value.name, language) : null;
}

export const listDiscrepancies = tool({
  name: 'list_discrepancies',
  title: 'List discrepancies',
  description:
    'What sources say of the facts of an event (lengths, numbers, places, outcomes), value by value, and whether they agree. Conflicts come first. For differences in the wording of a statement use `compare_renditions`.',
  input: z.object({
    ...filterArguments(discrepancyFilters, [
      'event',
      'status',
      'attribute',
      'source',
      'outlet',
      'attributedTo',
    ]),
    ...listArguments,
    ...languageArgument,
  }),
  output: z.object({ ...listAnswer, discrepancies: z.array(shortDiscrepancy) }),
  async answer(api, { answerLanguage, ...query }) {
    const page = (await api.get('/discrepancies', query)) as ListPage<Discrepancy>;
    return {
      ...listAnswerOf(page),
      discrepancies: page.data.map((each) => shortDiscrepancyOf(each, answerLanguage, api)),
    };
  },
});

const noName =
  'No name begins so. Give its beginning or another spelling, or find the word in statements: search_statements with `q`.';

export const resolveName = tool({
  name: 'resolve_name',
  title: 'Resolve a name',
  description: `The ids of ${manyOf(suggestedKinds)} whose name begins with some letters, in any script, and the number of statements of each.`,
  input: z.object({
    name: z
      .string()
      .min(1)
      .max(100)
      .meta({ description: 'A name or its beginning.', examples: ['زيلينسكي'] }),
  }),
  output: z.object({
    matches: z.array(suggestion.pick({ value: true, kind: true, param: true, label: true, count: true })),
    advice: z.string().optional().meta({ description: 'What to try where nothing was found.' }),
  }),
  async answer(api, { name }) {
    const { data } = (await api.get('/suggest', { q: name })) as { data: Suggestion[] };
    return {
      matches: data.map(({ value, kind, param, label, count }) => ({ value, kind, param, label, count })),
      ...(data.length === 0 ? { advice: noName } : {}),
    };
  },
});

const shares = z.object({ carried: z.int(), exclusive: z.int(), leftOut: z.int(), all: z.int() });

export const profileOutlet = tool({
  name: 'profile_outlet',
  title: 'Profile an outlet',
  description:
    'What an outlet carried, had alone, and left out although two sources or more report it: in all, and for each speaker.',
  input: z.object({
    outlet: z
      .string()
      .min(1)
      .meta({ description: 'Id of an outlet.', examples: ['xinhua'] }),
    ...languageArgument,
  }),
  output: z.object({
    url: z.string(),
    statements: shares,
    renditions: z.object({ direct: z.int(), mixed: z.int(), indirect: z.int() }),
    speakers: z.array(z.object({ speaker: z.string(), ...shares.shape })),
  }),
  async answer(api, { outlet, answerLanguage }) {
    const profile = (await api.get(`/outlets/${stepOf(outlet)}/profile`)) as Profile;
    const { direct, mixed, indirect } = profile.renditions;
    return {
      url: api.linkTo(profile.href),
      statements: sharesOf(profile.statements),
      renditions: { direct: direct.count, mixed: mixed.count, indirect: indirect.count },
      speakers: profile.speakers.data.map(({ of, ...numbers }) => ({
        speaker: inLanguage(of.name, answerLanguage),
        ...sharesOf(numbers),
      })),
    };
  },
});

const sharesOf = ({ carried, exclusive, leftOut, all }: Profile['statements']): z.output<typeof shares> => ({
  carried: carried.count,
  exclusive: exclusive.count,
  leftOut: leftOut.count,
  all: all.count,
});
