// Pages of places.
import type { Place } from '../../resources/places/schema.ts';
import { placeKindNames } from '../codes.ts';
import { listed } from '../intl.ts';
import { h } from '../jsx.ts';
import type { Page } from '../layout.tsx';
import type { Asked, ListAnswer } from '../list.tsx';
import { CountLink, Link } from '../parts.tsx';
import { named, type View } from '../view.ts';
import { aliasesOf, type EntityParts, entityPage, wikidataLink } from './entity.tsx';
import { entitiesPage } from './entity-list.tsx';

export function placePage(view: View, place: Place, parts: EntityParts): Page {
  const { t, language } = view;
  const { kind, within, latitude, longitude, aliases, wikidata, statements } = place;
  return entityPage(view, place, {
    kind: placeKindNames[kind][language],
    parts,
    all: statements.place,
    facts: [
      [t.within, within && <Link view={view} to={within} />],
      [t.coordinates, latitude !== null && <bdi dir="ltr">{`${latitude}, ${longitude}`}</bdi>],
      [t.madeThere, <CountLink view={view} count={statements.place} />],
      [t.mentionIt, <CountLink view={view} count={statements.mention} />],
      [t.aliases, aliasesOf(aliases)],
      [t.wikidata, wikidataLink(wikidata)],
    ],
  });
}

export const placesPage = (view: View, answer: ListAnswer<Place>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.places,
    answer,
    asked,
    answer.data.map(({ href, name, kind, within, statements }) => ({
      href,
      name,
      about: listed(view, [placeKindNames[kind][view.language], ...(within ? [named(view, within)] : [])]),
      count: statements.place,
    })),
  );
