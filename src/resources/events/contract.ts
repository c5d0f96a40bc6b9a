// The contract of events: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { kindFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { formats } from './formats.ts';
import { event, eventKinds } from './schema.ts';

export const events: CollectionContract = {
  collection: 'events',
  describe: {
    collection: 'Summits and their parts.',
    list: 'The summits and their parts: arrival, talks, press conference, interviews, posts.',
    item: 'One event, with its parts, its participants and links to statements and claims.',
  },
  item: event,
  example: 'alaska-2025',
  filters: [
    kindFilter('the event', eventKinds, 'press-conference'),
    {
      param: 'partOf',
      description: 'Event of which it is a part, at any depth.',
      example: 'alaska-2025',
      values: { names: ['event'] },
    },
    {
      param: 'place',
      description: 'Place of the event, with all places in it.',
      example: 'alaska',
      values: { names: ['place'] },
    },
    {
      param: 'participant',
      description: 'Person who took part in it.',
      example: 'lavrov',
      hasSeveral: true,
      values: { names: ['person'] },
    },
  ],
  bounds: { facet: 'held', verb: 'Held', undated: 'undated events' },
  sorts: {
    ...entitySorts.sorts,
    '-start': { by: 'date', reversed: false },
    start: { by: 'date', reversed: true },
  },
  sort: entitySorts.sort,
  formats,
};
