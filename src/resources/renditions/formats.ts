// Renditions as tables and as annotations; in the terms of schema.org they stand under their statements.

import { csv } from '../../http/formats/csv.ts';
import type { Formats } from '../../http/lists/collection.ts';
import { renditionColumns } from '../statements/formats.ts';
import { annotationItem, annotationList } from './annotation.ts';

const table = csv({
  columns: [
    'id',
    'statement.id',
    'statement.gist.*',
    'statement.speakers.id',
    'statement.speakers.kind',
    'statement.saidOn',
    ...renditionColumns,
  ],
});

export const formats: Formats = {
  list: [table, annotationList],
  item: [annotationItem],
};
