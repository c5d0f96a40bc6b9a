// The home page: what this is, the summits in it, the most reported statements, the sharpest disagreements.
import type { Discrepancy } from '../resources/discrepancies/schema.ts';
import type { Event } from '../resources/events/schema.ts';
import { DiscrepancyTable } from './discrepancies.tsx';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { CountedValue, type FacetValues } from './list-controls.tsx';
import { Day, Link, ShowAll } from './parts.tsx';
import { type FoundStatement, StatementCards } from './statement-card.tsx';
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
        <Summits view={view} summits={summits} />
        <FirstValues view={view} facets={facets} />
        <StatementCards view={view} id="differing" heading={t.sharpest} statements={differing}>
          <p>
            <ShowAll view={view} href="/statements?differing=true&sort=-renditions" />
          </p>
        </StatementCards>
        {conflicts.length > 0 && (
          <section aria-labelledby="conflicts">
            <h2 id="conflicts">{t.conflicts}</h2>
            <DiscrepancyTable view={view} discrepancies={conflicts} label={t.conflicts} />
            <p>
              <ShowAll view={view} href="/discrepancies" />
            </p>
          </section>
        )}
        <StatementCards view={view} id="most" heading={t.mostReported} statements={mostReported}>
          <p>
            <ShowAll view={view} href="/statements?sort=-renditions" />
          </p>
        </StatementCards>
      </div>
    ),
  };
}

function Summits({ view, summits }: Pick<HomeParts, 'summits'> & { view: View }) {
  const { t } = view;
  return (
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
  );
}

const facetHeadings = [
  ['speaker', 'whoSpoke'],
  ['topic', 'aboutWhat'],
  ['outlet', 'throughWhom'],
] as const;

/** The most frequent speakers, topics and outlets. */
const FirstValues = ({ view, facets }: Pick<HomeParts, 'facets'> & { view: View }) => (
  <div class="columns">
    {facetHeadings.map(([name, heading]) => {
      const facet = facets[name];
      return (
        facet && (
          <section aria-labelledby={name}>
            <h2 id={name}>{view.t[heading]}</h2>
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
);

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
