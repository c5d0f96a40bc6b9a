// What the pages of all lists have in common: heading, chosen filters, orders, rows and pages.
import type { FoundList } from '../http/response/answer.ts';
import type { Group } from '../store/plan.ts';
import type { Child } from './jsx.ts';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type Chip, Chips, type FacetValues, Pager, Sorts } from './list-controls.tsx';
import { Heading } from './parts.tsx';
import type { View } from './view.ts';

/** A page of a list as the API answers it. */
export interface ListAnswer<Item> {
  data: readonly Item[];
  /** The same as JSON, for pages that read only what they have not shown lately. */
  bodies: readonly Buffer[];
  page: { total: number; limit: number; next: string | null };
  filters: readonly Group[];
  facets?: Record<string, FacetValues | undefined> | undefined;
}

/** The list as the API answers it; its documents are read when they are first asked for. */
export function listAnswerOf({ bodies, page, beside, filters }: FoundList): ListAnswer<unknown> {
  let data: unknown[] | null = null;
  return {
    ...beside,
    bodies,
    page,
    filters,
    get data() {
      data ??= bodies.map((body): unknown => JSON.parse(body.toString('utf8')));
      return data;
    },
  };
}

/** How a list was asked for: the filters by name, the orders that there are, and the one that was taken. */
export interface Asked {
  chips: readonly Chip[];
  sorts: readonly string[];
  sort: string;
}

/** A list of anything. */
export function ListPage(
  view: View,
  {
    title,
    kind,
    count,
    answer,
    asked: { chips, sorts, sort },
    intro,
    children,
  }: {
    title: string;
    kind?: Child;
    count: string;
    answer: ListAnswer<unknown>;
    asked: Asked;
    intro?: Child;
    children: Child;
  },
): Page {
  const { t } = view;
  return {
    title,
    description: `${count}. ${t.tagline}`,
    isUnlisted: view.query.has('cursor'),
    main: (
      <div>
        <Heading title={title} kind={kind}>
          <p class="n">{count}</p>
          {intro}
        </Heading>
        <Chips view={view} chips={chips} />
        {sorts.length > 1 && answer.data.length > 1 && <Sorts view={view} sorts={sorts} sort={sort} />}
        {answer.data.length === 0 ? (
          <p class="empty">
            <b>{t.nothingFound}</b> {chips.length > 0 && t.takeAway}
          </p>
        ) : (
          children
        )}
        <Pager view={view} next={answer.page.next} />
      </div>
    ),
  };
}

/** A list as linked data: the things on this page, in order. */
export const itemListNode = (
  { origin }: View,
  total: number,
  items: readonly { href: string; name: string }[],
): object => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  numberOfItems: total,
  itemListElement: items.map(({ href, name }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    url: origin + href,
    name,
  })),
});
