// A statement in a list: who, when, where, what, in which words, and who reports it.
import type { Highlights } from '../http/lists/highlights.ts';
import { directionOf } from '../records/languages.ts';
import type { Reference } from '../records/references.ts';
import type { Rendition, Statement } from '../resources/statements/schema.ts';
import { isDiffering } from '../resources/statements/wording.ts';
import { wordingNames } from './codes.ts';
import { listed } from './intl.ts';
import { type Child, Fragment, h } from './jsx.ts';
import { Marked, rangesAt } from './marks.tsx';
import { Day, Link, Links, Tag, Words } from './parts.tsx';
import { linked, named, shortName, type View } from './view.ts';

/** A statement as a list answers it. */
export type FoundStatement = Statement & { highlights?: Highlights | undefined };

export function StatementCard({ view, statement }: { view: View; statement: FoundStatement }) {
  const { gist, href, highlights } = statement;
  return (
    <article class="card">
      <StatementContext view={view} statement={statement} />
      <h2 class="gist">
        <a href={linked(view, href)}>
          <Words view={view} texts={gist} ranges={(language) => rangesAt(highlights, `/gist/${language}`)} />
        </a>
      </h2>
      <BestQuotes statement={statement} />
      <Carriers view={view} statement={statement} />
    </article>
  );
}

/** A section of the page with cards, and links below them; nothing where there are no statements. */
export const StatementCards = ({
  view,
  id,
  heading,
  statements,
  children,
}: {
  view: View;
  id: string;
  heading: string;
  statements: readonly FoundStatement[];
  children?: Child;
}) =>
  statements.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {statements.map((statement) => (
        <StatementCard view={view} statement={statement} />
      ))}
      {children}
    </section>
  );

/** Who said it, when, and on what occasion. */
export function StatementContext({
  view,
  statement: { speakers, saidOn, event, place },
}: {
  view: View;
  statement: Pick<Statement, 'speakers' | 'saidOn'> & Partial<Pick<Statement, 'event' | 'place'>>;
}) {
  return (
    <p class="who">
      <b>
        <Links view={view} to={speakers} />
      </b>
      {saidOn && <Day view={view} day={saidOn} />}
      {event && <Link view={view} to={event} />}
      {!event && place && <Link view={view} to={place} />}
    </p>
  );
}

/** The names of the speakers, in a text. */
export const speakersOf = (view: View, { speakers }: Pick<Statement, 'speakers'>): string =>
  listed(
    view,
    speakers.map((speaker) => named(view, speaker)),
  );

/** The words of the rendition in which something was found, or else of the one that quotes most. */
function BestQuotes({ statement: { renditions, highlights } }: { statement: FoundStatement }) {
  const found = highlights?.find(({ path }) => path.startsWith('/renditions/'))?.path.split('/')[2];
  const at = found === undefined ? indexOfFullest(renditions) : Number(found);
  const rendition = renditions[at];
  if (!rendition || rendition.quotes.length === 0) return null;
  return (
    <blockquote class="q" lang={rendition.language} dir={directionOf(rendition.language)}>
      {rendition.quotes.map(({ text }, index) => (
        <Fragment>
          {index > 0 && ' … '}«
          <Marked text={text} ranges={rangesAt(highlights, `/renditions/${at}/quotes/${index}/text`)} />»
        </Fragment>
      ))}
    </blockquote>
  );
}

const lengthOf = ({ quotes }: Rendition): number => quotes.reduce((sum, { text }) => sum + text.length, 0);

/** Where the rendition stands that quotes most. */
export const indexOfFullest = (renditions: readonly Rendition[]): number =>
  renditions.reduce(
    (best, rendition, at) => (lengthOf(rendition) > lengthOf(renditions[best] as Rendition) ? at : best),
    0,
  );

/** The sources that report it, and how far their words agree. */
function Carriers({ view, statement }: { view: View; statement: Statement }) {
  const { t, language } = view;
  const { reported, comparison, renditions } = statement;
  const sources = new Map(renditions.map(({ source }) => [source.id, source]));
  const isComparable = reported.renditions > 1;
  return (
    <p class="carried">
      {isComparable && (
        <Tag {...(isDiffering(comparison.wording) ? { tone: 'differ' as const } : {})}>
          {wordingNames[comparison.wording][language]}
        </Tag>
      )}
      <span>{t.inSources(reported.sources)}:</span>
      {[...sources.values()].map((source) => (
        <a class="pill" href={linked(view, source.href)} title={named(view, source)}>
          {carrierName(view, source)}
        </a>
      ))}
      {isComparable && (
        <a href={linked(view, `${statement.href}#compare`)}>
          {t.compare}
          <span class="hidden">
            : <Words view={view} texts={statement.gist} />
          </span>
        </a>
      )}
    </p>
  );
}

/** A source in short, with its publisher where the text names one: `Article 003 (Xinhua)`. */
export const carrierName = (view: View, source: Reference & { outlet: Reference | null }): string =>
  source.outlet ? `${shortName(view, source)} (${named(view, source.outlet)})` : shortName(view, source);
