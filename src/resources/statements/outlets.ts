// Through which outlets a rendition reached the record, and through which alone a statement did.
import { unstatedOutlet } from '../sources/schema.ts';
import type { Rendition } from './schema.ts';

/** Ids of a rendition's publisher, or `unstated`, and of the outlet that it credits. */
export const outletsOf = ({ source, via }: Rendition): string[] => [
  ...new Set([source.outlet?.id ?? unstatedOutlet, ...(via === null ? [] : [via.id])]),
];

/** The outlets through which every one of the renditions reached the record. */
export const exclusiveOutlets = (renditions: readonly Rendition[]): string[] =>
  renditions.map(outletsOf).reduce((shared, outlets) => shared.filter((outlet) => outlets.includes(outlet)));
