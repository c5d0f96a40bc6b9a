// Statements as tables, as linked data and as feeds.

import { csv, csvParametersWithRows } from '../../http/formats/csv.ts';
import { atom } from '../../http/formats/feeds/atom.ts';
import { jsonFeed } from '../../http/formats/feeds/json-feed.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import type { Formats } from '../../http/lists/collection.ts';
import { entryOf } from './feed-entry.ts';
import { statementNode } from './linked-data.ts';

/** The columns of a rendition, but its id. */
export const renditionColumns = [
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
];

const table = csv({
  rows: 'renditions',
  columns: [
    'id',
    'gist.*',
    'speakers.id',
    'speakers.kind',
    'speakers.name.*',
    'saidOn',
    'event.id',
    'place.id',
    'addressees.id',
    'addressees.kind',
    'topics.id',
    'mentions.id',
    'mentions.kind',
    'reported.sources',
    'reported.renditions',
    'renditions.id',
    ...renditionColumns.map((column) => `renditions.${column}`),
  ],
});

const linked = linkedData(statementNode);
const feed = { title: { en: 'Statements', ar: 'التصريحات' }, entryOf };

export const formats: Formats = {
  list: [table, linked.list, jsonFeed(feed), atom(feed)],
  item: [linked.item],
  parameters: csvParametersWithRows('statements', 'renditions'),
};
