// Quoted words with what other sources share of them marked, by colour and by line.

import { directionOf } from '../records/languages.ts';
import type { ComparedRendition } from '../resources/comparison/schema.ts';
import type { Rendition } from '../resources/statements/schema.ts';
import { Fragment, h } from './jsx.ts';
import type { View } from './view.ts';

type Segment = ComparedRendition['segments'][number];
type Quote = Pick<Rendition['quotes'][number], 'text'>;

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
          {at > 0 && <span class="gap"> … </span>}«
          <Segmented text={quote.text} segments={segments.filter((segment) => segment.quote === at)} />»
        </Fragment>
      ))}
    </blockquote>
  );
}

/** One quote; its segments follow one another in it. */
function Segmented({ text, segments }: { text: string; segments: readonly Segment[] }) {
  if (segments.every(({ kind }) => kind === 'core')) return <Fragment>{text}</Fragment>;
  let end = 0;
  const pieces = segments.map((segment) => {
    const start = text.indexOf(segment.text, end);
    const between = text.slice(end, start);
    end = start + segment.text.length;
    return { between, ...segment };
  });
  return (
    <Fragment>
      {pieces.map(({ between, kind, text: words }) => (
        <Fragment>
          {between}
          {kind === 'core' ? words : <span class={kind}>{words}</span>}
        </Fragment>
      ))}
      {text.slice(end)}
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
