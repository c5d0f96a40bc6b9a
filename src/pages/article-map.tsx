// What a source reports: a map of its passages, or a list of them.
import type { Passage } from '../resources/renditions/schema.ts';
import { modes } from '../resources/statements/schema.ts';
import { modeNames } from './codes.ts';
import { number } from './intl.ts';
import { h } from './jsx.ts';
import { Words } from './parts.tsx';
import { Strip, Swatch } from './position.tsx';
import { speakersOf } from './statement-card.tsx';
import { linked, type View } from './view.ts';

/** A passage with a place in the text of its source. */
type Placed = Passage & { paragraph: number; start: number; end: number };

/** What a source reports whose text was not read: nothing has a place in it. */
export function PassageList({ view, passages }: { view: View; passages: readonly Passage[] }) {
  if (passages.length === 0) return null;
  return (
    <section aria-labelledby="map">
      <h2 id="map">{view.t.renditions}</h2>
      {passages.map((passage) => (
        <p>
          <Reported view={view} passage={passage} />
        </p>
      ))}
    </section>
  );
}

/** A row for each paragraph, a bar for each passage at its place in the article as far as passages reach. */
export function ArticleMap({
  view,
  paragraphs,
  passages,
}: {
  view: View;
  paragraphs: number;
  passages: readonly Placed[];
}) {
  const { t } = view;
  const length = Math.max(1, ...passages.map(({ end }) => end));
  const bars = passages.map(({ start, end, mode }) => ({
    from: start / length,
    to: end / length,
    tone: mode,
  }));
  const label = `${t.mapOf}: ${t.countRenditions(passages.length)}, ${t.countParagraphs(paragraphs)}`;
  return (
    <section aria-labelledby="map">
      <h2 id="map">{t.mapOf}</h2>
      <p class="n">{t.mapNote}</p>
      <p class="key">
        {modes.map((mode) => (
          <span>
            <Swatch tone={mode} /> {modeNames[mode][view.language]}
          </span>
        ))}
      </p>
      <div class="overview">
        <Strip view={view} bars={bars} label={label} />
      </div>
      <ol class="map">
        {byParagraph(paragraphs, passages).map((inside, at) => (
          <li>
            <span class="n">
              <span class="hidden">{t.paragraph('')}</span>
              {number(view, at + 1)}
            </span>
            <div>
              {inside.length === 0 && <span class="n">{t.nothingHere}</span>}
              {inside.map((passage) => (
                <PassageRow view={view} passage={passage} within={extentOf(inside)} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** For each paragraph, those in it. */
const byParagraph = (paragraphs: number, passages: readonly Placed[]): Placed[][] =>
  Array.from({ length: paragraphs }, (_, at) => passages.filter(({ paragraph }) => paragraph === at + 1));

/** Where the passages of one paragraph begin and end in the article, in code points. */
const extentOf = (passages: readonly Placed[]): { start: number; end: number } => ({
  start: Math.min(...passages.map(({ start }) => start)),
  end: Math.max(...passages.map(({ end }) => end)),
});

function PassageRow({
  view,
  passage,
  within,
}: {
  view: View;
  passage: Placed;
  within: { start: number; end: number };
}) {
  const { mode, start, end } = passage;
  const size = within.end - within.start;
  const bar = { from: (start - within.start) / size, to: (end - within.start) / size, tone: mode };
  return (
    <p class="passage">
      <Strip view={view} bars={[bar]} />
      <Reported view={view} passage={passage} />
    </p>
  );
}

/** Who said what, with a link to all who report it. */
function Reported({ view, passage: { id, statement, mode } }: { view: View; passage: Passage }) {
  return (
    <span>
      <b>{speakersOf(view, statement)}</b>{' '}
      <a href={linked(view, `${statement.href}#${id}`)}>
        <Words view={view} texts={statement.gist} />
      </a>{' '}
      <span class="n">{modeNames[mode][view.language]}</span>
    </span>
  );
}
