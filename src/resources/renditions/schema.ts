// A rendition on its own: the passage, with the statement that it reports in short.
import { z } from 'zod';
import { reference, self } from '../../records/references.ts';
import { rendition, statement } from '../statements/schema.ts';

const statementInShort = z
  .object({
    id: statement.shape.id,
    ...self,
    speakers: z
      .array(reference)
      .min(1)
      .meta({ description: 'The speaker; several if the statement is joint.' }),
    gist: statement.shape.gist,
    saidOn: statement.shape.saidOn,
  })
  .meta({ id: 'StatementReference', description: 'A statement in short: who said what, and when.' });

/** A rendition as /renditions answers. */
export const passage = z
  .object({
    id: rendition.shape.id,
    ...self,
    statement: statementInShort,
    ...rendition.omit({ id: true, href: true }).shape,
  })
  .meta({
    id: 'Passage',
    description: "One article's passage that reports a statement, with the statement in short.",
  });

export type Passage = z.output<typeof passage>;
