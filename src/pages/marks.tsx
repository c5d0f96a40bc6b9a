// Texts with what a search found in them marked.
import type { Highlights } from '../http/lists/highlights.ts';
import { languageFault } from '../records/languages.ts';
import { Fragment, h } from './jsx.ts';
import { languageOf, type View } from './view.ts';

type Range = Highlights[number]['ranges'][number];

/** A text with some stretches marked; ranges count code points, in order, and do not overlap. */
export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] | undefined }) {
  if (!ranges?.length) return <Fragment>{text}</Fragment>;
  const points = Array.from(text);
  const piece = (start: number, end?: number) => points.slice(start, end).join('');
  return (
    <Fragment>
      {ranges.map(({ start, end }, at) => (
        <Fragment>
          {piece(ranges[at - 1]?.end ?? 0, start)}
          <mark>{piece(start, end)}</mark>
        </Fragment>
      ))}
      {piece(ranges.at(-1)?.end ?? 0)}
    </Fragment>
  );
}

/** The ranges that were found in the text at a path of the document. */
export const rangesAt = (highlights: Highlights | undefined, path: string): readonly Range[] | undefined =>
  highlights?.find((each) => each.path === path)?.ranges;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const plain = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] as string);

/** A snippet of the API: text with found words in `mark` and everything else escaped. It is read, not passed on as HTML. */
export function Snippet({ view, highlight }: { view: View; highlight: Highlights[number] }) {
  const last = highlight.path.split('/').at(-1) ?? '';
  const language = languageFault(last) === null ? last : null; // else a quotation or an alias, whose language is not at hand
  const pieces = highlight.snippet.split(/<\/?mark>/);
  return (
    <bdi {...(language === null ? { dir: 'auto' as const } : languageOf(view, language))}>
      {pieces.map((piece, at) => (at % 2 === 1 ? <mark>{plain(piece)}</mark> : plain(piece)))}
    </bdi>
  );
}
