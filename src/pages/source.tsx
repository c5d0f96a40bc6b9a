// A source: what the text says of itself, a map of its passages, and what it says of the events.
import { isPlaced } from '../records/rules.ts';
import type { Claim } from '../resources/claims/schema.ts';
import type { Passage } from '../resources/renditions/schema.ts';
import type { Source } from '../resources/sources/schema.ts';
import { modes } from '../resources/statements/schema.ts';
import { ClaimTable } from './claims.tsx';
import { modeNames } from './codes.ts';
import { date, languageName, number } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { CountLink, Facts, Heading, Link, Note, Words } from './parts.tsx';
import { Strip, Swatch } from './position.tsx';
import { speakersOf } from './statement-card.tsx';
import { linked, named, type View } from './view.ts';

/** What the page needs beside the source. */
export interface SourceParts {
  /** The passages in it that report statements, in the order of the text. */
  passages: readonly Passage[];
  claims: readonly Claim[];
  linkedData: object | null;
}

export function sourcePage(view: View, source: Source, { passages, claims, linkedData }: SourceParts): Page {
  const { t } = view;
  const { note, paragraphs, statements, file } = source;
  return {
    title: named(view, source),
    description: `${t.countStatements(statements.source.count)}. ${t.tagline}`,
    linkedData,
    main: (
      <Fragment>
        <Heading title={<Words view={view} texts={source.name} />} kind={t.source} />
        <SourceFacts view={view} source={source} />
        <Note view={view} texts={note} />
        {file === null ? (
          <PassageList view={view} passages={passages} />
        ) : (
          <ArticleMap view={view} paragraphs={paragraphs} passages={passages.filter(isPlaced)} />
        )}
        {claims.length > 0 && (
          <section aria-labelledby="claims">
            <h2 id="claims">{t.claimsHere}</h2>
            <ClaimTable view={view} claims={claims} label={t.claimsHere} />
          </section>
        )}
      </Fragment>
    ),
  };
}

function SourceFacts({ view, source }: { view: View; source: Source }) {
  const { t } = view;
  const { id, outlet, language, publishedOn, dateline, url, renditions, statements, claims, file } = source;
  return (
    <Facts
      rows={[
        [t.outlet, outlet ? <Link view={view} to={outlet} /> : t.unstated],
        [t.publishedOn, publishedOn && date(view, publishedOn)],
        [
          t.dateline,
          dateline && (
            <Fragment>
              <Link view={view} to={dateline.place} />
              {t.comma}
              {date(view, dateline.date)}
            </Fragment>
          ),
        ],
        [t.language, languageName(view, language)],
        [
          t.address,
          url && (
            <a href={url} rel="external">
              {url}
            </a>
          ),
        ],
        [t.statements, <CountLink view={view} count={statements.source} />],
        [
          t.renditions,
          <CountLink view={view} count={{ count: renditions, href: `/renditions?source=${id}` }} />,
        ],
        [t.claims, <CountLink view={view} count={claims} />],
        [t.file, file === null ? t.withoutText : <bdi class="mono">{file}</bdi>],
      ]}
    />
  );
}

/** A passage with a place in the text of its source. */
type Placed = Passage & { paragraph: number; start: number; end: number };

/** What a source reports whose text was not read: nothing has a place in it. */
function PassageList({ view, passages }: { view: View; passages: readonly Passage[] }) {
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

/** Where the passages of one paragraph begin and end in the article, in code points. */
interface Row {
  paragraph: number;
  passages: readonly Placed[];
}

function rowsOf(paragraphs: number, passages: readonly Placed[]): Row[] {
  return Array.from({ length: paragraphs }, (_, at) => ({
    paragraph: at + 1,
    passages: passages.filter(({ paragraph }) => paragraph === at + 1),
  }));
}

/** A row for each paragraph, a bar for each passage at its place in the article as far as passages reach. */
function ArticleMap({
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
        {rowsOf(paragraphs, passages).map(({ paragraph, passages: inside }) => (
          <li>
            <span class="n">
              <span class="hidden">{t.paragraph('')}</span>
              {number(view, paragraph)}
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
