// The tools that find, read and compare statements.

import { z } from 'zod';
import { boundParameters } from '../http/request/bounds.ts';
import type { Comparison } from '../resources/comparison/schema.ts';
import { saidOnBounds, statementFilters } from '../resources/statements/filters.ts';
import type { Statement } from '../resources/statements/schema.ts';
import { stepOf } from './api.ts';
import {
  inLanguage,
  type ListPage,
  languageArgument,
  listAnswer,
  listAnswerOf,
  listArguments,
  nameIn,
  shortStatement,
  shortStatementOf,
} from './short.ts';
import { filterArguments, tool } from './tool.ts';
import { wholeStatement, wholeStatementOf } from './whole-statement.ts';

const sorts = ['relevance', '-renditions', 'renditions', '-saidOn', 'saidOn'] as const;

const searchFilters = [
  ...['speaker', 'outlet', 'topic', 'place', 'event', 'source', 'addressee', 'mention'],
  ...['mode', 'language', 'country', 'reported', 'differing', 'exclusive'],
];

/** What agents do wrong most: to search for a whole question. */
const wordsAdvice =
  ' All words of `q` must occur: give who speaks as `speaker`, who is spoken of as `mention`, and in `q` one or two words of the statement.';

export const searchStatements = tool({
  name: 'search_statements',
  title: 'Search statements',
  description:
    'Finds who said what: by words (`q`), speaker, mention, topic, outlet and more, all of which must hold. Names in any script are understood. Answers gists with every quotation and its source. To see how renditions of one differ, give its id to `compare_renditions`.',
  input: z.object({
    q: z
      .string()
      .optional()
      .meta({ description: 'Words to find, in any form and script; `"…"` is a phrase.' }),
    ...filterArguments(statementFilters, searchFilters),
    ...boundParameters(saidOnBounds),
    sort: z.enum(sorts).optional().meta({
      description:
        'Order; by default `relevance` with `q`, else the newest first. `-renditions` is the most reported first.',
    }),
    ...listArguments,
    ...languageArgument,
  }),
  output: z.object({ ...listAnswer, statements: z.array(shortStatement) }),
  async answer(api, { answerLanguage, ...query }) {
    const page = (await api.get('/statements', query)) as ListPage<Statement>;
    return {
      ...listAnswerOf(page, query.q === undefined ? '' : wordsAdvice),
      statements: page.data.map((statement) => shortStatementOf(statement, answerLanguage, api)),
    };
  },
});

const statementId = z
  .string()
  .min(1)
  .meta({
    description: 'Id of a statement, from `search_statements`.',
    examples: ['putin-good-direct-contacts'],
  });

export const readStatement = tool({
  name: 'read_statement',
  title: 'Read a statement',
  description:
    'One statement whole: to whom and about what it was said, and of each rendition the speech verb, its paragraph and a note on what its wording adds or leaves out.',
  input: z.object({ id: statementId, ...languageArgument }),
  output: wholeStatement,
  answer: async (api, { id, answerLanguage }) =>
    wholeStatementOf((await api.get(pathOf(id))) as Statement, answerLanguage, api),
});

const pathOf = (id: string): string => `/statements/${stepOf(id)}`;

const difference = z.object({
  kind: z.string().meta({
    description: '`spelling`, `form` (of one word), `replaced`, `dropped` or `added`, from left to right.',
  }),
  left: z.string(),
  right: z.string(),
});

export const compareRenditions = tool({
  name: 'compare_renditions',
  title: 'Compare the renditions of a statement',
  description:
    'How sources word one statement: the quoted words of each rendition, and for every two of them what one adds, drops or replaces.',
  input: z.object({ id: statementId, ...languageArgument }),
  output: z.object({
    url: z.string(),
    gist: z.string(),
    wording: shortStatement.shape.wording,
    renditions: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        via: z.string().nullable(),
        mode: z.string(),
        words: z
          .array(z.string())
          .meta({ description: 'The quoted words, cut where other renditions stop to share them.' }),
      }),
    ),
    pairs: z.array(
      z.object({
        left: z.string(),
        right: z.string(),
        similarity: z.number().nullable().meta({ description: '1 where they quote the same words.' }),
        differences: z.array(difference),
      }),
    ),
  }),
  async answer(api, { id, answerLanguage }) {
    const { href, statement, wording, renditions, pairs } = (await api.get(
      `${pathOf(id)}/comparison`,
    )) as Comparison;
    return {
      url: api.linkTo(href),
      gist: inLanguage(statement.gist, answerLanguage),
      wording,
      renditions: renditions.map((each) => ({
        id: each.id,
        source: inLanguage(each.source.name, answerLanguage),
        via: nameIn(each.via, answerLanguage),
        mode: each.mode,
        words: each.segments.map(({ text }) => text),
      })),
      pairs: pairs.map(({ left, right, similarity, stretches }) => ({
        left,
        right,
        similarity,
        differences: stretches.filter(({ kind }) => kind !== 'equal').map(differenceOf),
      })),
    };
  },
});

type Stretch = Comparison['pairs'][number]['stretches'][number];

const differenceOf = ({ kind, left, right }: Stretch): z.output<typeof difference> => ({
  kind,
  left: left.map(({ text }) => text).join(' … '),
  right: right.map(({ text }) => text).join(' … '),
});
