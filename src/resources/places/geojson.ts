// Places as GeoJSON (RFC 7946).
import { z } from 'zod';
import { type ItemFormat, jsonBytes, type PageFormat } from '../../http/formats/format.ts';
import { textIn } from '../../records/texts.ts';
import { type Place, place as schema } from './schema.ts';

const counts = {
  statements: z
    .int()
    .min(0)
    .meta({ description: 'Number of statements made there or within.', examples: [44] }),
  mentions: z
    .int()
    .min(0)
    .meta({ description: 'Number of statements that mention it.', examples: [12] }),
};

const feature = z
  .object({
    type: z.literal('Feature').meta({ description: 'RFC 7946, 3.2.', examples: ['Feature'] }),
    id: schema.shape.id,
    geometry: z
      .object({
        type: z.literal('Point').meta({ description: 'RFC 7946, 3.1.2.', examples: ['Point'] }),
        coordinates: z
          .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
          .meta({ description: 'Degrees east, then degrees north, WGS 84.', examples: [[-152.5, 64.2]] }),
      })
      .nullable()
      .meta({ description: 'Null for a place without coordinates.' }),
    properties: z
      .object({
        name: z.string().meta({ description: 'The name in one language.', examples: ['Alaska'] }),
        names: schema.shape.name,
        kind: schema.shape.kind,
        within: schema.shape.id
          .nullable()
          .meta({ description: 'Id of the place that it lies in.', examples: ['united-states'] }),
        wikidata: schema.shape.wikidata,
        ...counts,
        href: z
          .string()
          .meta({ description: 'Whole URL of it.', examples: ['http://localhost:3000/places/alaska'] }),
      })
      .meta({ description: 'The properties of the place.' }),
  })
  .meta({ id: 'Feature', description: 'A place as GeoJSON (RFC 7946).' });

const featureCollection = z
  .object({
    type: z
      .literal('FeatureCollection')
      .meta({ description: 'RFC 7946, 3.3.', examples: ['FeatureCollection'] }),
    features: z.array(feature).meta({ description: 'The places of this page, in order.' }),
    numberMatched: z
      .int()
      .min(0)
      .meta({ description: 'Number of all matches, on every page.', examples: [44] }),
    numberReturned: z
      .int()
      .min(0)
      .meta({ description: 'Number of places on this page.', examples: [20] }),
    links: z
      .array(
        z.object({
          rel: z.enum(['self', 'next']).meta({ description: 'What it leads to.', examples: ['next'] }),
          type: z.string().meta({ description: 'Its media type.', examples: ['application/geo+json'] }),
          href: z.string().meta({
            description: 'Whole URL.',
            examples: ['http://localhost:3000/places?format=geojson'],
          }),
        }),
      )
      .meta({ description: 'This page and the next one.' }),
  })
  .meta({
    id: 'FeatureCollection',
    description: 'One page of places as GeoJSON, with the counts and links of OGC API - Features, 7.15.',
  });

const mediaType = 'application/geo+json';
const shared = {
  name: 'geojson',
  title: 'GeoJSON',
  mediaType,
  description: 'GeoJSON; a place without coordinates has no geometry.',
  heeds: ['lang'],
} as const;

function featureOf(body: Buffer, origin: string, languages: readonly string[]): z.output<typeof feature> {
  const place = JSON.parse(body.toString('utf8')) as Place;
  const { id, href, name, kind, within, latitude, longitude, wikidata, statements } = place;
  return {
    type: 'Feature',
    id,
    geometry:
      latitude === null || longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      name: textIn(name, languages).text,
      names: name,
      kind,
      within: within?.id ?? null,
      wikidata,
      statements: statements.place.count,
      mentions: statements.mention.count,
      href: origin + href,
    },
  };
}

export const geoJsonList: PageFormat = {
  ...shared,
  schema: featureCollection,
  page({ bodies, total, self, next, origin, languages }) {
    const answer: z.output<typeof featureCollection> = {
      type: 'FeatureCollection',
      features: bodies.map((body) => featureOf(body, origin, languages)),
      numberMatched: total,
      numberReturned: bodies.length,
      links: [
        { rel: 'self', type: mediaType, href: self },
        ...(next === null ? [] : [{ rel: 'next' as const, type: mediaType, href: next }]),
      ],
    };
    return jsonBytes(answer);
  },
};

export const geoJsonItem: ItemFormat = {
  ...shared,
  schema: feature,
  item: (body, { origin, languages }) => jsonBytes(featureOf(body, origin, languages)),
};
