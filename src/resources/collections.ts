// All collections, in the order in which the description of the API lists them.
import type { CollectionContract } from '../http/lists/collection.ts';
import { claims } from './claims/contract.ts';
import { comparisonView } from './comparison/view.ts';
import { discrepancies } from './discrepancies/contract.ts';
import { events } from './events/contract.ts';
import { organizations } from './organizations/contract.ts';
import { outlets } from './outlets/contract.ts';
import { people } from './people/contract.ts';
import { places } from './places/contract.ts';
import { renditions } from './renditions/contract.ts';
import { sources } from './sources/contract.ts';
import { statements } from './statements/contract.ts';
import { topics } from './topics/contract.ts';

export const collectionContracts: readonly CollectionContract[] = [
  { ...statements, views: [comparisonView] },
  renditions,
  people,
  organizations,
  outlets,
  places,
  topics,
  events,
  sources,
  claims,
  discrepancies,
];
