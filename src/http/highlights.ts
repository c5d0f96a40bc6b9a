// Marks what a search found: where the words stand in the original texts of a document, and an HTML-safe snippet.
import { z } from 'zod';
import { highlight } from '../text/highlight.ts';
import type { Query } from '../text/query.ts';

const range = z
  .object({
    start: z
      .int()
      .min(0)
      .meta({ description: 'Where it starts: code points of the text.', examples: [0] }),
    end: z
      .int()
      .min(1)
      .meta({ description: 'Where it ends (exclusive): code points of the text.', examples: [5] }),
  })
  .meta({ id: 'HighlightRange', description: 'A stretch of a text that the search found.' });

/** The marked texts of one document. */
export const highlights = z
  .array(
    z
      .object({
        path: z.string().meta({
          description: 'Where the text stands in the item: a JSON Pointer (RFC 6901).',
          examples: ['/renditions/0/quotes/0/text'],
        }),
        ranges: z.array(range).meta({ description: 'The found words, in the original text as it stands.' }),
        snippet: z.string().meta({
          description: 'Part of the text as HTML, found words in `mark`, everything else escaped.',
          examples: ['<mark>المحادثات</mark> المقبلة ستكون في موسكو'],
        }),
      })
      .meta({ id: 'Highlight', description: 'One text of the item in which the search found something.' }),
  )
  .meta({ description: 'What the search found, quotations first.' });

export type Highlights = z.output<typeof highlights>;

/** An item as a list with `q` answers it. */
export const withHighlights = <Shape extends z.core.$ZodLooseShape>(item: z.ZodObject<Shape>, id: string) =>
  item
    .extend({
      highlights: highlights.optional().meta({ description: 'Where `q` was found; only there with `q`.' }),
    })
    .meta({ id, description: 'An item of the list, with what `q` found in it.' });

/** The texts that a search looks into, in the order in which hits are worth showing. */
const searched = [
  /^\/renditions\/\d+\/quotes\/\d+\/text$/,
  /^\/gist\//,
  /^\/description\//,
  /^\/value\/value\/[a-zA-Z-]+$/,
  /^\/name\//,
  /^\/aliases\//,
  /^\/roles\/\d+\/title\//,
  /^\/(?:speakers|addressees|topics|mentions)\/\d+\/name\//,
  /^\/(?:event|place|attributedTo|outlet)\/name\//,
  /^\/note$/,
];

/** Every text of the document in which the words stand. */
export function highlightsOf(document: unknown, words: Query): Highlights {
  const texts = [...leaves(document, '')];
  return searched.flatMap((pattern) =>
    texts
      .filter(([path]) => pattern.test(path))
      .map(([path, text]) => ({ path, ...highlight(text, words) }))
      .filter(({ ranges }) => ranges.length > 0),
  );
}

function* leaves(value: unknown, path: string): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}/${key}`);
  }
}

/** Puts the highlights into a document. */
export const marking =
  (words: Query) =>
  (body: Buffer): Buffer => {
    const found = JSON.stringify(highlightsOf(JSON.parse(body.toString('utf8')), words));
    return Buffer.concat([body.subarray(0, -1), Buffer.from(`,"highlights":${found}}`)]);
  };
