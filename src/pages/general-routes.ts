// The general pages of kinds that have none of their own.
import type { FastifyContextConfig } from 'fastify';
import { filtersOf, filterValue, isNamed, type Kind, kindOf } from '../records/kinds.ts';
import { type GeneralEntity, generalListPage, generalPage } from './entities/general.tsx';
import { statementsOf } from './item-routes.ts';
import { list } from './list-routes.ts';
import type { Route } from './route.ts';

/** The general page of the list or the items that a route serves; null where their kind has no names. */
export function generalRoute(url: string, { list: listed, item }: FastifyContextConfig): Route | null {
  const collection = (listed ?? item)?.collection;
  const kind = collection && kindOf[collection];
  if (kind === undefined || !isNamed(kind)) return null;
  if (item) return generalItem(url, kind);
  return list<GeneralEntity>(url, (view, answer, asked) => generalListPage(view, kind, answer, asked));
}

const generalItem = (url: string, kind: Kind): Route => ({
  make: async (asking, answer) => {
    const document = answer as GeneralEntity;
    const [filter] = filtersOf(kind);
    return generalPage(asking.view, kind, document, {
      statements:
        filter === undefined
          ? []
          : await statementsOf(asking, filter, filterValue(filter, kind, document.id)),
      linkedData: asking.linkedData(url, document),
    });
  },
});
