// Builds the answers that records must have, field by field and in plain code; keys that come later are passed over.
import { claimsWhere, statementsWhere } from './oracle.ts';
import { outletsOf, type SeedClaim, type SeedRendition, type SeedStatement, type Seeds } from './seeds.ts';

type Json = Record<string, unknown>;

/** The answer without keys that the expectation does not speak of; lists stay whole. */
export function shapedLike(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.map((each, at) => shapedLike(each, expected[at]));
  }
  if (!isObject(actual) || !isObject(expected)) return actual;
  return Object.fromEntries(
    Object.entries(actual)
      .filter(([key]) => key in expected)
      .map(([key, value]) => [key, shapedLike(value, expected[key])]),
  );
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const paths = {
  person: 'people',
  organization: 'organizations',
  place: 'places',
  topic: 'topics',
  event: 'events',
  source: 'sources',
} as const;

type Named = keyof typeof paths;

const byId = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : 1);

/** Everything that answers are made of, over one set of records. */
export function expectations(seeds: Seeds): Record<string, Json[]> {
  const find = (kind: Named, id: string) => seeds[kind].find((each) => each.id === id);

  function reference(kinds: readonly Named[], id: string | null | undefined): Json | null {
    if (id == null) return null;
    const kind = kinds.find((each) => find(each, id));
    if (!kind) throw new Error(`the seeds hold no ${kinds.join(' or ')} '${id}'`);
    return { id, kind, name: find(kind, id)?.name, href: `/${paths[kind]}/${id}` };
  }
  const agent = (id: string | null | undefined) => reference(['person', 'organization'], id);
  const place = (id: string | null | undefined) => reference(['place'], id);
  const event = (id: string | null | undefined) => reference(['event'], id);
  const topic = (id: string | null | undefined) => reference(['topic'], id);
  const organization = (id: string | null | undefined) => reference(['organization'], id);
  const withOutlet = (id: string) => ({
    ...reference(['source'], id),
    outlet: organization(seeds.source.find((each) => each.id === id)?.outlet),
  });
  const statements = (facet: string, id: string) => ({
    count: statementsWhere(seeds, [[facet, id]]).length,
    href: `/statements?${facet}=${id}`,
  });
  const counts = (id: string, ...facets: string[]) =>
    Object.fromEntries(facets.map((facet) => [facet, statements(facet, id)]));
  const mentions = (kind: Named, id: string) => ({ mention: statements('mention', `${kind}/${id}`) });

  const rendition = ({ id, source, via, mode, cue, quotes, ...rest }: SeedRendition): Json => ({
    id,
    source: withOutlet(source),
    via: organization(via),
    mode,
    cue: cue ?? null,
    quotes: quotes ?? [],
    excerpt: null,
    language: rest.language,
    paragraph: rest.paragraph,
    start: rest.start,
    end: rest.end,
    note: rest.note ?? null,
  });

  const inOrder = (a: SeedRendition, b: SeedRendition): number =>
    a.source < b.source ? -1 : a.source > b.source ? 1 : a.start - b.start || byId(a, b);

  function mention(written: string): Json | null {
    const [kind, id] = written.includes('/') ? written.split('/') : [undefined, written];
    return reference(kind ? [kind as Named] : ['person', 'organization', 'place', 'event'], id);
  }

  const statement = ({ id, gist, renditions, ...rest }: SeedStatement): Json => ({
    id,
    href: `/statements/${id}`,
    speakers: rest.speakers.map(agent),
    gist,
    saidOn: rest.saidOn ?? null,
    event: event(rest.event),
    place: place(rest.place),
    addressees: (rest.addressees ?? []).map(agent),
    topics: (rest.topics ?? []).map(topic),
    mentions: (rest.mentions ?? []).map(mention),
    reported: {
      sources: new Set(renditions.map(({ source }) => source)).size,
      renditions: renditions.length,
    },
    renditions: [...renditions].sort(inOrder).map(rendition),
  });

  const claim = ({ id, value, source, ...rest }: SeedClaim): Json => ({
    id,
    href: `/claims/${id}`,
    event: event(rest.event),
    attribute: rest.attribute,
    value:
      value.type === 'reference'
        ? {
            type: 'reference',
            value: reference(['person', 'organization', 'place', 'event', 'topic'], String(value.value)),
          }
        : value,
    attributedTo: agent(rest.attributedTo),
    source: withOutlet(source),
    via: organization(rest.via),
    paragraph: rest.paragraph,
    start: rest.start,
    end: rest.end,
  });

  const named = (path: string, { id, name }: { id: string; name: unknown }): Json => ({
    id,
    href: `/${path}/${id}`,
    name,
  });

  const passages = seeds.statement.flatMap(({ renditions }) => renditions);

  return {
    statements: seeds.statement.map(statement),
    claims: seeds.claim.map(claim),
    people: seeds.person.map((each) => ({
      ...named('people', each),
      aliases: each.aliases ?? [],
      roles: (each.roles ?? []).map(({ title, from, to, ...role }) => ({
        title,
        organization: organization(role.organization),
        from: from ?? null,
        to: to ?? null,
      })),
      country: each.country ?? null,
      wikidata: each.wikidata ?? null,
      statements: { ...counts(each.id, 'speaker', 'addressee'), ...mentions('person', each.id) },
    })),
    organizations: seeds.organization.map((each) => ({
      ...named('organizations', each),
      kind: each.kind,
      aliases: each.aliases ?? [],
      country: each.country ?? null,
      wikidata: each.wikidata ?? null,
      statements: {
        ...counts(each.id, 'speaker', 'addressee'),
        ...mentions('organization', each.id),
        outlet: outletsOf(seeds).includes(each) ? statements('outlet', each.id) : null,
      },
    })),
    outlets: outletsOf(seeds).map((each) => ({
      ...named('outlets', each),
      kind: each.kind,
      organization: `/organizations/${each.id}`,
      sources: {
        count: seeds.source.filter(({ outlet }) => outlet === each.id).length,
        href: `/sources?outlet=${each.id}`,
      },
      statements: counts(each.id, 'outlet'),
      renditions: {
        published: passages.filter(({ source }) => publisherOf(seeds, source) === each.id).length,
        credited: passages.filter(({ via }) => via === each.id).length,
      },
    })),
    places: seeds.place.map((each) => ({
      ...named('places', each),
      kind: each.kind,
      within: place(each.within),
      latitude: each.latitude ?? null,
      longitude: each.longitude ?? null,
      aliases: each.aliases ?? [],
      wikidata: each.wikidata ?? null,
      statements: { ...counts(each.id, 'place'), ...mentions('place', each.id) },
    })),
    topics: seeds.topic.map((each) => ({
      ...named('topics', each),
      description: each.description,
      broader: topic(each.broader),
      narrower: seeds.topic
        .filter(({ broader }) => broader === each.id)
        .sort(byId)
        .map(({ id }) => topic(id)),
      statements: counts(each.id, 'topic'),
    })),
    events: seeds.event.map((each) => ({
      ...named('events', each),
      kind: each.kind,
      partOf: event(each.partOf),
      parts: seeds.event
        .filter(({ partOf }) => partOf === each.id)
        .sort(byId)
        .map(({ id }) => event(id)),
      start: each.start ?? null,
      end: each.end ?? null,
      place: place(each.place),
      participants: (each.participants ?? []).map(({ person, delegation, role }) => ({
        person: agent(person),
        delegation: place(delegation),
        role: role ?? null,
      })),
      statements: { ...counts(each.id, 'event'), ...mentions('event', each.id) },
      claims: { count: claimsWhere(seeds, [['event', each.id]]).length, href: `/events/${each.id}/claims` },
    })),
    sources: seeds.source.map((each) => ({
      ...named('sources', each),
      file: each.file,
      sha256: each.sha256,
      outlet: organization(each.outlet),
      language: each.language,
      publishedOn: each.publishedOn ?? null,
      dateline: each.dateline ? { place: place(each.dateline.place), date: each.dateline.date } : null,
      url: each.url ?? null,
      note: each.note ?? null,
      paragraphs: each.paragraphs.length,
      statements: counts(each.id, 'source'),
      renditions: passages.filter(({ source }) => source === each.id).length,
      claims: {
        count: claimsWhere(seeds, [['source', each.id]]).length,
        href: `/claims?source=${each.id}`,
      },
    })),
  };
}

const publisherOf = (seeds: Seeds, source: string): string | null | undefined =>
  seeds.source.find(({ id }) => id === source)?.outlet;
