// The page of an entity: its names, its facts, and its most reported statements.
import type { Count } from '../../records/references.ts';
import type { Texts } from '../../records/texts.ts';
import { countryName } from '../intl.ts';
import { type Child, Fragment, h } from '../jsx.ts';
import type { Page } from '../layout.tsx';
import { Facts, Heading, ShowAll, Words } from '../parts.tsx';
import { type FoundStatement, StatementCards } from '../statement-card.tsx';
import { languageOf, linked, named, textFor, type View } from '../view.ts';

/** What an entity's page needs beside the entity: statements to show, and the entity as linked data. */
export interface EntityParts {
  statements: readonly FoundStatement[];
  linkedData: object | null;
}

/** The page of an entity: names, facts, statements with a link to all. */
export function entityPage(
  view: View,
  entity: { name: Texts; href: string },
  {
    kind,
    facts,
    intro,
    all,
    parts,
  }: {
    kind: string;
    facts: readonly (readonly [string, Child])[];
    intro?: Child;
    all: Count;
    parts: EntityParts;
  },
): Page {
  const { t } = view;
  return {
    title: named(view, entity),
    description: `${kind}. ${t.countStatements(all.count)}. ${t.tagline}`,
    linkedData: parts.linkedData,
    main: (
      <Fragment>
        <Heading title={<Words view={view} texts={entity.name} />} kind={kind}>
          <OtherNames view={view} name={entity.name} />
          {intro}
        </Heading>
        <Facts rows={facts} />
        <StatementCards
          view={view}
          id="statements"
          heading={parts.statements.length < all.count ? t.mostReported : t.statements}
          statements={parts.statements}
        >
          <p class="links">
            <ShowAll view={view} href={all.href} count={t.countStatements(all.count)} />
            <Ways view={view} all={all} />
          </p>
        </StatementCards>
      </Fragment>
    ),
  };
}

/** Other ways into the statements of an entity: those that differ, and all by speaker or by topic. */
function Ways({ view, all: { count, href } }: { view: View; all: Count }) {
  const [, query] = href.split('?', 2);
  if (query === undefined || count < 2) return null;
  const { t } = view;
  const ways = [
    { path: `/statements?${query}&differing=true`, text: t.sharpest },
    { path: `/statements/facets/speaker?${query}`, text: t.bySpeaker },
    { path: `/statements/facets/topic?${query}`, text: t.byTopic },
  ];
  return (
    <Fragment>
      {ways
        .filter(({ path }) => !path.includes(`/${query.split('=', 1)}?`))
        .map(({ path, text }) => (
          <a href={linked(view, path)}>{text}</a>
        ))}
    </Fragment>
  );
}

/** The name in the other languages. */
function OtherNames({ view, name }: { view: View; name: Texts }) {
  const shown = textFor(view, name);
  const others = Object.entries(name).filter(([language]) => language !== shown.language);
  return (
    <p class="names">
      {others.map(([language, text], at) => (
        <Fragment>
          {at > 0 && ' · '}
          <bdi {...languageOf(view, language)}>{text}</bdi>
        </Fragment>
      ))}
    </p>
  );
}

const Aliases = ({ aliases }: { aliases: readonly string[] }) => (
  <ul class="aliases">
    {aliases.map((alias) => (
      <li>
        <bdi>{alias}</bdi>
      </li>
    ))}
  </ul>
);

export const wikidataLink = (id: string | null): Child =>
  id && (
    <a href={`https://www.wikidata.org/wiki/${id}`} rel="external">
      {id}
    </a>
  );

export const aliasesOf = (aliases: readonly string[]): Child =>
  aliases.length > 0 && <Aliases aliases={aliases} />;
export const countryOf = (view: View, code: string | null): Child => code && countryName(view, code);
