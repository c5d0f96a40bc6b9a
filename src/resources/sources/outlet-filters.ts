// Filters and terms by the outlets behind a passage of a source: its publisher, the one that it credits, or either.
import type { Filter } from '../../http/request/filters.ts';
import type { SourceReference } from '../../records/lookup.ts';
import type { Reference } from '../../records/references.ts';
import { unstatedOutlet } from '../organizations/schema.ts';

/** A filter by outlets, among them the one that is not stated. */
export const outletFilter = (param: string, description: string): Filter => ({
  param,
  description: `${description}; \`${unstatedOutlet}\` means sources whose text names no publisher.`,
  example: 'xinhua',
  hasSeveral: true,
  values: { names: ['outlet'], also: [unstatedOutlet] },
});

export const publisherFilter = outletFilter('publisher', 'Outlet that published the source');

export const outletFilters: readonly Filter[] = [
  outletFilter('outlet', 'Outlet that published the source or is credited in the passage'),
  publisherFilter,
  {
    param: 'via',
    description: 'Outlet that the passage credits.',
    example: 'bbc',
    hasSeveral: true,
    values: { names: ['outlet'] },
  },
];

interface Passage {
  source: Pick<SourceReference, 'outlet'>;
  via: Pick<Reference, 'id'> | null;
}

/** Ids of a passage's publisher, or `unstated`, and of the outlet that it credits. */
export const outletsOf = ({ source, via }: Passage): string[] => [
  ...new Set([publisherOf(source), ...(via === null ? [] : [via.id])]),
];

export const publisherOf = ({ outlet }: Passage['source']): string => outlet?.id ?? unstatedOutlet;

/** The values of the filters above. */
export function* outletTerms(passage: Passage): Iterable<readonly ['outlet' | 'publisher' | 'via', string]> {
  for (const outlet of outletsOf(passage)) yield ['outlet', outlet];
  yield ['publisher', publisherOf(passage.source)];
  if (passage.via !== null) yield ['via', passage.via.id];
}
