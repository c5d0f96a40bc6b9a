// GeoJSON: checked by a validator for RFC 7946; the ids are those of the list, coordinates or not.
import { check } from '@placemarkio/check-geojson';
import t from 'tap';
import type { Place } from '../../../src/resources/places/schema.ts';
import { testApp } from '../../support/app.ts';
import { walk } from '../../support/lists.ts';

interface Feature {
  id: string;
  geometry: { coordinates: number[] } | null;
  properties: Record<string, unknown>;
}

t.test('every place on the map', async (t) => {
  const { get, ask } = await testApp(t);
  const places = (await walk<Place>(get, '/places?limit=100')).flatMap(({ data }) => data);
  const response = await ask('/places?format=geojson&limit=100');
  t.equal(response.headers['content-type'], 'application/geo+json');
  t.doesNotThrow(() => check(response.body), 'RFC 7946');
  const { features, numberMatched, numberReturned, links } = response.json();
  t.match({ numberMatched, numberReturned }, { numberMatched: places.length, numberReturned: places.length });
  t.match(links, [{ rel: 'self', type: 'application/geo+json' }]);
  for (const [at, place] of places.entries()) {
    const { id, geometry, properties } = features[at] as Feature;
    t.equal(id, place.id);
    t.same(geometry?.coordinates ?? null, place.latitude === null ? null : [place.longitude, place.latitude]);
    t.match(properties, {
      name: place.name['en'],
      within: place.within?.id ?? null,
      statements: place.statements.place.count,
      mentions: place.statements.mention.count,
      href: `http://localhost:80/places/${id}`,
    });
  }
  t.ok(places.some(({ latitude }) => latitude === null));
});

t.test('pages and items', async (t) => {
  const { ask } = await testApp(t);
  const page = (await ask('/places?limit=2', { headers: { accept: 'application/geo+json' } })).json();
  t.match(page.links, [{ rel: 'self' }, { rel: 'next', href: /cursor=/ }]);
  const item = await ask('/places/alaska?format=geojson');
  t.doesNotThrow(() => check(item.body), 'RFC 7946');
  t.same(item.json(), page.features[0]);
  t.equal((await ask('/places/arctic?format=geojson')).json().geometry, null);
});

t.test('the validator is not asleep', async (t) => {
  t.throws(() =>
    check('{"type":"Feature","geometry":{"type":"Point","coordinates":["x"]},"properties":null}'),
  );
});
