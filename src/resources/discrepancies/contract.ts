// The contract of discrepancies: all of them, those of one event, and one by id.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { discrepancyFilters } from './filters.ts';
import { formats } from './formats.ts';
import { discrepancy } from './schema.ts';

export const discrepancies: CollectionContract = {
  collection: 'discrepancies',
  describe: {
    collection: 'The values that sources give for one fact, compared.',
    list: 'The claims about one attribute of one event, compared: each value with the sources that give it, and whether the values agree. Conflicts come first.',
    item: 'One attribute of one event, with all values that sources give for it, compared.',
  },
  item: discrepancy,
  example: 'alaska-2025-talks-duration',
  filters: discrepancyFilters,
  sorts: {
    status: { by: 'weight', reversed: false },
    '-status': { by: 'weight', reversed: true },
    event: { by: 'key', reversed: false },
    '-event': { by: 'key', reversed: true },
  },
  sort: 'status',
  formats,
  under: {
    collection: 'events',
    example: 'alaska-2025',
    description: 'The claims about one event and its parts, grouped by attribute and compared.',
  },
};
