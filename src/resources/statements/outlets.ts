// Through which outlets alone a statement reached the record.
import { outletsOf } from '../sources/outlet-filters.ts';
import type { Rendition } from './schema.ts';

/** The outlets through which every one of the renditions reached the record. */
export const exclusiveOutlets = (renditions: readonly Rendition[]): string[] =>
  renditions.map(outletsOf).reduce((shared, outlets) => shared.filter((outlet) => outlets.includes(outlet)));
