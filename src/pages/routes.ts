// Which route has which page: the table of contents of the pages.

import type { ProblemCode } from '../http/problems/problem.ts';
import type { Change } from '../resources/changes/schema.ts';
import type { Claim } from '../resources/claims/schema.ts';
import { compare } from '../resources/comparison/compare.ts';
import type { Comparison } from '../resources/comparison/schema.ts';
import type { Discrepancy } from '../resources/discrepancies/schema.ts';
import type { Event } from '../resources/events/schema.ts';
import type { Organization } from '../resources/organizations/schema.ts';
import type { Profile } from '../resources/outlets/profile-schema.ts';
import type { Outlet } from '../resources/outlets/schema.ts';
import type { Person } from '../resources/people/schema.ts';
import type { Place } from '../resources/places/schema.ts';
import type { Passage } from '../resources/renditions/schema.ts';
import { suggestionsFor } from '../resources/search/routes.ts';
import type { SearchHit } from '../resources/search/schema.ts';
import type { Source } from '../resources/sources/schema.ts';
import type { Statement } from '../resources/statements/schema.ts';
import type { Topic } from '../resources/topics/schema.ts';
import type { Asking } from './asking.ts';
import { changesPage } from './changes.tsx';
import { chipsOf } from './chips.ts';
import { claimPage, claimsPage } from './claims.tsx';
import { type CrossTableAnswer, crossTablePage } from './cross-table.tsx';
import { type DatasetAnswer, datasetPage } from './dataset.tsx';
import { discrepanciesPage, discrepancyPage, withoutStatus } from './discrepancies.tsx';
import {
  type EntityParts,
  eventsPage,
  organizationPage,
  organizationsPage,
  outletPage,
  outletsPage,
  peoplePage,
  personPage,
  placePage,
  placesPage,
  sourcesPage,
  topicPage,
  topicsPage,
} from './entities.tsx';
import { eventPage } from './event.tsx';
import { type FacetAnswer, facetValuesPage } from './facet-values.tsx';
import { shownFacets } from './filters.tsx';
import { makeHome } from './home-parts.ts';
import type { Page } from './layout.tsx';
import type { Asked, ListAnswer } from './list.tsx';
import { outletProfilePage } from './outlet-profile.tsx';
import { problemCodePage, problemCodesPage } from './problem.tsx';
import { renditionPage } from './rendition.tsx';
import { type FoundPassage, renditionsPage } from './renditions.tsx';
import { searchPage } from './search.tsx';
import { sourcePage } from './source.tsx';
import { comparisonPage, statementPage } from './statement.tsx';
import type { FoundStatement } from './statement-card.tsx';
import { statementsPage } from './statements.tsx';

/** Makes the page of a route from its JSON answer; `null` where the page needs none. */
export interface Route {
  make: (asking: Asking, answer: unknown) => Page | Promise<Page>;
  /** Parameters that the JSON answer is asked with, in addition to those of the request. */
  parameters?: Record<string, string>;
  /** Whether the page needs no answer of the route. */
  isAlone?: boolean;
}

/** How many statements the page of another thing shows. */
const fewStatements = 5;

/** The most rows of a part of a page. */
const manyRows = 100;

const statementsOf = (asking: Asking, filter: string, id: string): Promise<FoundStatement[]> =>
  asking.list('/statements', { filters: { [filter]: id }, sort: '-renditions', limit: fewStatements });

/** How a list was asked for, in words. */
async function askedOf(asking: Asking, path: string): Promise<Asked> {
  const list = asking.contract(path);
  const { query } = asking.view;
  const isSearch = list.search && query.has('q');
  return {
    chips: await chipsOf(asking, list),
    sorts: Object.keys(list.sorts).filter((each) => isSearch || each !== 'relevance'),
    sort: query.get('sort') ?? (isSearch ? 'relevance' : list.sort),
  };
}

const list = <Document>(
  path: string,
  page: (view: Asking['view'], answer: ListAnswer<Document>, asked: Asked) => Page,
): Route => ({
  make: async (asking, answer) =>
    page(asking.view, answer as ListAnswer<Document>, await askedOf(asking, path)),
});

const entity = <Document extends { id: string }>(
  path: string,
  filter: string,
  page: (view: Asking['view'], document: Document, parts: EntityParts) => Page,
): Route => ({
  make: async (asking, answer) => {
    const document = answer as Document;
    return page(asking.view, document, {
      statements: await statementsOf(asking, filter, document.id),
      linkedData: asking.linkedData(path, document),
    });
  },
});

/** Number of paragraphs of each source, by id. */
async function paragraphsOf(asking: Asking, ids: Iterable<string>): Promise<Map<string, number>> {
  const sources = await asking.documents<Source>('sources', ids);
  return new Map(sources.map(({ id, paragraphs }) => [id, paragraphs]));
}

const statements: Route = {
  parameters: { facets: shownFacets.join(',') },
  make: async (asking, answer) => {
    const { view, data } = asking;
    const words = view.query.get('q');
    const suggestions = words === null ? [] : await suggestionsFor(data, words, fewStatements);
    return statementsPage(
      view,
      answer as ListAnswer<FoundStatement>,
      await askedOf(asking, '/statements'),
      suggestions,
    );
  },
};

const statement: Route = {
  make: async (asking, answer) => {
    const document = answer as Statement;
    return statementPage(asking.view, document, {
      comparison: compare(document, document.renditions),
      paragraphs: await paragraphsOf(
        asking,
        document.renditions.map(({ source }) => source.id),
      ),
      linkedData: asking.linkedData('/statements/:id', document),
    });
  },
};

const comparison: Route = {
  make: async (asking, answer) => {
    const compared = answer as Comparison;
    const [document] = await asking.documents<Statement>('statements', [compared.statement.id]);
    return comparisonPage(asking.view, document as Statement, compared);
  },
};

const rendition: Route = {
  make: async (asking, answer) => {
    const passage = answer as Passage;
    const [source] = await asking.documents<Source>('sources', [passage.source.id]);
    return renditionPage(asking.view, passage, { paragraphs: source?.paragraphs });
  },
};

const event: Route = {
  make: async (asking, answer) => {
    const document = answer as Event;
    const { id, parts } = document;
    return eventPage(asking.view, document, {
      parts: await asking.documents<Event>(
        'events',
        parts.map((part) => part.id),
      ),
      statements: await statementsOf(asking, 'event', id),
      discrepancies: await asking.list<Discrepancy>('/discrepancies', { filters: { event: id }, limit: 20 }),
      linkedData: asking.linkedData('/events/:id', document),
    });
  },
};

const source: Route = {
  make: async (asking, answer) => {
    const document = answer as Source;
    const filters = { source: document.id };
    return sourcePage(asking.view, document, {
      passages: await asking.list<Passage>('/renditions', { filters, sort: 'source', limit: manyRows }),
      claims: await asking.list<Claim>('/claims', { filters, limit: manyRows }),
      linkedData: asking.linkedData('/sources/:id', document),
    });
  },
};

const claim: Route = {
  make: async (asking, answer) => {
    const document = answer as Claim;
    const [from] = await asking.documents<Source>('sources', [document.source.id]);
    const linkedData = asking.linkedData('/claims/:id', document);
    return claimPage(asking.view, document, { paragraphs: from?.paragraphs, linkedData });
  },
};

const discrepancies = (path: string): Route => ({
  make: async (asking, answer) => {
    const asked = await askedOf(asking, path);
    const chips = withoutStatus(asked.chips);
    return discrepanciesPage(asking.view, answer as ListAnswer<Discrepancy>, { ...asked, chips });
  },
});

const discrepancy: Route = {
  make: (asking, answer) =>
    discrepancyPage(
      asking.view,
      answer as Discrepancy,
      asking.linkedData('/discrepancies/:id', answer as object),
    ),
};

const search: Route = {
  make: async (asking, answer) => {
    const found = answer as ListAnswer<SearchHit>;
    const ids = found.data.flatMap(({ kind, id }) => (kind === 'claim' ? [id] : []));
    const claims = new Map((await asking.documents<Claim>('claims', ids)).map((each) => [each.id, each]));
    return searchPage(asking.view, found, claims);
  },
};

const facetValues: Route = {
  make: ({ view }, answer) => facetValuesPage(view, answer as FacetAnswer),
};

const crossTable = (path: string): Route => ({
  make: async (asking, answer) => {
    const chips = await chipsOf(asking, asking.contract(path));
    return crossTablePage(asking.view, answer as CrossTableAnswer, { chips, sorts: [], sort: '' });
  },
});

const noFilters: Asked = { chips: [], sorts: [], sort: '' };

/** By the path of the route. Routes that are not here answer browsers as they answer programs. */
export const routes: Readonly<Record<string, Route>> = {
  '/': { isAlone: true, make: makeHome },
  '/statements': statements,
  '/statements/:id': statement,
  '/statements/:id/comparison': comparison,
  '/statements/facets/:facet': facetValues,
  '/statements/counts': crossTable('/statements'),
  '/renditions': {
    ...list<FoundPassage>('/renditions', renditionsPage),
    parameters: { facets: shownFacets.join(',') },
  },
  '/renditions/facets/:facet': facetValues,
  '/renditions/counts': crossTable('/renditions'),
  '/renditions/:id': rendition,
  '/people': list<Person>('/people', peoplePage),
  '/people/:id': entity<Person>('/people/:id', 'speaker', personPage),
  '/organizations': list<Organization>('/organizations', organizationsPage),
  '/organizations/:id': entity<Organization>('/organizations/:id', 'speaker', organizationPage),
  '/outlets': list<Outlet>('/outlets', outletsPage),
  '/outlets/:id': entity<Outlet>('/outlets/:id', 'outlet', outletPage),
  '/outlets/:id/profile': { make: ({ view }, answer) => outletProfilePage(view, answer as Profile) },
  '/places': list<Place>('/places', placesPage),
  '/places/:id': entity<Place>('/places/:id', 'place', placePage),
  '/topics': list<Topic>('/topics', topicsPage),
  '/topics/:id': entity<Topic>('/topics/:id', 'topic', topicPage),
  '/events': list<Event>('/events', eventsPage),
  '/events/:id': event,
  '/events/:id/claims': list<Claim>('/events/:id/claims', claimsPage),
  '/events/:id/discrepancies': discrepancies('/events/:id/discrepancies'),
  '/sources': list<Source>('/sources', sourcesPage),
  '/sources/:id': source,
  '/claims': list<Claim>('/claims', claimsPage),
  '/claims/:id': claim,
  '/discrepancies': discrepancies('/discrepancies'),
  '/discrepancies/:id': discrepancy,
  '/search': search,
  '/changes': {
    make: ({ view }, answer) => changesPage(view, answer as ListAnswer<Change>, noFilters),
  },
  '/dataset': { make: ({ view }, answer) => datasetPage(view, answer as DatasetAnswer) },
  '/problems': {
    make: ({ view }, answer) => problemCodesPage(view, (answer as { data: CodeAnswer[] }).data),
  },
  '/problems/:code': { make: ({ view }, answer) => problemCodePage(view, answer as CodeAnswer) },
};

interface CodeAnswer {
  code: ProblemCode;
  status: number;
}
