// Where passages stand in an article, drawn as bars.

import { directionOf } from '../records/languages.ts';
import { number } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { View } from './view.ts';

/** A stretch of a whole: from 0 to 1. */
export interface Stretch {
  from: number;
  to: number;
  tone?: string | undefined;
}

const [width, height] = [1000, 10];

/** The narrowest bar that can still be seen. */
const narrowest = 8;

/** A strip with bars at their places. It runs in the direction of the page; without a label, what it shows is said elsewhere. */
export function Strip({ view, bars, label }: { view: View; bars: readonly Stretch[]; label?: string }) {
  const isMirrored = directionOf(view.language) === 'rtl';
  const drawing = (
    <Fragment>
      <rect class="ground" x={0} y={0} width={width} height={height} />
      {bars.map(({ from, to, tone }) => {
        const size = Math.max(narrowest, Math.round((to - from) * width));
        const start = Math.min(Math.round(from * width), width - size);
        const x = isMirrored ? width - start - size : start;
        return <rect class={tone ?? 'bar'} x={x} y={0} width={size} height={height} />;
      })}
    </Fragment>
  );
  const viewBox = `0 0 ${width} ${height}`;
  return label === undefined ? (
    <svg class="strip" viewBox={viewBox} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {drawing}
    </svg>
  ) : (
    <svg class="strip" viewBox={viewBox} preserveAspectRatio="none" role="img" aria-label={label}>
      {drawing}
    </svg>
  );
}

/** The colour of a bar, for the key. */
export const Swatch = ({ tone }: { tone: string }) => (
  <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    <rect class={tone} x={0} y={0} width={12} height={12} />
  </svg>
);

/** Where a passage stands: its paragraph, drawn and said; or that its source is known without its text. */
export function Place({
  view,
  paragraph,
  of,
}: {
  view: View;
  paragraph: number | null;
  of: number | undefined;
}) {
  const { t } = view;
  if (paragraph === null) return <p class="position">{t.withoutText}</p>;
  if (of === undefined) return <p class="position">{t.paragraph(number(view, paragraph))}</p>;
  return (
    <p class="position">
      <span>{t.paragraphOf(number(view, paragraph), number(view, of))}</span>
      <Strip view={view} bars={[{ from: (paragraph - 1) / of, to: paragraph / of }]} />
    </p>
  );
}
