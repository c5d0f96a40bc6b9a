// Renditions as W3C Web Annotations: a passage of a source is identified as one that reports a statement.
import type { z } from 'zod';
import { type ItemFormat, jsonBytes, type PageFormat } from '../../http/formats/format.ts';
import { annotation, annotationContext, annotationPage } from './annotation-schema.ts';
import type { Passage } from './schema.ts';

type Annotation = z.output<typeof annotation>;
type Selector = Annotation['target'][number]['selector'][number];

const shared = {
  name: 'annotation',
  title: 'Web Annotation',
  mediaType: `application/ld+json; profile="${annotationContext}"`,
  description: 'W3C Web Annotation: the statement as the body, the passage and its quotations as the target.',
};

export const annotationItem: ItemFormat = {
  ...shared,
  schema: annotation,
  item: (body, { origin }) =>
    jsonBytes({ '@context': annotationContext, ...annotationOf(body, origin) } satisfies Annotation),
};

export const annotationList: PageFormat = {
  ...shared,
  schema: annotationPage,
  page({ bodies, total, self, next, origin }) {
    const whole = new URL(self);
    for (const name of ['cursor', 'limit']) whole.searchParams.delete(name);
    const page: z.output<typeof annotationPage> = {
      '@context': annotationContext,
      id: self,
      type: 'AnnotationPage',
      partOf: { id: whole.href, type: 'AnnotationCollection', total },
      ...(next === null ? {} : { next }),
      items: bodies.map((body) => annotationOf(body, origin)),
    };
    return jsonBytes(page);
  },
};

/** The annotation without its context. */
function annotationOf(body: Buffer, origin: string): Omit<Annotation, '@context'> {
  const passage = JSON.parse(body.toString('utf8')) as Passage;
  const { href, statement, quotes } = passage;
  const gists = Object.entries(statement.gist).map(([language, value]) => ({
    type: 'TextualBody' as const,
    value,
    language,
    format: 'text/plain' as const,
    purpose: 'describing' as const,
  }));
  return {
    id: origin + href,
    type: 'Annotation',
    motivation: 'identifying',
    body: [{ id: origin + statement.href, format: 'application/json', purpose: 'identifying' }, ...gists],
    target: [
      targetOf(passage, origin, at(passage)),
      ...quotes.map((quote) =>
        targetOf(passage, origin, [{ type: 'TextQuoteSelector', exact: quote.text }, ...at(quote)]),
      ),
    ],
  };
}

/**
 * Both specification and record count Unicode code points from 0, the end exclusive (4.2.4 and 4.2.5). Nothing has a
 * position in a source that is known without its text.
 */
const at = ({ start, end }: Pick<Passage, 'start' | 'end'>): Selector[] =>
  start === null || end === null ? [] : [{ type: 'TextPositionSelector', start, end }];

const targetOf = (
  { source, language }: Passage,
  origin: string,
  selector: Selector[],
): Annotation['target'][number] => ({
  type: 'SpecificResource',
  source: { id: origin + source.href, type: 'Text', format: 'text/plain', language },
  selector,
});
