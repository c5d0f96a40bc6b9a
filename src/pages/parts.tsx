// Small parts that several pages share: links to records, headings, facts, chips, facets, pages of a list.
import type { FacetValue } from '../http/lists/facets/facet.ts';
import type { Count, Reference } from '../records/references.ts';
import type { Texts } from '../records/texts.ts';
import { parameterName, sortName } from './codes.ts';
import { date, number } from './intl.ts';
import { type Child, Fragment, h } from './jsx.ts';
import { Marked } from './marks.tsx';
import { changed, languageOf, linked, pathWith, textFor, type View } from './view.ts';

/** A link to a record, by its name in the reader's language. */
export const Link = ({ view, to }: { view: View; to: Pick<Reference, 'name' | 'href'> }) => (
  <a href={linked(view, to.href)}>
    <Words view={view} texts={to.name} />
  </a>
);

/** A text in the reader's language or the record's, which then says its language and direction; with what was found in it marked. */
export function Words({
  view,
  texts,
  ranges,
}: {
  view: View;
  texts: Texts;
  ranges?: ((language: string) => Parameters<typeof Marked>[0]['ranges']) | undefined;
}) {
  const { language, text } = textFor(view, texts);
  const marked = <Marked text={text} ranges={ranges?.(language)} />;
  return language === view.language ? marked : <bdi {...languageOf(view, language)}>{marked}</bdi>;
}

/** Links to records, one after another. */
export const Links = ({ view, to }: { view: View; to: readonly Reference[] }) => (
  <Fragment>
    {to.map((each, at) => (
      <Fragment>
        {at > 0 && view.t.comma}
        <Link view={view} to={each} />
      </Fragment>
    ))}
  </Fragment>
);

/** A number of records as a link to the list that holds exactly these. */
export const CountLink = ({ view, count }: { view: View; count: Count }) =>
  count.count === 0 ? (
    <span class="n">0</span>
  ) : (
    <a class="n" href={linked(view, count.href)}>
      {number(view, count.count)}
    </a>
  );

export const Day = ({ view, day }: { view: View; day: string }) => (
  <time datetime={day}>{date(view, day)}</time>
);

/** What a page is about, with what is above it. */
export const Heading = ({ title, kind, children }: { title: Child; kind?: Child; children?: Child }) => (
  <header class="heading">
    {kind && <p class="kind">{kind}</p>}
    <h1>{title}</h1>
    {children}
  </header>
);

/** Facts as a list of terms; rows without a value are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, Child])[] }) {
  const stated = rows.filter(([, value]) => value !== null && value !== undefined && value !== false);
  if (stated.length === 0) return null;
  return (
    <dl class="facts">
      {stated.map(([term, value]) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

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

/** The values of a facet as links, each with the number of documents that it leaves. */
export function FacetList({ view, name, facet }: { view: View; name: string; facet: FacetValues }) {
  if (facet.values.length === 0) return null;
  const heading = parameterName(name, view.language);
  return (
    <details open={facet.values.some(({ selected }) => selected) || openFacets.has(name)}>
      <summary>
        <h3>{heading}</h3>
      </summary>
      <ul class="facet">
        {facet.values.map(({ name: names, count, selected, href }) => (
          <li>
            <a href={linked(view, withoutFacets(href))} aria-current={selected ? 'true' : undefined}>
              <span>
                <Words view={view} texts={names} />
                {selected && <span aria-hidden="true"> ✓</span>}
              </span>
              <span class="n">{number(view, count)}</span>
            </a>
          </li>
        ))}
        {facet.next && (
          <li>
            <a href={linked(view, withoutFacets(facet.next))}>{view.t.moreValues}</a>
          </li>
        )}
      </ul>
    </details>
  );
}

/** The facets that are open from the start: what most readers choose by. */
const openFacets = new Set(['speaker', 'topic', 'outlet']);

/** Pages count their own facets: links need not ask for them. */
function withoutFacets(href: string): string {
  const [path = '', search = ''] = href.split('?', 2);
  const query = new URLSearchParams(search);
  query.delete('facets');
  return pathWith(path, query);
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
        <a class="next" href={linked(view, withoutFacets(nextPath))} rel="next">
          {t.nextPage}
        </a>
      )}
    </nav>
  );
}

/** A short remark in a frame of its own colour; the colour repeats what the text says. */
export const Tag = ({ tone, children }: { tone?: 'differ' | 'good'; children?: Child }) => (
  <span class={tone ? `tag ${tone}` : 'tag'}>{children}</span>
);

/** What a reader must know, where the record says it. */
export const Note = ({ view, texts }: { view: View; texts: Texts | null }) =>
  texts && (
    <p class="note">
      <Words view={view} texts={texts} />
    </p>
  );

/** A table that scrolls by itself where it is wider than the page. */
export const Table = ({
  label,
  head,
  children,
  kind,
}: {
  label: string;
  head: readonly string[];
  children?: Child;
  kind?: string;
}) => (
  <div class="scroll">
    <table class={kind}>
      <caption class="hidden">{label}</caption>
      <thead>
        <tr>
          {head.map((text) => (
            <th scope="col">{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
