// The contract of discrepancies: all of them, those of one event, and one by id.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { discrepancyFilters } from './filters.ts';
import { formats } from './formats.ts';
import { discrepancy } from './schema.ts';

export const discrepancies: CollectionContract = {
  collection: 'discrepancies',
  describe: {
    collection: 'Where sources differ on an event, and where they agree.',
    list: 'What sources say of the events, attribute by attribute: every value with who gives it, and whether they agree. Conflicts come first.',
    item: 'One attribute of one event with every value that sources give it, compared.',
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
    description: 'The claims about one event and its parts, grouped by what they are about and compared.',
  },
};
