// The shape of a W3C Web Annotation of a rendition, and of a page of them.
import { z } from 'zod';
import { languageTag, position } from '../../records/fields.ts';

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

const literal = <T extends string>(value: T, description: string) =>
  z.literal(value).meta({ description, examples: [value] });
const url = (description: string, path: string) =>
  z.string().meta({ description, examples: [`http://localhost:3000${path}`] });

const positionSelector = z
  .object({
    type: literal('TextPositionSelector', 'Web Annotation Data Model, 4.2.5.'),
    start: position.start,
    end: position.end,
  })
  .meta({ id: 'TextPositionSelector', description: 'A stretch of a source, in Unicode code points.' });

const quoteSelector = z
  .object({
    type: literal('TextQuoteSelector', 'Web Annotation Data Model, 4.2.4.'),
    exact: z.string().meta({
      description: 'The quoted words, to the letter; never anything around them.',
      examples: ['مثمر جداً'],
    }),
  })
  .meta({ id: 'TextQuoteSelector', description: 'Words that stand inside quotation marks.' });

const target = z
  .object({
    type: literal('SpecificResource', 'Web Annotation Data Model, 4.'),
    source: z
      .object({
        id: url('Whole URL of the source, which tells its file and digest.', '/sources/article-000'),
        type: literal('Text', 'What the source is.'),
        format: literal('text/plain', 'Positions are counted in the file as plain text.'),
        language: languageTag,
      })
      .meta({ description: 'The article.' }),
    selector: z.array(z.union([quoteSelector, positionSelector])).meta({
      description:
        'Several selectors lead to the same stretch; none where the source is known without its text and nothing is quoted.',
    }),
  })
  .meta({ id: 'AnnotationTarget', description: 'The passage, or words that are quoted in it.' });

const body = z
  .union([
    z
      .object({
        id: url('Whole URL of the statement.', '/statements/putin-good-direct-contacts'),
        format: literal('application/json', 'Its media type.'),
        purpose: literal('identifying', 'The body names the statement that the passage reports.'),
      })
      .meta({ description: 'The statement.' }),
    z
      .object({
        type: literal('TextualBody', 'Web Annotation Data Model, 3.2.4.'),
        value: z.string().meta({
          description: "What was said, in the record's own words.",
          examples: ['Russia and the US have very good direct contacts.'],
        }),
        language: languageTag,
        format: literal('text/plain', 'Plain text.'),
        purpose: literal('describing', 'The body is a summary of the passage.'),
      })
      .meta({ description: 'What was said.' }),
  ])
  .meta({ id: 'AnnotationBody', description: 'The statement, or its gist as text.' });

const fields = {
  id: url('Whole URL of the rendition.', '/renditions/putin-good-direct-contacts-article-000'),
  type: literal('Annotation', 'Web Annotation Data Model, 3.1.'),
  motivation: literal('identifying', 'The body names the statement that the passage reports.'),
  body: z.array(body).meta({ description: 'The statement, and its gist in each language.' }),
  target: z.array(target).meta({ description: 'The passage; then each of its quotations.' }),
};

const context = literal(annotationContext, 'The meaning of the names.');

export const annotation = z
  .object({ '@context': context, ...fields })
  .meta({ id: 'Annotation', description: 'A rendition as a W3C Web Annotation.' });

export const annotationPage = z
  .object({
    '@context': context,
    id: url('Whole URL of this page.', '/renditions?format=annotation'),
    type: literal('AnnotationPage', 'Web Annotation Data Model, 5.2.'),
    partOf: z
      .object({
        id: url('Whole URL of the list.', '/renditions?format=annotation'),
        type: literal('AnnotationCollection', 'Web Annotation Data Model, 5.1.'),
        total: z
          .int()
          .min(0)
          .meta({ description: 'Number of all matches.', examples: [62] }),
      })
      .meta({ description: 'The list that this page is a part of.' }),
    next: url('Whole URL of the next page; left out on the last one.', '/renditions?cursor=…').optional(),
    items: z
      .array(z.object(fields).meta({ id: 'AnnotationItem', description: 'An annotation in a page.' }))
      .meta({ description: 'The annotations of this page, in order.' }),
  })
  .meta({ id: 'AnnotationPage', description: 'One page of renditions as W3C Web Annotations.' });
