// The filters of statements and of their renditions, one row each; the table makes the parameters, their description and the plan.

import type { Bounds } from '../../http/request/bounds.ts';
import { countryFilter, languageValues, oneOf, proofFilter } from '../../http/request/code-filters.ts';
import type { Filter } from '../../http/request/filters.ts';
import { oneOfKinds } from '../../records/kind-words.ts';
import { mentionedKinds, speakingKinds } from '../../records/kinds.ts';
import { nameKey } from '../../text/name-key.ts';
import { outletFilter, outletFilters } from '../sources/outlet-filters.ts';
import { mostReported, reportedCodes } from './reported.ts';
import { modes } from './schema.ts';

/** The attributes of a statement, of its renditions, and of all its renditions together. */
export const statementFilters: readonly Filter[] = [
  {
    param: 'speaker',
    description: 'Speaker: a person, an organization or a collective.',
    example: 'putin',
    hasSeveral: true,
    preset: true,
    values: { names: speakingKinds },
  },
  ...outletFilters,
  {
    param: 'topic',
    description: 'Topic, with all topics under it.',
    example: 'us-russia-relations',
    hasSeveral: true,
    values: { names: ['topic'] },
  },
  {
    param: 'place',
    description: 'Place where it was said, with all places in it.',
    example: 'alaska',
    hasSeveral: true,
    values: { names: ['place'] },
  },
  {
    param: 'event',
    description: 'Event at which it was said, with all its parts.',
    example: 'alaska-2025',
    hasSeveral: true,
    values: { names: ['event'] },
  },
  {
    param: 'source',
    description: 'Source that reports it.',
    example: 'article-003',
    hasSeveral: true,
    values: { names: ['source'] },
  },
  {
    param: 'addressee',
    description: 'Person or organization to whom it was said.',
    example: 'putin',
    hasSeveral: true,
    values: { names: speakingKinds },
  },
  {
    param: 'mention',
    description: `A ${oneOfKinds(mentionedKinds)} that it mentions, with everything under it; \`place/georgia\` if things of several kinds have the id.`,
    example: 'zelensky',
    hasSeveral: true,
    values: { names: mentionedKinds, withKind: true },
  },
  {
    param: 'mode',
    description: `Mode of the passage: ${modes.join(', ')}.`,
    example: 'direct',
    hasSeveral: true,
    values: oneOf(modes),
  },
  {
    param: 'cue',
    description: 'Speech verb of the passage, in its dictionary form.',
    example: 'أكد',
    hasSeveral: true,
    values: { recorded: nameKey },
  },
  {
    param: 'language',
    description: 'Language of the passage, BCP 47; `zh` finds `zh-Hant`, too.',
    example: 'ar',
    hasSeveral: true,
    values: languageValues,
  },
  { ...proofFilter('Whether the passage of at least one rendition is proven'), hasSeveral: true },
  { ...countryFilter('Country of a speaker', 'RU'), hasSeveral: true },
  {
    param: 'month',
    description: 'Month in which it was said, YYYY-MM.',
    example: '2025-08',
    values: { codes: (value) => (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) ? value : null) },
  },
  {
    param: 'reported',
    description: `Number of sources that report it, 1 to ${mostReported}: \`2\`, \`2..\` (at least), \`..3\` (at most) or \`2..4\`.`,
    example: '2..',
    values: { codes: reportedCodes },
  },
  {
    param: 'differing',
    description:
      'Whether two renditions quote different words. Spelling is ignored, and a quotation does not differ from a longer one that contains it.',
    example: 'true',
    values: oneOf(['true', 'false']),
  },
  outletFilter(
    'exclusive',
    'Outlet that published every rendition or is credited in it, so that no other outlet reports the statement',
  ),
];

/** The bounds of the date on which it was said. */
export const saidOnBounds: Bounds = { facet: 'saidOn', verb: 'Said', undated: 'undated statements' };
