// The dataset: its version, how much of it there is, and the whole of it as files.
import type { Collection } from '../records/kinds.ts';
import { date } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { CountLink, Facts, Heading } from './parts.tsx';
import { linked, type View } from './view.ts';

/** What `/dataset` answers. */
export interface DatasetAnswer {
  version: string;
  ingestedAt: string;
  licence: string;
  collections: Record<Collection, { count: number; href: string }>;
  downloads: readonly { href: string; mediaType: string }[];
  changes: string;
}

export function datasetPage(view: View, answer: DatasetAnswer): Page {
  const { t } = view;
  const { version, ingestedAt, licence, collections, downloads } = answer;
  return {
    title: t.dataset,
    description: t.tagline,
    main: (
      <Fragment>
        <Heading title={t.dataset} />
        <Facts
          rows={[
            [t.version, <bdi class="mono">{version}</bdi>],
            [t.loaded, date(view, ingestedAt)],
            [t.licence, licence],
            ...Object.entries(collections).map(
              ([name, count]) => [t[name as Collection], <CountLink view={view} count={count} />] as const,
            ),
          ]}
        />
        <h2>{t.downloads}</h2>
        <ul class="plain">
          {downloads.map(({ href, mediaType }) => (
            <li>
              <a href={href} type={mediaType}>
                <bdi>{href.slice(1)}</bdi>
              </a>{' '}
              <span class="n">{href.endsWith('.sqlite') ? t.database : t.records}</span>
            </li>
          ))}
        </ul>
        <p>
          <a href={linked(view, '/changes')}>{t.changed}</a>
        </p>
      </Fragment>
    ),
  };
}
