// Through which outlets a rendition reached the record, and through which alone a statement did.
import { unstatedOutlet } from '../sources/schema.ts';
import type { Rendition } from './schema.ts';

/** Ids of a rendition's publisher, or `unstated`, and of the outlet that it credits. */
export const carriersOf = ({ source, via }: Rendition): string[] => [
  ...new Set([source.outlet?.id ?? unstatedOutlet, ...(via === null ? [] : [via.id])]),
];

/** The outlets through which every one of the renditions reached the record. */
export function exclusiveCarriers(renditions: readonly Rendition[]): string[] {
  const carriers = renditions.map(carriersOf);
  const all = new Set(carriers.flat());
  return [...all].filter((carrier) => carriers.every((each) => each.includes(carrier)));
}
