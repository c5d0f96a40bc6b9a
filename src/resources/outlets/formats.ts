// Outlets as tables and as linked data.

import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import type { Formats } from '../../http/lists/collection.ts';
import { organizationColumns, organizationNode } from '../organizations/formats.ts';
import type { Outlet } from './schema.ts';

const table = csv({
  columns: [
    ...organizationColumns,
    'sources.count',
    'statements.outlet.count',
    'renditions.published',
    'renditions.credited',
  ],
});

const linked = linkedData<Outlet>(organizationNode);

export const formats: Formats = {
  list: [table, linked.list],
  item: [linked.item],
};
