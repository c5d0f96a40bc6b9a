// A statement: what was said, every rendition of it, and how they differ word by word.
import type { Comparison } from '../resources/comparison/schema.ts';
import type { Statement } from '../resources/statements/schema.ts';
import { isDiffering } from '../resources/statements/wording.ts';
import { wordingNames } from './codes.ts';
import { percent } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { Facts, Heading, Links, Tag, Words } from './parts.tsx';
import { MarksKey } from './quoted-words.tsx';
import { RenditionArticle } from './rendition.tsx';
import { StatementContext, speakersOf } from './statement-card.tsx';
import { textFor, type View } from './view.ts';
import { WordByWord } from './word-by-word.tsx';

/** What the page needs beside the statement. */
export interface StatementParts {
  comparison: Comparison;
  /** Number of paragraphs of each source, by id. */
  paragraphs: ReadonlyMap<string, number>;
  /** The statement as linked data. */
  linkedData: object | null;
}

export function statementPage(view: View, statement: Statement, parts: StatementParts): Page {
  const { t } = view;
  const { comparison, paragraphs, linkedData } = parts;
  const segments = new Map(comparison.renditions.map(({ id, segments }) => [id, segments]));
  return {
    title: `${speakersOf(view, statement)}: ${textFor(view, statement.gist).text}`,
    description: descriptionOf(view, statement),
    linkedData,
    oembed: statement.href,
    main: (
      <Fragment>
        <Heading title={<Words view={view} texts={statement.gist} />} kind={t.statement}>
          <StatementContext view={view} statement={statement} />
        </Heading>
        <StatementFacts view={view} statement={statement} />
        <section aria-labelledby="compare">
          <h2 id="compare">{t.compareRenditions}</h2>
          <Verdict view={view} statement={statement} comparison={comparison} />
          {comparison.counts.quoting > 1 && <MarksKey view={view} />}
          {statement.renditions.map((rendition) => (
            <RenditionArticle
              view={view}
              statement={statement}
              rendition={rendition}
              segments={segments.get(rendition.id)}
              paragraphs={paragraphs.get(rendition.source.id)}
            />
          ))}
        </section>
        <WordByWord view={view} renditions={statement.renditions} comparison={comparison} />
      </Fragment>
    ),
  };
}

/** The page of a comparison: only the renditions that it compares. */
export function comparisonPage(view: View, statement: Statement, comparison: Comparison): Page {
  const compared = new Set(comparison.renditions.map(({ id }) => id));
  const renditions = statement.renditions.filter(({ id }) => compared.has(id));
  const page = statementPage(
    view,
    { ...statement, renditions },
    { comparison, paragraphs: new Map(), linkedData: null },
  );
  return { ...page, title: `${view.t.comparison}: ${page.title}` };
}

/** One sentence: who reports it, and how far the words agree. */
function descriptionOf({ t, language }: View, { reported, comparison }: Statement): string {
  const counts = `${t.countRenditions(reported.renditions)} ${t.inSources(reported.sources)}`;
  return `${counts}: ${wordingNames[comparison.wording][language]}. ${t.tagline}`;
}

function StatementFacts({ view, statement }: { view: View; statement: Statement }) {
  const { t } = view;
  const { place, addressees, topics, mentions, saidOn } = statement;
  const links = (to: Statement['topics']) => to.length > 0 && <Links view={view} to={to} />;
  return (
    <Facts
      rows={[
        [t.saidOn, saidOn === null && t.undated],
        [t.place, place && <Links view={view} to={[place]} />],
        [t.addressees, links(addressees)],
        [t.about, links(topics)],
        [t.mentions, links(mentions)],
      ]}
    />
  );
}

/** How far the renditions agree, in a line. */
function Verdict({
  view,
  statement,
  comparison,
}: {
  view: View;
  statement: Statement;
  comparison: Comparison;
}) {
  const { t, language } = view;
  const { wording, similarity, cores } = comparison;
  return (
    <Fragment>
      <p class="verdict">
        {wording !== 'single' && (
          <Tag {...(isDiffering(wording) ? { tone: 'differ' as const } : {})}>
            {wordingNames[wording][language]}
          </Tag>
        )}
        <span>
          {t.countRenditions(statement.reported.renditions)} {t.inSources(statement.reported.sources)}
        </span>
        {similarity && (
          <span>
            {similarity.lowest === similarity.highest
              ? t.similarity(percent(view, similarity.mean))
              : t.similarityRange(percent(view, similarity.lowest), percent(view, similarity.highest))}
          </span>
        )}
      </p>
      {cores.map(
        (core) =>
          core.words.length > 0 && (
            <p class="core">
              {t.commonCore}:{' '}
              <bdi class="w" lang={core.language}>
                {core.words.map(({ forms }) => forms[0]).join(' ')}
              </bdi>
            </p>
          ),
      )}
    </Fragment>
  );
}
