// The page of one quotation that other pages frame.

import { directionOf } from '../records/languages.ts';
import type { Rendition, Statement } from '../resources/statements/schema.ts';
import { style } from './assets.ts';
import { h } from './jsx.ts';
import { Words } from './parts.tsx';
import { QuotedWords } from './quoted-words.tsx';
import { StatementContext } from './statement-card.tsx';
import { linked, named, textFor, type View } from './view.ts';

/** The whole document: no header, no script, nothing that a framing page does not need. */
export function embedDocument(view: View, statement: Statement, rendition: Rendition): string {
  const { t, language, origin } = view;
  const root = (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <base target="_blank" />
        <title>{`${textFor(view, statement.gist).text} · ${t.siteName}`}</title>
        <link rel="stylesheet" href={style.href} />
        <link rel="canonical" href={origin + statement.href} />
      </head>
      <body class="framed">
        <main>
          <h1 class="hidden">
            <Words view={view} texts={statement.gist} />
          </h1>
          <EmbeddedQuotation view={view} statement={statement} rendition={rendition} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${root?.text}`;
}

/** The words of a quotation, who said them, and who reports them. */
function EmbeddedQuotation({
  view,
  statement,
  rendition,
}: {
  view: View;
  statement: Statement;
  rendition: Rendition;
}) {
  const { t, origin } = view;
  const { quotes, language, source, via } = rendition;
  const whole = origin + linked(view, `${statement.href}#${rendition.id}`);
  return (
    <figure class="embedded">
      {quotes.length > 0 ? (
        <QuotedWords quotes={quotes} language={language} />
      ) : (
        <p class="gist">
          <Words view={view} texts={statement.gist} />
        </p>
      )}
      <figcaption>
        <StatementContext view={view} statement={statement} />
        <p class="who">
          <span>{named(view, source)}</span>
          <span>{source.outlet ? named(view, source.outlet) : t.unstated}</span>
          {via && (
            <span>
              {t.credits} {named(view, via)}
            </span>
          )}
        </p>
        <p class="small">
          <a href={whole}>
            {t.siteName}: {t.allRenditions}
          </a>
        </p>
      </figcaption>
    </figure>
  );
}
