// Quoted words with what other sources share of them marked, by colour and by line.

import { directionOf } from '../records/languages.ts';
import type { ComparedRendition } from '../resources/comparison/schema.ts';
import type { Rendition } from '../resources/statements/schema.ts';
import { Fragment, h } from './jsx.ts';
import type { View } from './view.ts';

type Segment = ComparedRendition['segments'][number];
type Quote = Pick<Rendition['quotes'][number], 'text' | 'start' | 'end'>;

/** The quotes of a rendition as one quotation, in their own language and direction. */
export function QuotedWords({
  quotes,
  language,
  segments = [],
}: {
  quotes: readonly Quote[];
  language: string;
  segments?: readonly Segment[] | undefined;
}) {
  return (
    <blockquote class="q" lang={language} dir={directionOf(language)}>
      {quotes.map((quote, at) => (
        <Fragment>
          {at > 0 && <span class="gap"> … </span>}«<Segmented quote={quote} segments={segments} />»
        </Fragment>
      ))}
    </blockquote>
  );
}

/** One quote; positions count code points from the start of the source. */
function Segmented({ quote, segments }: { quote: Quote; segments: readonly Segment[] }) {
  const inside = segments.filter(({ start, end }) => start >= quote.start && end <= quote.end);
  if (inside.every(({ kind }) => kind === 'core')) return <Fragment>{quote.text}</Fragment>;
  const points = Array.from(quote.text);
  const piece = (start: number, end: number) => points.slice(start - quote.start, end - quote.start).join('');
  return (
    <Fragment>
      {inside.map(({ kind, start, text }, at) => (
        <Fragment>
          {piece(inside[at - 1]?.end ?? quote.start, start)}
          {kind === 'core' ? text : <span class={kind}>{text}</span>}
        </Fragment>
      ))}
      {piece(inside.at(-1)?.end ?? quote.start, quote.end)}
    </Fragment>
  );
}

/** What the marks of quoted words mean. */
export const MarksKey = ({ view: { t } }: { view: View }) => (
  <p class="key">
    <span>
      <span class="own">{t.own}</span> {t.ownWords}
    </span>
    <span>
      <span class="shared">{t.shared}</span> {t.sharedWords}
    </span>
    <span>{t.coreWords}</span>
  </p>
);
