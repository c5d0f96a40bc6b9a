// One statement as a tool answers it whole: the short form, and what tells its renditions apart.
import { z } from 'zod';
import type { Statement } from '../resources/statements/schema.ts';
import type { Api } from './api.ts';
import { inLanguage, shortRendition, shortRenditionOf, shortStatement, shortStatementOf } from './short.ts';

const wholeRendition = shortRendition.extend({
  cue: z.string().nullable().meta({ description: 'The speech verb, as it is printed.' }),
  paragraph: z.int().nullable().meta({ description: 'Its paragraph in the source.' }),
  note: z.string().nullable().meta({ description: 'What this wording adds, leaves out or changes.' }),
});

export const wholeStatement = shortStatement.extend({
  addressees: z.array(z.string()),
  topics: z.array(z.string()),
  mentions: z.array(z.string()),
  renditions: z.array(wholeRendition),
});

export const wholeStatementOf = (
  statement: Statement,
  language: string,
  api: Api,
): z.output<typeof wholeStatement> => {
  const namesOf = (things: Statement['topics']) => things.map(({ name }) => inLanguage(name, language));
  return {
    ...shortStatementOf(statement, language, api),
    addressees: namesOf(statement.addressees),
    topics: namesOf(statement.topics),
    mentions: namesOf(statement.mentions),
    renditions: statement.renditions.map((rendition) => ({
      ...shortRenditionOf(rendition, language, api),
      cue: rendition.cue?.text ?? null,
      paragraph: rendition.paragraph,
      note: rendition.note && inLanguage(rendition.note, language),
    })),
  };
};
