// Sources as tables and as linked data.

import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import { dateNode, documentNode, optionalNode, referenceNode } from '../../http/formats/nodes.ts';
import type { Formats } from '../../http/lists/collection.ts';
import { ownText } from '../../records/texts.ts';
import type { Source } from './schema.ts';

const table = csv({
  columns: [
    'id',
    'name.*',
    'proof',
    'file',
    'sha256',
    'outlet.id',
    'language',
    'publishedOn',
    'dateline.place.id',
    'dateline.date',
    'url',
    'note.*',
    'paragraphs',
    'statements.source.count',
    'renditions',
    'claims.count',
  ],
});

const linked = linkedData<Source>((source, origin) => {
  const { dateline } = source;
  return documentNode('NewsArticle', source, origin, {
    name: source.name,
    inLanguage: source.language,
    datePublished: dateNode(source.publishedOn),
    dateline: dateline && `${ownText(dateline.place.name).text}, ${dateline.date}`,
    locationCreated: dateline && referenceNode(dateline.place, origin),
    publisher: optionalNode(source.outlet, origin),
    url: source.url,
    encoding: source.file && {
      '@type': 'MediaObject',
      identifier: source.file,
      sha256: source.sha256,
    },
  });
});

export const formats: Formats = {
  list: [table, linked.list],
  item: [linked.item],
};
