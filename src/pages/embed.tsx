// The page of one quotation that other pages frame.

import { directionOf } from '../records/languages.ts';
import type { Rendition, Statement } from '../resources/statements/schema.ts';
import { style } from './assets.ts';
import { h } from './jsx.ts';
import { Words } from './parts.tsx';
import { EmbeddedQuotation } from './rendition.tsx';
import { textFor, type View } from './view.ts';

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
