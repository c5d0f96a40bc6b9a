// A rendition: whose passage, how it is introduced, its words, where it stands; and how to embed it.
import type { ComparedRendition } from '../resources/comparison/schema.ts';
import type { Passage } from '../resources/renditions/schema.ts';
import type { Rendition, Statement } from '../resources/statements/schema.ts';
import { modeNames, proofNames } from './codes.ts';
import { embedCode, embedPath, frameSizeOf } from './embed-code.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { Heading, Link, Note, Tag, Words } from './parts.tsx';
import { Place } from './position.tsx';
import { StatementContext, speakersOf } from './statement-card.tsx';
import { linked, named, textFor, type View } from './view.ts';
import { WordsOfPassage } from './words-of-passage.tsx';

type InShort = Pick<Statement, 'href' | 'speakers' | 'gist'>;

/** One rendition among the others of its statement; its id is an anchor. */
export function RenditionArticle({
  view,
  statement,
  rendition,
  segments,
  paragraphs,
  isAlone = false,
}: {
  view: View;
  statement: InShort;
  rendition: Rendition;
  /** Whether the page shows it alone: its heading is then one of the page. */
  isAlone?: boolean;
  segments?: ComparedRendition['segments'] | undefined;
  paragraphs?: number | undefined;
}) {
  const { t } = view;
  const { id, href, source, quotes, note } = rendition;
  return (
    <article class="rendition" id={id}>
      {isAlone ? (
        <h2>
          <Link view={view} to={source} />
        </h2>
      ) : (
        <h3>
          <Link view={view} to={source} />
        </h3>
      )}
      <Introduction view={view} rendition={rendition} />
      <WordsOfPassage view={view} rendition={rendition} segments={segments} />
      <Note view={view} texts={note} />
      <Place view={view} paragraph={rendition.paragraph} of={paragraphs} />
      <div class="small links">
        <a href={linked(view, href)}>{t.permalink}</a>
        {quotes[0]?.link && (
          <a href={quotes[0].link} rel="external">
            {t.readThere}
          </a>
        )}
        {quotes.length > 0 && <Embed view={view} statement={statement} rendition={rendition} />}
      </div>
    </article>
  );
}

/** Who published it or is credited, and how the words are introduced. */
export function Introduction({
  view,
  rendition: { source, via, mode, proof, cue, language },
}: {
  view: View;
  rendition: Pick<Rendition, 'source' | 'via' | 'mode' | 'proof' | 'cue' | 'language'>;
}) {
  const { t } = view;
  return (
    <p class="who">
      <span>{source.outlet ? <Link view={view} to={source.outlet} /> : t.unstated}</span>
      {via && (
        <span>
          {t.credits} <Link view={view} to={via} />
        </span>
      )}
      <Tag>{modeNames[mode][view.language]}</Tag>
      {proof === 'none' && <Tag>{proofNames[proof][view.language]}</Tag>}
      {cue && (
        <span>
          {t.verb}: <bdi lang={language}>{cue.text}</bdi>
        </span>
      )}
    </p>
  );
}

function Embed({ view, statement, rendition }: { view: View; statement: InShort; rendition: Rendition }) {
  const { t, origin, language, chosen } = view;
  const path = embedPath(statement.href, rendition.id, chosen ?? language);
  const title = `${speakersOf(view, statement)}: ${textFor(view, statement.gist).text}`;
  const id = `embed-${rendition.id}`;
  return (
    <details class="embed">
      <summary>{t.embedThis}</summary>
      <label for={id}>{t.embedHow}</label>
      <textarea id={id} rows={3} readonly dir="ltr">
        {embedCode(origin + path, title, frameSizeOf(rendition))}
      </textarea>
      <p class="small links">
        <a href={path}>{t.embedPreview}</a>
        <button type="button" hidden data-copy={id} data-copied={t.copied}>
          {t.copy}
        </button>
      </p>
    </details>
  );
}

/** The page of one rendition. */
export function renditionPage(
  view: View,
  passage: Passage,
  { paragraphs }: { paragraphs: number | undefined },
): Page {
  const { t } = view;
  const { statement, source } = passage;
  return {
    title: `${speakersOf(view, statement)}: ${textFor(view, statement.gist).text}`,
    description: `${named(view, source)}. ${t.tagline}`,
    oembed: `${statement.href}#${passage.id}`,
    main: (
      <Fragment>
        <Heading title={<Words view={view} texts={statement.gist} />} kind={t.rendition}>
          <StatementContext view={view} statement={statement} />
        </Heading>
        <RenditionArticle
          view={view}
          statement={statement}
          rendition={passage}
          paragraphs={paragraphs}
          isAlone
        />
        <p>
          <a href={linked(view, `${statement.href}#${passage.id}`)}>{t.allRenditions}</a>
        </p>
      </Fragment>
    ),
  };
}
