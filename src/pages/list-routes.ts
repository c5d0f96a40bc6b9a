// The pages of lists: what each asks beside the answer of its route.
import { readFilters } from '../http/request/read-filters.ts';
import type { Change } from '../resources/changes/schema.ts';
import type { Claim } from '../resources/claims/schema.ts';
import type { Discrepancy } from '../resources/discrepancies/schema.ts';
import type { SearchHit } from '../resources/search/schema.ts';
import type { Statement } from '../resources/statements/schema.ts';
import type { Asking } from './asking.ts';
import { changesPage } from './changes.tsx';
import { chipsOf } from './chips.ts';
import { type CrossTableAnswer, crossTablePage } from './cross-table.tsx';
import { discrepanciesPage, withoutStatus } from './discrepancies.tsx';
import { type FacetAnswer, facetValuesPage } from './facet-values.tsx';
import { shownFacets } from './filters.tsx';
import type { Page } from './layout.tsx';
import type { Asked, ListAnswer } from './list.tsx';
import { namesInWords, noNames } from './names-in-words.ts';
import { type FoundPassage, renditionsPage } from './renditions.tsx';
import type { Route } from './route.ts';
import { searchPage } from './search.tsx';
import type { FoundStatement } from './statement-card.tsx';
import { statementsPage } from './statements.tsx';

/** How many names the page of a search suggests. */
const fewNames = 5;

const byId = <Document extends { id: string }>(documents: readonly Document[]): Map<string, Document> =>
  new Map(documents.map((each) => [each.id, each]));

/** How a list was asked for, in words. */
async function askedOf(asking: Asking, path: string, { filters }: ListAnswer<unknown>): Promise<Asked> {
  const list = asking.contract(path);
  const { query } = asking.view;
  const isSearch = list.search && query.has('q');
  return {
    chips: await chipsOf(asking, list, filters),
    sorts: Object.keys(list.sorts).filter((each) => isSearch || each !== 'relevance'),
    sort: query.get('sort') ?? (isSearch ? 'relevance' : list.sort),
  };
}

/** A list whose page needs its answer alone. */
export const list = <Document>(
  path: string,
  page: (view: Asking['view'], answer: ListAnswer<Document>, asked: Asked) => Page,
): Route => ({
  make: async (asking, answer) => {
    const found = answer as ListAnswer<Document>;
    return page(asking.view, found, await askedOf(asking, path, found));
  },
});

export const statements: Route = {
  parameters: { facets: shownFacets.join(',') },
  make: async (asking, answer) => {
    const { view, data } = asking;
    const words = view.query.get('q');
    const names = words === null ? noNames : await namesInWords(data, words, fewNames);
    const found = answer as ListAnswer<FoundStatement>;
    return statementsPage(view, found, await askedOf(asking, '/statements', found), names);
  },
};

export const renditions: Route = {
  ...list<FoundPassage>('/renditions', renditionsPage),
  parameters: { facets: shownFacets.join(',') },
};

/** A list of discrepancies: its own links choose the status, so no chip repeats it. */
export const discrepancies = (path: string): Route => ({
  make: async (asking, answer) => {
    const found = answer as ListAnswer<Discrepancy>;
    const asked = await askedOf(asking, path, found);
    return discrepanciesPage(asking.view, found, { ...asked, chips: withoutStatus(asked.chips) });
  },
});

export const search: Route = {
  make: async (asking, answer) => {
    const found = answer as ListAnswer<SearchHit>;
    const idsOf = (wanted: string) => found.data.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
    const [claims, statements] = [
      await asking.documents<Claim>('claims', idsOf('claim')),
      await asking.documents<Statement>('statements', idsOf('statement')),
    ];
    return searchPage(asking.view, found, { claims: byId(claims), statements: byId(statements) });
  },
};

/** What is counted over a list has the filters of the list, and no order. */
async function askedOfCounts(asking: Asking, path: string): Promise<Asked> {
  const { data, request } = asking;
  const list = asking.contract(path);
  const query = request.query as Record<string, unknown>;
  const groups = await readFilters(data, list.collection, list.filters, query);
  return { chips: await chipsOf(asking, list, groups), sorts: [], sort: '' };
}

export const crossTable = (path: string): Route => ({
  make: async (asking, answer) =>
    crossTablePage(asking.view, answer as CrossTableAnswer, await askedOfCounts(asking, path)),
});

export const facetValues = (path: string): Route => ({
  make: async (asking, answer) =>
    facetValuesPage(asking.view, answer as FacetAnswer, await askedOfCounts(asking, path)),
});

export const changes: Route = {
  make: async ({ view, data }, answer) => {
    const list = answer as ListAnswer<Change>;
    const names = await data.names(list.data);
    return changesPage(view, list, { chips: [], sorts: [], sort: '' }, names);
  },
};
