// All kinds of records, and all collections that are derived from them.

import type { Document } from '../records/documents.ts';
import type { KindDefinition } from '../records/kind.ts';
import type { Collection, Kind } from '../records/kinds.ts';
import type { Lookup } from '../records/lookup.ts';
import { claimKind } from './claims/kind.ts';
import { discrepancyDocuments } from './discrepancies/documents.ts';
import { eventKind } from './events/kind.ts';
import { organizationKind } from './organizations/kind.ts';
import { outletDocuments } from './outlets/documents.ts';
import { personKind } from './people/kind.ts';
import { placeKind } from './places/kind.ts';
import { renditionParts } from './renditions/parts.ts';
import { sourceKind } from './sources/kind.ts';
import { statementKind } from './statements/kind.ts';
import { topicKind } from './topics/kind.ts';

/** Statements with their renditions, which have a collection of their own. */
const statements: typeof statementKind = { ...statementKind, parts: renditionParts };

const definitions = {
  person: personKind,
  organization: organizationKind,
  place: placeKind,
  topic: topicKind,
  event: eventKind,
  source: sourceKind,
  statement: statements,
  claim: claimKind,
};

/** A checked record of a kind, with defaults filled in. */
export type RecordOf<K extends Kind> = (typeof definitions)[K] extends KindDefinition<infer R> ? R : never;

/** The definition of a kind. */
export const definitionOf: Readonly<Record<Kind, KindDefinition>> = definitions;

/** All kinds, in the order in which they are loaded and downloaded. */
export const kindDefinitions: readonly KindDefinition[] = Object.values(definitions);

/** The kinds that share their ids with a kind, itself among them. */
export function kindsSharingIds(kind: Kind): Kind[] {
  const space = idSpaceOf(definitionOf[kind]);
  return kindDefinitions.filter((each) => idSpaceOf(each) === space).map((each) => each.kind);
}

export const idSpaceOf = ({ kind, idSpace }: KindDefinition): string => idSpace ?? kind;

/** A collection without records of its own. */
export interface DerivedCollection {
  readonly collection: Collection;
  documents(lookup: Lookup): Iterable<Document>;
}

/** The order in which documents are derived and numbered: what is counted comes before the documents that give the count. */
export const derivation: readonly (KindDefinition | DerivedCollection)[] = [
  statements,
  claimKind,
  { collection: 'discrepancies', documents: discrepancyDocuments },
  sourceKind,
  personKind,
  organizationKind,
  { collection: 'outlets', documents: outletDocuments },
  placeKind,
  topicKind,
  eventKind,
];
