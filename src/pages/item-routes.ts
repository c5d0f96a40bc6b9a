// The pages of single records: what each asks beside the answer of its route.
import type { Claim } from '../resources/claims/schema.ts';
import { compare } from '../resources/comparison/compare.ts';
import type { Comparison } from '../resources/comparison/schema.ts';
import type { Discrepancy } from '../resources/discrepancies/schema.ts';
import type { Event } from '../resources/events/schema.ts';
import type { Passage } from '../resources/renditions/schema.ts';
import type { Source } from '../resources/sources/schema.ts';
import type { Statement } from '../resources/statements/schema.ts';
import type { Asking } from './asking.ts';
import { claimPage } from './claims.tsx';
import { discrepancyPage } from './discrepancy.tsx';
import type { EntityParts } from './entities/entity.tsx';
import { eventPage } from './event.tsx';
import type { Page } from './layout.tsx';
import { renditionPage } from './rendition.tsx';
import type { Route } from './route.ts';
import { sourcePage } from './source.tsx';
import { comparisonPage, statementPage } from './statement.tsx';
import type { FoundStatement } from './statement-card.tsx';

/** How many statements the page of another thing shows. */
const fewStatements = 5;

/** The most rows of a part of a page. */
const manyRows = 100;

/** The most reported statements under a filter. */
export const statementsOf = (asking: Asking, filter: string, id: string): Promise<FoundStatement[]> =>
  asking.list('/statements', { filters: { [filter]: id }, sort: '-renditions', limit: fewStatements });

/** An entity with the most reported statements that it has under a filter. */
export const entity = <Document extends { id: string }>(
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

export const statement: Route = {
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

export const comparison: Route = {
  make: async (asking, answer) => {
    const compared = answer as Comparison;
    const [document] = await asking.documents<Statement>('statements', [compared.statement.id]);
    return comparisonPage(asking.view, document as Statement, compared);
  },
};

export const rendition: Route = {
  make: async (asking, answer) => {
    const passage = answer as Passage;
    const [source] = await asking.documents<Source>('sources', [passage.source.id]);
    return renditionPage(asking.view, passage, { paragraphs: source?.paragraphs });
  },
};

export const event: Route = {
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

export const source: Route = {
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

export const claim: Route = {
  make: async (asking, answer) => {
    const document = answer as Claim;
    const [from] = await asking.documents<Source>('sources', [document.source.id]);
    const linkedData = asking.linkedData('/claims/:id', document);
    return claimPage(asking.view, document, { paragraphs: from?.paragraphs, linkedData });
  },
};

export const discrepancy: Route = {
  make: (asking, answer) =>
    discrepancyPage(
      asking.view,
      answer as Discrepancy,
      asking.linkedData('/discrepancies/:id', answer as object),
    ),
};
