// What the home page shows, asked of the store in a few questions.

import { isFaceted } from '../http/lists/contract.ts';
import { facetsOf } from '../http/lists/facets/counts.ts';
import { readFacets } from '../http/lists/facets/facet.ts';
import { planOf } from '../http/lists/planning.ts';
import type { Discrepancy } from '../resources/discrepancies/schema.ts';
import type { Event } from '../resources/events/schema.ts';
import type { Asking } from './asking.ts';
import { homePage } from './home.tsx';
import type { Page } from './layout.tsx';
import type { FoundStatement } from './statement-card.tsx';

/** How many of each the page shows. */
const [summits, cards, conflicts] = [6, 4, 4];

export async function makeHome(asking: Asking): Promise<Page> {
  const { view, data } = asking;
  const { statements, renditions, sources } = await data.counts();
  const mostReported = await asking.list<FoundStatement>('/statements', {
    sort: '-renditions',
    limit: cards,
  });
  const shown = new Set(mostReported.map(({ id }) => id));
  const differing = await asking.list<FoundStatement>('/statements', {
    filters: { differing: 'true' },
    sort: '-renditions',
    limit: 2 * cards,
  });
  return homePage(view, {
    summits: await asking.list<Event>('/events', {
      filters: { kind: 'summit' },
      sort: '-statements',
      limit: summits,
    }),
    mostReported,
    differing: differing.filter(({ id }) => !shown.has(id)).slice(0, cards),
    conflicts: await asking.list<Discrepancy>('/discrepancies', {
      filters: { status: 'conflicting' },
      limit: conflicts,
    }),
    facets: await countFacets(asking),
    counts: { statements, renditions, sources },
  });
}

async function countFacets(asking: Asking) {
  const { data } = asking;
  const list = asking.contract('/statements');
  const { plan } = await planOf(data, list, { id: '' }, {});
  return isFaceted(list)
    ? facetsOf(data, list, {}, plan, readFacets(list.facets, 'speaker,topic,outlet'))
    : {};
}
