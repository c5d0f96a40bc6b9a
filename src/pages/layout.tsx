// The document around every page: head, header with search and navigation, footer.

import { directionOf } from '../records/languages.ts';
import { icon, script, style } from './assets.ts';
import { Header } from './header.tsx';
import { date } from './intl.ts';
import { type Child, Fragment, Html, h } from './jsx.ts';
import { languages } from './strings.ts';
import { linked, pathWith, type View, withParameter } from './view.ts';

/** The same answer in another format. */
export interface Alternate {
  /** What the link says: `JSON`. */
  name: string;
  mediaType: string;
  href: string;
}

/** What is particular to one page. */
export interface Page {
  title: string;
  /** One sentence for search engines and for whoever shares the page. */
  description: string;
  main: Child;
  /** Formats of the same answer. */
  alternates?: readonly Alternate[];
  /** The answer as linked data, a JSON-LD document. */
  linkedData?: object | null;
  /** Path that an oEmbed consumer asks about. */
  oembed?: string | undefined;
  /** Whether search engines are to leave the page out. */
  isUnlisted?: boolean;
  /** The words that were searched for. */
  search?: string | undefined;
}

/** The page as a whole document. */
export function documentOf(view: View, page: Page): string {
  const { t, language } = view;
  const root = (
    <html lang={language} dir={directionOf(language)} prefix="og: https://ogp.me/ns#">
      <Head view={view} page={page} />
      <body>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        <Header view={view} search={page.search} />
        <main id="main" tabindex={-1}>
          {page.main}
        </main>
        <Footer view={view} alternates={page.alternates ?? []} />
      </body>
    </html>
  );
  return `<!doctype html>${root?.text}`;
}

/** The address of the page in a language. */
const urlIn = (view: View, language: string): string =>
  view.origin + withParameter(pathWith(view.path, view.query), 'lang', language);

function Head({ view, page }: { view: View; page: Page }) {
  const { t, language, origin } = view;
  const title = page.title === t.siteName ? `${t.siteName}: ${t.tagline}` : `${page.title} · ${t.siteName}`;
  const own = view.chosen ? urlIn(view, view.chosen) : origin + pathWith(view.path, view.query);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={page.description} />
      <meta name="color-scheme" content="light dark" />
      {page.isUnlisted && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={style.href} />
      <script src={script.href} defer />
      <link rel="icon" href={icon.href} type={icon.mediaType} />
      <link rel="canonical" href={own} />
      {languages.map((each) => (
        <link rel="alternate" hreflang={each} href={urlIn(view, each)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={origin + pathWith(view.path, view.query)} />
      {page.alternates?.map(({ mediaType, href, name }) => (
        <link rel="alternate" type={mediaType} href={origin + href} title={name} />
      ))}
      {page.oembed && (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={`${origin}/oembed?url=${encodeURIComponent(origin + linked(view, page.oembed))}`}
          title={page.title}
        />
      )}
      <meta property="og:title" content={page.title} />
      <meta property="og:description" content={page.description} />
      <meta property="og:type" content={page.oembed ? 'article' : 'website'} />
      <meta property="og:url" content={own} />
      <meta property="og:site_name" content={t.siteName} />
      <meta property="og:locale" content={language === 'ar' ? 'ar_AR' : 'en_GB'} />
      <meta name="twitter:card" content="summary" />
      {page.linkedData && <LinkedData node={page.linkedData} />}
    </head>
  );
}

/** Linked data as a data block: no browser runs it. A `<` in it could end the element. */
function LinkedData({ node }: { node: object }) {
  const json = JSON.stringify(node).replaceAll('<', '\\u003c');
  return <script type="application/ld+json">{new Html(json)}</script>;
}

function Footer({ view, alternates }: { view: View; alternates: readonly Alternate[] }) {
  const { t, dataset } = view;
  return (
    <footer class="bottom">
      {alternates.length > 0 && (
        <p>
          {t.otherFormats}{' '}
          {alternates.map(({ name, href, mediaType }, at) => (
            <Fragment>
              {at > 0 && ' · '}
              <a href={href} type={mediaType}>
                {name}
              </a>
            </Fragment>
          ))}
        </p>
      )}
      <p>
        {dataset && (
          <Fragment>
            <a href={linked(view, '/dataset')}>{t.dataset}</a> <bdi class="mono">{dataset.version}</bdi>
            {t.comma.trim()}{' '}
            <time datetime={dataset.ingestedAt}>{date(view, dataset.ingestedAt.slice(0, 10))}</time> ·{' '}
          </Fragment>
        )}
        {t.facts} · <a href={linked(view, '/changes')}>{t.changes}</a> · <a href="/docs">{t.api}</a>
      </p>
    </footer>
  );
}
