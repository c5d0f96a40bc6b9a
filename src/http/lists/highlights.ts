// Highlights of documents: where the words of a search stand in their original texts, and HTML-safe snippets.
import { z } from 'zod';
import { type Highlight, highlighter } from '../../text/highlight.ts';
import type { TextQuery } from '../../text/query.ts';

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
  .meta({ description: 'The items that were found, quotations first.' });

export type Highlights = z.output<typeof highlights>;

/** An item as a list with `q` answers it. */
export const withHighlights = <Shape extends z.core.$ZodLooseShape>(item: z.ZodObject<Shape>, id: string) =>
  item
    .extend({
      highlights: highlights
        .optional()
        .meta({ description: 'The texts in which `q` was found. Only with `q`.' }),
    })
    .meta({ id, description: 'An item of the list, with what `q` found in it.' });

/** Any key of an object, or any index of an array. */
const any = Symbol('any');

/** A path to texts: at each step one key, one of several keys (in the document's own order), or any. */
type Path = readonly (string | readonly string[] | typeof any)[];

/** The texts in which a search is highlighted, in the order in which hits are worth showing. */
const searchedPaths: readonly Path[] = [
  ['renditions', any, 'quotes', any, 'text'],
  ['quotes', any, 'text'],
  ['renditions', any, 'excerpt', 'text'],
  ['excerpt', 'text'],
  ['gist', any],
  ['statement', 'gist', any],
  ['description', any],
  ['value', 'value', any],
  ['name', any],
  ['aliases', any],
  ['roles', any, 'title', any],
  [['speakers', 'addressees', 'topics', 'mentions'], any, 'name', any],
  ['statement', 'speakers', any, 'name', any],
  [['event', 'place', 'attributedTo', 'outlet'], 'name', any],
  ['note', any],
];

/** Bounds the texts whose highlights are cached for one request: the same names stand in many documents. */
const maxCachedTexts = 2_000;

/** Returns a function that highlights every text of a document, which is JSON in UTF-8. */
export function documentHighlighter(query: TextQuery): (body: Buffer) => Highlights {
  const highlight = highlighter(query);
  const cache = new Map<string, Highlight | null>();
  const cached = (text: string): Highlight | null => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const found = highlight(text);
    if (cache.size < maxCachedTexts) cache.set(text, found);
    return found;
  };
  return (body) => {
    const document: unknown = JSON.parse(body.toString('utf8'));
    const found: Highlights = [];
    for (const path of searchedPaths) {
      visitTexts(document, path, 0, '', (pointer, text) => {
        const highlighted = cached(text);
        if (highlighted) found.push({ path: pointer, ...highlighted });
      });
    }
    return found;
  };
}

/** Visits the texts at the end of a path, each with its JSON Pointer. */
function visitTexts(
  value: unknown,
  path: Path,
  at: number,
  pointer: string,
  visit: (pointer: string, text: string) => void,
): void {
  const step = path[at];
  if (step === undefined) {
    if (typeof value === 'string') visit(pointer, value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const inner = value as Record<string, unknown>;
  if (typeof step === 'string') {
    visitTexts(inner[step], path, at + 1, `${pointer}/${step}`, visit);
    return;
  }
  for (const key of Object.keys(inner)) {
    if (step === any || step.includes(key)) visitTexts(inner[key], path, at + 1, `${pointer}/${key}`, visit);
  }
}

/** Returns a function that adds the member `highlights` to a document. */
export const marking = (query: TextQuery): ((body: Buffer) => Buffer) => {
  const highlightsOf = documentHighlighter(query);
  return (body) => {
    const highlights = JSON.stringify(highlightsOf(body));
    return Buffer.concat([body.subarray(0, -1), Buffer.from(`,"highlights":${highlights}}`)]);
  };
};
