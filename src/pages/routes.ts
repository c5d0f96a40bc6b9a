// Which route has which page: the table of contents of the pages.

import type { ProblemCode } from '../http/problems/codes.ts';
import type { Claim } from '../resources/claims/schema.ts';
import type { Event } from '../resources/events/schema.ts';
import type { Organization } from '../resources/organizations/schema.ts';
import type { Profile } from '../resources/outlets/profile-schema.ts';
import type { Outlet } from '../resources/outlets/schema.ts';
import type { Person } from '../resources/people/schema.ts';
import type { Place } from '../resources/places/schema.ts';
import type { Source } from '../resources/sources/schema.ts';
import type { Topic } from '../resources/topics/schema.ts';
import { claimsPage } from './claims.tsx';
import { type DatasetAnswer, datasetPage } from './dataset.tsx';
import { eventsPage } from './entities/events.tsx';
import { organizationPage, organizationsPage } from './entities/organizations.tsx';
import { outletPage, outletsPage } from './entities/outlets.tsx';
import { peoplePage, personPage } from './entities/people.tsx';
import { placePage, placesPage } from './entities/places.tsx';
import { sourcesPage } from './entities/sources.tsx';
import { topicPage, topicsPage } from './entities/topics.tsx';
import { makeHome } from './home-parts.ts';
import {
  claim,
  comparison,
  discrepancy,
  entity,
  event,
  rendition,
  source,
  statement,
} from './item-routes.ts';
import {
  changes,
  crossTable,
  discrepancies,
  facetValues,
  list,
  renditions,
  search,
  statements,
} from './list-routes.ts';
import { outletProfilePage } from './outlet-profile.tsx';
import { problemCodePage, problemCodesPage } from './problem-codes.tsx';
import type { Route } from './route.ts';

/**
 * By the path of the route. Of routes that are not here, lists and items of kinds with names have general pages
 * (`general-routes.ts`); all others answer browsers as they answer programs.
 */
export const routes: Readonly<Record<string, Route>> = {
  '/': { isAlone: true, make: makeHome },
  '/statements': statements,
  '/statements/:id': statement,
  '/statements/:id/comparison': comparison,
  '/statements/facets/:facet': facetValues('/statements'),
  '/statements/counts': crossTable('/statements'),
  '/renditions': renditions,
  '/renditions/facets/:facet': facetValues('/renditions'),
  '/renditions/counts': crossTable('/renditions'),
  '/renditions/:id': rendition,
  '/people': list<Person>('/people', peoplePage),
  '/people/:id': entity<Person>('/people/:id', 'speaker', personPage),
  '/organizations': list<Organization>('/organizations', organizationsPage),
  '/organizations/:id': entity<Organization>('/organizations/:id', 'speaker', organizationPage),
  '/outlets': list<Outlet>('/outlets', outletsPage),
  '/outlets/:id': entity<Outlet>('/outlets/:id', 'outlet', outletPage),
  '/outlets/:id/profile': { make: ({ view }, answer) => outletProfilePage(view, answer as Profile) },
  '/places': list<Place>('/places', placesPage),
  '/places/:id': entity<Place>('/places/:id', 'place', placePage),
  '/topics': list<Topic>('/topics', topicsPage),
  '/topics/:id': entity<Topic>('/topics/:id', 'topic', topicPage),
  '/events': list<Event>('/events', eventsPage),
  '/events/:id': event,
  '/events/:id/claims': list<Claim>('/events/:id/claims', claimsPage),
  '/events/:id/discrepancies': discrepancies('/events/:id/discrepancies'),
  '/sources': list<Source>('/sources', sourcesPage),
  '/sources/:id': source,
  '/claims': list<Claim>('/claims', claimsPage),
  '/claims/:id': claim,
  '/discrepancies': discrepancies('/discrepancies'),
  '/discrepancies/:id': discrepancy,
  '/search': search,
  '/changes': changes,
  '/dataset': { make: ({ view }, answer) => datasetPage(view, answer as DatasetAnswer) },
  '/problems': {
    make: ({ view }, answer) => problemCodesPage(view, (answer as { data: CodeAnswer[] }).data),
  },
  '/problems/:code': { make: ({ view }, answer) => problemCodePage(view, answer as CodeAnswer) },
};

interface CodeAnswer {
  code: ProblemCode;
  status: number;
}
