// Topics: their records, and the documents of /topics.

import type { Document } from '../../records/documents.ts';
import { defineKind, eachDocument } from '../../records/kind.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import { type Topic, type TopicRecord, topicRecord } from './schema.ts';

export const topicKind = defineKind<TopicRecord>({
  kind: 'topic',
  schema: topicRecord,
  parent: 'broader',
  references({ broader }, refer) {
    refer(broader, targets.topic, 'broader');
  },
  documents: eachDocument(documentOf),
});

function documentOf({ id, broader, description }: TopicRecord, lookup: Lookup): Document {
  const { name, href } = lookup.reference(targets.topic, id);
  const body: Topic = {
    id,
    href,
    name,
    description,
    broader: lookup.optionalReference(targets.topic, broader),
    narrower: lookup.children('topic', id),
    statements: { topic: lookup.count('statements', 'topic', id) },
  };
  return {
    id,
    sortKey: id,
    weight: body.statements.topic.count,
    body,
    terms: lookup.lineage('topic', broader).map((parent) => ['broader', parent]),
    text: {
      quoted: lookup.forms({ kind: 'topic', id }),
      own: Object.values(body.description),
    },
  };
}
