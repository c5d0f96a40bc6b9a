// Gestures: their records, and the documents of /gestures.

import type { Document } from '../../records/documents.ts';
import { defineKind, eachDocument } from '../../records/kind.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import { type Gesture, type GestureRecord, gestureRecord } from './schema.ts';

export const gestureKind = defineKind<GestureRecord>({
  kind: 'gesture',
  schema: gestureRecord,
  references({ event }, refer) {
    refer(event, targets.event, 'event');
  },
  documents: eachDocument(documentOf),
});

function documentOf(record: GestureRecord, lookup: Lookup): Document {
  const { id, name, aliases, country, event, description } = record;
  const body: Gesture = {
    id,
    href: `/gestures/${id}`,
    name,
    aliases,
    country,
    event: lookup.optionalReference(targets.event, event),
    description,
    statements: { mention: lookup.count('statements', 'mention', `gesture/${id}`) },
  };
  return {
    id,
    sortKey: id,
    weight: body.statements.mention.count,
    body,
    terms: [
      ...(country === null ? [] : [['country', country] as const]),
      ...lookup.lineage('event', event).map((each) => ['event', each] as const),
    ],
    text: { quoted: lookup.forms({ kind: 'gesture', id }), own: Object.values(description) },
  };
}
