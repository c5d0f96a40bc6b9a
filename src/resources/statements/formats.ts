// Statements as tables, as linked data and as feeds.

import { csv, csvParametersWithRows } from '../../http/formats/csv.ts';
import { atom } from '../../http/formats/feeds/atom.ts';
import { jsonFeed } from '../../http/formats/feeds/json-feed.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import type { Formats } from '../../http/lists/collection.ts';
import { entryOf } from './feed-entry.ts';
import { statementNode } from './linked-data.ts';

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
    'renditions.source.id',
    'renditions.source.outlet.id',
    'renditions.via.id',
    'renditions.mode',
    'renditions.cue.text',
    'renditions.cue.lemma',
    'renditions.quotes.text',
    'renditions.quotes.start',
    'renditions.quotes.end',
    'renditions.excerpt.text',
    'renditions.excerpt.start',
    'renditions.excerpt.end',
    'renditions.language',
    'renditions.proof',
    'renditions.paragraph',
    'renditions.start',
    'renditions.end',
    'renditions.note.*',
  ],
});

const linked = linkedData(statementNode);
const feed = { title: { en: 'Statements', ar: 'التصريحات' }, entryOf };

export const formats: Formats = {
  list: [table, linked.list, jsonFeed(feed), atom(feed)],
  item: [linked.item],
  parameters: csvParametersWithRows('statements', 'renditions'),
};
