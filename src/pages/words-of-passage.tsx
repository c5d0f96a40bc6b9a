// The words of a passage that the record holds: what stands inside quotation marks, and the excerpt around it.
import { directionOf } from '../records/languages.ts';
import type { ComparedRendition } from '../resources/comparison/schema.ts';
import type { Rendition } from '../resources/statements/schema.ts';
import { Fragment, h } from './jsx.ts';
import { QuotedWords } from './quoted-words.tsx';
import type { View } from './view.ts';

/** Says that nothing is quoted where neither is there. */
export function WordsOfPassage({
  view: { t },
  rendition: { quotes, excerpt, language },
  segments,
}: {
  view: View;
  rendition: Pick<Rendition, 'quotes' | 'excerpt' | 'language'>;
  segments?: ComparedRendition['segments'] | undefined;
}) {
  return (
    <Fragment>
      {quotes.length > 0 ? (
        <QuotedWords quotes={quotes} language={language} segments={segments} />
      ) : (
        <p class="n">{t.quotesNothing}</p>
      )}
      {excerpt && (
        <figure class="excerpt">
          <figcaption>{t.excerpt}</figcaption>
          <blockquote lang={language} dir={directionOf(language)}>
            {excerpt.text}
          </blockquote>
        </figure>
      )}
    </Fragment>
  );
}
