// A source: what the text says of itself, a map of its passages, and what it says of the events.
import { isPlaced } from '../records/rules.ts';
import type { Claim } from '../resources/claims/schema.ts';
import type { Passage } from '../resources/renditions/schema.ts';
import type { Source } from '../resources/sources/schema.ts';
import { ArticleMap, PassageList } from './article-map.tsx';
import { ClaimTable } from './claims.tsx';
import { date, languageName } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { CountLink, Facts, Heading, Link, Note, Words } from './parts.tsx';
import { named, type View } from './view.ts';

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
