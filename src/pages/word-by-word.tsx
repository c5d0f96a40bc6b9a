// The renditions of a statement that quote, each aligned with the same one.
import type { Comparison } from '../resources/comparison/schema.ts';
import type { Rendition } from '../resources/statements/schema.ts';
import { Alignment, stretchesFrom } from './alignment.tsx';
import { number, percent } from './intl.ts';
import { h } from './jsx.ts';
import { carrierName, indexOfFullest } from './statement-card.tsx';
import { linked, type View } from './view.ts';

/** The most alignments on one page. */
const mostAligned = 20;

/** Every quoting rendition aligned with one of them: the one that `base` names, or else the one that quotes most. */
export function WordByWord({
  view,
  renditions,
  comparison,
}: {
  view: View;
  renditions: readonly Rendition[];
  comparison: Comparison;
}) {
  const { t } = view;
  const quoting = renditions.filter(({ quotes }) => quotes.length > 0);
  const base = quoting.find(({ id }) => id === view.query.get('base')) ?? quoting[indexOfFullest(quoting)];
  if (!base) return null;
  const aligned = quoting.flatMap((rendition) => {
    const pair = comparison.pairs.find(
      ({ left, right, similarity }) =>
        similarity !== null &&
        ((left === base.id && right === rendition.id) || (left === rendition.id && right === base.id)),
    );
    return pair ? [{ rendition, pair }] : [];
  });
  if (aligned.length === 0) return null;
  return (
    <section aria-labelledby="aligned">
      <h2 id="aligned">{t.wordByWord}</h2>
      <p>
        {t.comparedWith} <a href={`#${base.id}`}>{carrierName(view, base.source)}</a>
      </p>
      {aligned.slice(0, mostAligned).map(({ rendition, pair }) => (
        <article class="pair">
          <h3>
            <a href={`#${rendition.id}`}>{carrierName(view, rendition.source)}</a>{' '}
            <span class="n">
              {rendition.paragraph !== null && `${t.paragraph(number(view, rendition.paragraph))} · `}
              {t.similarity(percent(view, pair.similarity ?? 0))}
            </span>
          </h3>
          <Alignment view={view} stretches={stretchesFrom(pair, base.id)} language={rendition.language} />
          <p class="small">
            <a href={`${linked(view, `${comparison.statement.href}?base=${rendition.id}`)}#aligned`}>
              {t.compareWithThis}
            </a>
          </p>
        </article>
      ))}
    </section>
  );
}
