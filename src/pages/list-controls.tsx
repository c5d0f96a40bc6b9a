// What a reader moves through a list with: chosen filters, facets, orders, pages.
import type { FacetValue } from '../http/lists/facets/facet.ts';
import { parameterName, sortName } from './codes.ts';
import { number } from './intl.ts';
import { type Child, Fragment, Html, h, html } from './jsx.ts';
import { Words } from './parts.tsx';
import { changed, linked, pathWith, type View } from './view.ts';

/** A filter that was chosen, with the link that takes it away. */
export interface Chip {
  parameter: string;
  name: string;
  isNegated: boolean;
  href: string;
}

/** The chosen filters, to take away one by one. */
export function Chips({ view, chips }: { view: View; chips: readonly Chip[] }) {
  const { t } = view;
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t.filtersChosen}>
      {chips.map(({ parameter, name, isNegated, href }) => {
        const label = `${parameterName(parameter, view.language)}: ${isNegated ? `${t.not} ` : ''}${name}`;
        return (
          <li>
            <a href={linked(view, href)} aria-label={t.removeFilter(label)}>
              {label} <span aria-hidden="true">✕</span>
            </a>
          </li>
        );
      })}
      {chips.length > 1 && (
        <li>
          <a href={linked(view, unfiltered(view))}>{t.removeAll}</a>
        </li>
      )}
    </ul>
  );
}

/** The page without any filter; a cross table keeps its facets. */
function unfiltered({ path, query }: View): string {
  const by = query.get('by');
  return by === null ? path : pathWith(path, new URLSearchParams({ by }));
}

/** The values of one facet as an envelope holds them. */
export interface FacetValues {
  total: number;
  values: readonly FacetValue[];
  next: string | null;
}

/** How many values of a facet are shownValues at once; the others unfold. */
const shownValues = 8;

/** The values of a facet as links, each with the number of documents that it leaves. */
export function FacetList({ view, name, facet }: { view: View; name: string; facet: FacetValues }) {
  const { values, next } = facet;
  if (values.length === 0) return null;
  const first = values.slice(0, shownValues);
  const others = values.slice(shownValues);
  return (
    <details open={isSelected(values) || openFacets.has(name)}>
      <summary>
        <h3>{parameterName(name, view.language)}</h3>
      </summary>
      <ul class="facet">{first.map((value) => valueLink(view, value))}</ul>
      {others.length > 0 && (
        <details class="more" open={isSelected(others)}>
          <summary>{view.t.moreHere(others.length)}</summary>
          <ul class="facet">
            {others.map((value) => valueLink(view, value))}
            {next && (
              <li>
                <a href={linked(view, next)}>{view.t.moreValues}</a>
              </li>
            )}
          </ul>
        </details>
      )}
    </details>
  );
}

const isSelected = (values: readonly FacetValue[]): boolean => values.some(({ selected }) => selected);

const current = new Html(' aria-current="true"');
const tick = new Html('<span aria-hidden="true"> ✓</span>');

const valueLink = (view: View, { name, count, selected, href }: FacetValue): Html =>
  html`<li><a href="${linked(view, href)}"${selected && current}><span>${Words({ view, texts: name })}${selected && tick}</span><span class="n">${number(view, count)}</span></a></li>`;

/** A value of a facet where values stand by themselves. */
export const CountedValue = ({
  view,
  value: { name, count, selected, href },
}: {
  view: View;
  value: Pick<FacetValue, 'name' | 'count' | 'selected' | 'href'>;
}) => (
  <li>
    <a href={linked(view, href)} aria-current={selected ? 'true' : undefined}>
      <span>
        <Words view={view} texts={name} />
      </span>
      <span class="n">{number(view, count)}</span>
    </a>
  </li>
);

/** The facets that are open from the start: what most readers choose by. */
const openFacets = new Set(['speaker', 'topic', 'outlet']);

/** The values of a filter of which one may be chosen, as links; the first link is to all. */
export function Choice({
  view,
  label,
  parameter,
  values,
  children,
}: {
  view: View;
  label: string;
  parameter: string;
  values: readonly (readonly [value: string, name: string])[];
  children?: Child;
}) {
  const chosen = view.query.get(parameter);
  const link = (value: string | null, name: string) => (
    <li>
      <a
        href={linked(view, changed(view, parameter, value))}
        aria-current={value === chosen ? 'true' : undefined}
      >
        {name}
      </a>
    </li>
  );
  return (
    <nav aria-label={label}>
      <ul class="chips">
        {link(null, view.t.all)}
        {values.map(([value, name]) => link(value, name))}
        {children}
      </ul>
    </nav>
  );
}

/** The orders of a list as links. */
export function Sorts({ view, sorts, sort }: { view: View; sorts: readonly string[]; sort: string }) {
  return (
    <p class="sorts">
      {view.t.sortBy}{' '}
      {sorts.map((each, at) => (
        <Fragment>
          {at > 0 && ' · '}
          <a
            href={linked(view, changed(view, 'sort', each))}
            aria-current={each === sort ? 'true' : undefined}
          >
            {sortName(each, view.language)}
          </a>
        </Fragment>
      ))}
    </p>
  );
}

/** Links to the first and the next page; nothing where all is on one. */
export function Pager({ view, next }: { view: View; next: string | null }) {
  const { t } = view;
  const isFirst = !view.query.has('cursor');
  if (next === null && isFirst) return null;
  const nextPath = next?.replace(view.origin, '');
  return (
    <nav class="pager" aria-label={t.pages}>
      {!isFirst && <a href={linked(view, changed(view, 'cursor', null))}>{t.firstPage}</a>}
      {nextPath && (
        <a class="next" href={linked(view, nextPath)} rel="next">
          {t.nextPage}
        </a>
      )}
    </nav>
  );
}
