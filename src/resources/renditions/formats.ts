// Renditions as tables and as annotations; in the terms of schema.org they stand under their statements.

import { csv } from '../../http/formats/csv.ts';
import type { Formats } from '../../http/lists/collection.ts';
import { annotationItem, annotationList } from './annotation.ts';

const table = csv({
  columns: [
    'id',
    'statement.id',
    'statement.gist.*',
    'statement.speakers.id',
    'statement.speakers.kind',
    'statement.saidOn',
    'source.id',
    'source.outlet.id',
    'via.id',
    'mode',
    'cue.text',
    'cue.lemma',
    'quotes.text',
    'quotes.start',
    'quotes.end',
    'excerpt.text',
    'excerpt.start',
    'excerpt.end',
    'language',
    'proof',
    'paragraph',
    'start',
    'end',
    'note.*',
  ],
});

export const formats: Formats = {
  list: [table, annotationList],
  item: [annotationItem],
};
