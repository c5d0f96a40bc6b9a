// The home page: what this is, the summits in it, the most reported statements, the sharpest disagreements.
import type { Discrepancy } from '../resources/discrepancies/schema.ts';
import type { Event } from '../resources/events/schema.ts';
import { DiscrepancyTable } from './discrepancies.tsx';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { CountedValue, type FacetValues } from './list-controls.tsx';
import { Day, Link } from './parts.tsx';
import { type FoundStatement, StatementCard } from './statement-card.tsx';
import { linked, type View } from './view.ts';

/** What the page shows. */
export interface HomeParts {
  summits: readonly Event[];
  mostReported: readonly FoundStatement[];
  differing: readonly FoundStatement[];
  conflicts: readonly Discrepancy[];
  facets: Record<string, FacetValues | undefined>;
  counts: { statements: number; renditions: number; sources: number };
}

const facetHeadings = [
  ['speaker', 'whoSpoke'],
  ['topic', 'aboutWhat'],
  ['outlet', 'throughWhom'],
] as const;

export function homePage(view: View, parts: HomeParts): Page {
  const { t } = view;
  const { summits, mostReported, differing, conflicts, facets, counts } = parts;
  return {
    title: t.siteName,
    description: `${t.tagline} ${t.whatThisIs}`,
    linkedData: websiteNode(view),
    main: (
      <div class="home">
        <section class="hero">
          <h1>{t.tagline}</h1>
          <p>{t.whatThisIs}</p>
          <p class="n">
            {[
              t.countStatements(counts.statements),
              t.countRenditions(counts.renditions),
              t.countSources(counts.sources),
            ].join(' · ')}
          </p>
        </section>
        <section aria-labelledby="summits">
          <h2 id="summits">{t.summits}</h2>
          <ul class="summits">
            {summits.map((summit) => (
              <li class="card">
                <h3>
                  <Link view={view} to={summit} />
                </h3>
                <p class="who">
                  {summit.start && <Day view={view} day={summit.start} />}
                  {summit.place && <Link view={view} to={summit.place} />}
                  <a href={linked(view, summit.statements.event.href)}>
                    {t.countStatements(summit.statements.event.count)}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </section>
        <div class="columns">
          {facetHeadings.map(([name, heading]) => {
            const facet = facets[name];
            return (
              facet && (
                <section aria-labelledby={name}>
                  <h2 id={name}>{t[heading]}</h2>
                  <ul class="facet">
                    {facet.values.slice(0, 6).map(({ id, ...value }) => (
                      <CountedValue view={view} value={{ ...value, href: `/statements?${name}=${id}` }} />
                    ))}
                  </ul>
                </section>
              )
            );
          })}
        </div>
        <CardSection
          view={view}
          id="differing"
          heading={t.sharpest}
          statements={differing}
          all="/statements?differing=true&sort=-renditions"
        />
        {conflicts.length > 0 && (
          <section aria-labelledby="conflicts">
            <h2 id="conflicts">{t.conflicts}</h2>
            <DiscrepancyTable view={view} discrepancies={conflicts} label={t.conflicts} />
            <p>
              <a class="all" href={linked(view, '/discrepancies')}>
                {t.showAll}
              </a>
            </p>
          </section>
        )}
        <CardSection
          view={view}
          id="most"
          heading={t.mostReported}
          statements={mostReported}
          all="/statements?sort=-renditions"
        />
      </div>
    ),
  };
}

function CardSection({
  view,
  id,
  heading,
  statements,
  all,
}: {
  view: View;
  id: string;
  heading: string;
  statements: readonly FoundStatement[];
  all: string;
}) {
  if (statements.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {statements.map((statement) => (
        <StatementCard view={view} statement={statement} />
      ))}
      <p>
        <a class="all" href={linked(view, all)}>
          {view.t.showAll}
        </a>
      </p>
    </section>
  );
}

/** The site with its search, in the terms of schema.org. */
const websiteNode = ({ origin, t }: View): object => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  '@id': `${origin}/`,
  url: `${origin}/`,
  name: t.siteName,
  description: t.tagline,
  inLanguage: ['en', 'ar'],
  potentialAction: {
    '@type': 'SearchAction',
    target: `${origin}/statements?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
});
