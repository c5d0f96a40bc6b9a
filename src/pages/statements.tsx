// The list of statements: cards, facets with counts, chosen filters, sorts and pages.

import type { Suggestion } from '../resources/search/schema.ts';
import { parameterName } from './codes.ts';
import { Filters } from './filters.tsx';
import { number } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import { cardOf } from './kept-cards.ts';
import type { Page } from './layout.tsx';
import { type Asked, itemListNode, type ListAnswer } from './list.tsx';
import { type Chip, Chips, Pager, Sorts } from './list-controls.tsx';
import { type NamesInWords, noNames } from './names-in-words.ts';
import { Heading, Words } from './parts.tsx';
import type { FoundStatement } from './statement-card.tsx';
import { linked, pathWith, type View } from './view.ts';

export function statementsPage(
  view: View,
  answer: ListAnswer<FoundStatement>,
  { chips, sorts, sort }: Asked,
  names: NamesInWords = noNames,
): Page {
  const { t } = view;
  const { bodies, page, facets = {} } = answer;
  const cards = bodies.map((body) => cardOf(view, body));
  const words = view.query.get('q') ?? undefined;
  const title = titleOf(view, t.statements, chips);
  return {
    title,
    description: `${t.countStatements(page.total)}. ${t.tagline}`,
    search: words,
    linkedData: itemListNode(view, page.total, cards),
    isUnlisted: view.query.has('cursor'),
    main: (
      <div class="with-aside">
        <div>
          <Heading title={title}>
            <p class="n">
              {t.countStatements(page.total)}{' '}
              <a class="to-filters" href="#filters">
                {t.filters}
              </a>
            </p>
          </Heading>
          <Chips view={view} chips={chips} />
          <Suggestions view={view} names={names} />
          {words && (
            <p>
              <a href={linked(view, pathWith('/search', new URLSearchParams({ q: words })))}>
                {t.everywhere}
              </a>
            </p>
          )}
          {cards.length > 1 && <Sorts view={view} sorts={sorts} sort={sort} />}
          {cards.map(({ html }) => html)}
          {cards.length === 0 && (
            <p class="empty">
              <b>{t.nothingFound}</b> {t.takeAway}
            </p>
          )}
          <Pager view={view} next={page.next} />
        </div>
        <Filters view={view} unit="statement" facets={facets} />
      </div>
    ),
  };
}

/** What is listed, and whose and about what where filters say so. */
export function titleOf({ t, language }: View, all: string, chips: readonly Chip[]): string {
  if (chips.length === 0) return all;
  const names = chips.map(({ parameter, name, isNegated }) => {
    const value = isNegated ? `${t.not} ${name}` : name;
    return parameter === 'speaker' || parameter === 'topic' || parameter === 'differing'
      ? value
      : `${parameterName(parameter, language)}: ${value}`;
  });
  return `${all}: ${names.join(t.comma)}`;
}

/** The statements that pass several filters. */
const allOf = (filters: readonly Suggestion[]): string =>
  pathWith(
    '/statements',
    new URLSearchParams(filters.map(({ param, value }): [string, string] => [param, value])),
  );

/** Names that the searched words complete to: a filter finds more than words do. */
function Suggestions({ view, names: { together, suggestions } }: { view: View; names: NamesInWords }) {
  if (suggestions.length === 0) return null;
  return (
    <p class="suggestions">
      {view.t.filterBy}{' '}
      {together.length > 0 && (
        <a class="pill" href={linked(view, allOf(together))}>
          {together.map(({ name }, at) => (
            <Fragment>
              {at > 0 && ' + '}
              <Words view={view} texts={name} />
            </Fragment>
          ))}
        </a>
      )}{' '}
      {suggestions.map(({ name, param, count, href }) => (
        <a class="pill" href={linked(view, href)}>
          {parameterName(param, view.language)}: <Words view={view} texts={name} />{' '}
          <span class="n">{number(view, count)}</span>
        </a>
      ))}
    </p>
  );
}
