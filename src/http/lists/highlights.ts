// Marks what a search found: where the words stand in the original texts of a document, and an HTML-safe snippet.
import { z } from 'zod';
import { type Highlight, highlighterOfBytes } from '../../text/highlight.ts';
import type { Query } from '../../text/query.ts';

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

/** Any key of an object, or any index of an array. */
const any = Symbol('any');

/** The way to texts: at each step a key, one of some keys (in the document's own order), or any. */
type Way = readonly (string | readonly string[] | typeof any)[];

/** The texts that a search looks into, in the order in which hits are worth showing. */
const searched: readonly Way[] = [
  ['renditions', any, 'quotes', any, 'text'],
  ['gist', any],
  ['description', any],
  ['value', 'value', any],
  ['name', any],
  ['aliases', any],
  ['roles', any, 'title', any],
  [['speakers', 'addressees', 'topics', 'mentions'], any, 'name', any],
  [['event', 'place', 'attributedTo', 'outlet'], 'name', any],
  ['note'],
];

/** Texts that are remembered with what was found in them: the same names stand in many documents. */
const textsKept = 2_000;

/**
 * Makes the function that finds every text of a document, given as JSON in UTF-8, in which the words stand. The document
 * is parsed as bytes: what has no hit is never decoded.
 */
export function highlighter(words: Query): (body: Buffer) => Highlights {
  const highlight = highlighterOfBytes(words);
  const known = new Map<string, Highlight | null>();
  const find = (bytes: string): Highlight | null => {
    const kept = known.get(bytes);
    if (kept !== undefined) return kept;
    const found = highlight(bytes);
    if (known.size < textsKept) known.set(bytes, found);
    return found;
  };
  return (body) => {
    const document: unknown = JSON.parse(body.toString('latin1'));
    const found: Highlights = [];
    for (const way of searched) {
      visit(document, way, 0, '', (path, bytes) => {
        const marked = find(bytes);
        if (marked) found.push({ path, ...marked });
      });
    }
    return found;
  };
}

/** Visits the texts at the end of a way, with the path that leads to each. */
function visit(
  value: unknown,
  way: Way,
  at: number,
  path: string,
  take: (path: string, text: string) => void,
): void {
  const step = way[at];
  if (step === undefined) {
    if (typeof value === 'string') take(path, value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const inner = value as Record<string, unknown>;
  if (typeof step === 'string') {
    visit(inner[step], way, at + 1, `${path}/${step}`, take);
    return;
  }
  for (const key of Object.keys(inner)) {
    if (step === any || step.includes(key)) visit(inner[key], way, at + 1, `${path}/${key}`, take);
  }
}

/** Puts the highlights into a document. */
export const marking = (words: Query): ((body: Buffer) => Buffer) => {
  const find = highlighter(words);
  return (body) => {
    const found = JSON.stringify(find(body));
    return Buffer.concat([body.subarray(0, -1), Buffer.from(`,"highlights":${found}}`)]);
  };
};
