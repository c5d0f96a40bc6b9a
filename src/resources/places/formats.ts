// Places as tables, as linked data and on a map.

import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import { documentNode, optionalNode, wikidataUrl } from '../../http/formats/nodes.ts';
import type { Formats } from '../../http/lists/collection.ts';
import { geoJsonItem, geoJsonList } from './geojson.ts';
import type { Place } from './schema.ts';

const table = csv({
  columns: [
    'id',
    'name.*',
    'kind',
    'within.id',
    'latitude',
    'longitude',
    'aliases',
    'wikidata',
    'statements.place.count',
    'statements.mention.count',
  ],
});

/** Kinds that schema.org has a narrower type for. */
const types: Partial<Record<Place['kind'], string>> = {
  continent: 'Continent',
  country: 'Country',
  region: 'AdministrativeArea',
  city: 'City',
};

const linked = linkedData<Place>((place, origin) => {
  const { latitude, longitude } = place;
  return documentNode(types[place.kind] ?? 'Place', place, origin, {
    name: place.name,
    alternateName: place.aliases,
    geo: latitude === null ? null : { '@type': 'GeoCoordinates', latitude, longitude },
    containedInPlace: optionalNode(place.within, origin),
    sameAs: wikidataUrl(place.wikidata),
  });
});

export const formats: Formats = {
  list: [table, linked.list, geoJsonList],
  item: [linked.item, geoJsonItem],
};
