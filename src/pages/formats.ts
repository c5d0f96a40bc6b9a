// The other formats of a page's answer, as links.
import type { Asking, Contracts } from './asking.ts';
import { formatTitle } from './codes.ts';
import type { Alternate } from './layout.tsx';
import { pathWith } from './view.ts';

const json = { name: 'json', title: 'JSON', mediaType: 'application/json' };

/** Formats of cross tables and of the values of facets, which have no contract. */
const ofCounts = [{ name: 'csv', title: 'CSV', mediaType: 'text/csv' }];

const isOfCounts = (route: string): boolean => /\/(?:counts|facets\/:facet)$/.test(route);

/** Links to the same answer in the formats that its route has. */
export function alternatesOf({ request, view }: Asking, { lists, items }: Contracts): Alternate[] {
  const route = request.routeOptions.url ?? '';
  const formats = isOfCounts(route) ? ofCounts : (lists.get(route) ?? items.get(route))?.formats;
  if (!formats) return [];
  const query = new URLSearchParams(view.query);
  for (const name of ['cursor', 'base']) query.delete(name);
  return [json, ...formats].map(({ name, title, mediaType }) => {
    query.set('format', name);
    return {
      name: formatTitle(name, title, view.language),
      mediaType: mediaType.replace('; charset=utf-8', ''),
      href: pathWith(view.path, query),
    };
  });
}
