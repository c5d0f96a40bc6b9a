// Answers questions about every collection in plain JavaScript over the seeds: what the API must agree with.
import {
  lineage,
  outletsOf,
  type SeedClaim,
  type SeedRendition,
  type SeedStatement,
  type Seeds,
} from './seeds.ts';

/** Every value of every facet that something answers to. */
export type Facets = Record<string, Set<string>>;

/** Text order by code units, which for ids is the order of bytes. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By the first day that a date covers, newest first; undated last. What is known less precisely comes later. */
const byDay = (a: SeedStatement, b: SeedStatement): number =>
  byText(firstDay(b.saidOn ?? ''), firstDay(a.saidOn ?? '')) ||
  byText(precise(b.saidOn ?? ''), precise(a.saidOn ?? '')) ||
  byText(a.id, b.id);

/** The first and the last day of a year, a month, a day or a moment. */
const firstDay = (date: string): string => (date === '' ? '' : `${date}-01-01`.slice(0, 10));
const lastDay = (date: string): string => {
  const day = `${date}-12-31`.slice(0, 10);
  return date.length === 7
    ? `${date}-${new Date(Number(date.slice(0, 4)), Number(date.slice(5)), 0).getDate()}`
    : day;
};

/** Later for a month than for its year, for a day than for its month, for a moment than for its day; then by instant. */
const precise = (date = ''): string =>
  date.length > 10
    ? `3 ${new Date(date).toISOString()}`
    : String(['4', '7', '10'].indexOf(String(date.length)));

/** Everything that a statement answers to. */
export function statementFacets(seeds: Seeds, statement: SeedStatement): Facets {
  const { speakers, addressees, topics, mentions, place, event, saidOn, renditions } = statement;
  const agents = [...seeds.person, ...seeds.organization];
  const publishers = renditions.map(
    ({ source }) => seeds.source.find(({ id }) => id === source)?.outlet ?? 'unstated',
  );
  const credited = renditions.map(({ via }) => via);
  return {
    speaker: new Set(speakers),
    country: present(speakers.map((id) => agents.find((agent) => agent.id === id)?.country)),
    addressee: new Set(addressees),
    topic: new Set((topics ?? []).flatMap((id) => lineage(seeds.topic, 'broader', id))),
    mention: new Set((mentions ?? []).flatMap((mention) => withParents(seeds, mention))),
    place: new Set(lineage(seeds.place, 'within', place)),
    event: new Set(lineage(seeds.event, 'partOf', event)),
    outlet: present([...publishers, ...credited]),
    publisher: new Set(publishers),
    via: present(credited),
    source: present(renditions.map(({ source }) => source)),
    mode: present(renditions.map(({ mode }) => mode)),
    cue: present(renditions.map(({ cue }) => cue?.lemma)),
    language: new Set(renditions.flatMap(({ language }) => rangesOf(language))),
    proof: new Set(['text']),
    month: present([saidOn?.slice(0, 7)]),
  };
}

/** Everything that one rendition of a statement answers to. */
export const renditionFacets = (seeds: Seeds, statement: SeedStatement, rendition: SeedRendition): Facets =>
  statementFacets(seeds, { ...statement, renditions: [rendition] });

/** Everything that a claim answers to. */
export function claimFacets(seeds: Seeds, claim: SeedClaim): Facets {
  const source = seeds.source.find(({ id }) => id === claim.source);
  return {
    event: new Set(lineage(seeds.event, 'partOf', claim.event)),
    attribute: new Set([claim.attribute]),
    type: new Set([claim.value.type]),
    source: new Set([claim.source]),
    outlet: present([source?.outlet ?? 'unstated', claim.via]),
    publisher: new Set([source?.outlet ?? 'unstated']),
    via: present([claim.via]),
    proof: new Set(['text']),
    attributedTo: present([claim.attributedTo]),
  };
}

const present = (values: (string | null | undefined)[]): Set<string> =>
  new Set(values.filter((value) => value != null));

/** A mention is written as an id, or `kind/id`, and asked for with its kind; places and events with everything above them. */
function withParents(seeds: Seeds, written: string): string[] {
  const [kind, id] = kindAndId(seeds, written);
  if (kind === 'place') return lineage(seeds.place, 'within', id).map((each) => `place/${each}`);
  if (kind === 'event') return lineage(seeds.event, 'partOf', id).map((each) => `event/${each}`);
  return [`${kind}/${id}`];
}

/** The kind and the id that a mention is written for. */
export function kindAndId(seeds: Seeds, written: string): [kind: string, id: string] {
  const [before, after] = written.split('/', 2) as [string, string?];
  if (after !== undefined) return [before, after];
  const kinds = ['person', 'organization', 'place', 'event'] as const;
  return [kinds.find((kind) => seeds[kind].some(({ id }) => id === written)) ?? 'person', written];
}

/** A language is found by each beginning of its tag. */
const rangesOf = (tag: string): string[] =>
  tag.split('-').map((_, at, parts) => parts.slice(0, at + 1).join('-'));

/** One condition of a question: one or more of the values, or (`!`) none of them; days are compared as written. */
export type Condition = readonly [param: string, value: string];

/**
 * Whether facets satisfy all conditions: any of the values that a parameter has anywhere, every one of `<param>.all`, and none of
 * those behind a `!`. Values are ids and codes; names are not resolved here.
 */
export function satisfies(facets: Facets, conditions: readonly Condition[]): boolean {
  const params = new Set(conditions.map(([param]) => param));
  return [...params].every((param) => {
    const texts = conditions.filter(([name]) => name === param).map(([, value]) => value);
    const has = (value: string): boolean => facets[param.replace(/\.all$/, '')]?.has(value) === true;
    const valuesOf = (negated: boolean): string[] =>
      texts
        .filter((text) => text.startsWith('!') === negated)
        .flatMap((text) => text.replace(/^!/, '').split(','));
    const wanted = valuesOf(false);
    const isThere = param.endsWith('.all') ? wanted.every(has) : wanted.length === 0 || wanted.some(has);
    return isThere && !valuesOf(true).some(has);
  });
}

/** Whether a date can lie within `since` and `until`, each a day, month or year. */
function liesWithin(date: string | null | undefined, conditions: readonly Condition[]): boolean {
  return conditions.every(
    ([param, bound]) =>
      typeof date === 'string' &&
      (param === 'since' ? lastDay(date) >= firstDay(bound) : firstDay(date) <= lastDay(bound)),
  );
}

const isBound = ([param]: Condition): boolean => param === 'since' || param === 'until';

const ofRenditions = ['outlet', 'publisher', 'via', 'source', 'mode', 'cue', 'language', 'proof'];

/** What is asked of one attribute: any of the values of its parameter, and each of those of `<parameter>.all`. */
function askedOf(param: string, conditions: readonly Condition[]): Condition[] {
  const valuesOf = (name: string): string[] =>
    conditions
      .filter(([each, value]) => each === name && !value.startsWith('!'))
      .flatMap(([, value]) => value.split(','));
  const any = valuesOf(param);
  return [
    ...(any.length > 0 ? [[param, any.join(',')] as const] : []),
    ...valuesOf(`${param}.all`).map((value) => [param, value] as const),
  ];
}

/**
 * Whether a statement has a rendition with all that is asked of renditions; where several values must all be there, a rendition
 * with each combination of values of different attributes.
 */
function hasRendition(seeds: Seeds, statement: SeedStatement, conditions: readonly Condition[]): boolean {
  const together = ofRenditions
    .map((param) => askedOf(param, conditions))
    .filter((asked) => asked.length > 0)
    .reduce(
      (combinations: Condition[][], asked) =>
        combinations.flatMap((some) => asked.map((one) => [...some, one])),
      [[]],
    );
  return together.every((all) =>
    statement.renditions.some((rendition) => satisfies(renditionFacets(seeds, statement, rendition), all)),
  );
}

/** Whether a statement answers a question. */
export function answers(seeds: Seeds, statement: SeedStatement, conditions: readonly Condition[]): boolean {
  const others = conditions.filter((each) => !isBound(each));
  return (
    liesWithin(statement.saidOn, conditions.filter(isBound)) &&
    satisfies(statementFacets(seeds, statement), others) &&
    hasRendition(seeds, statement, others)
  );
}

/** The ids of all statements that answer a question, in the default order of the list. */
export function statementsWhere(seeds: Seeds, conditions: readonly Condition[]): string[] {
  return seeds.statement
    .filter((statement) => answers(seeds, statement, conditions))
    .sort(byDay)
    .map(({ id }) => id);
}

/** The ids of all claims that answer a question, by event, attribute and id. */
export function claimsWhere(seeds: Seeds, conditions: readonly Condition[]): string[] {
  return seeds.claim
    .filter((claim) => satisfies(claimFacets(seeds, claim), conditions))
    .sort((a, b) => byText(a.event, b.event) || byText(a.attribute, b.attribute) || byText(a.id, b.id))
    .map(({ id }) => id);
}

/** Records with everything that each answers to, of every collection but statements and claims. */
const facetsOf: Record<string, (seeds: Seeds) => { id: string; facets: Facets }[]> = {
  people: (seeds) =>
    seeds.person.map(({ id, country, roles }) => ({
      id,
      facets: {
        country: present([country]),
        organization: present((roles ?? []).map(({ organization }) => organization)),
        event: new Set(
          seeds.event
            .filter(({ participants }) => participants?.some(({ person }) => person === id))
            .flatMap((event) => lineage(seeds.event, 'partOf', event.id)),
        ),
      },
    })),
  organizations: ({ organization }) => organization.map(kindAndCountry),
  outlets: (seeds) => outletsOf(seeds).map(kindAndCountry),
  places: (seeds) =>
    seeds.place.map(({ id, kind, within }) => ({
      id,
      facets: { kind: new Set([kind]), within: new Set(lineage(seeds.place, 'within', within)) },
    })),
  topics: (seeds) =>
    seeds.topic.map(({ id, broader }) => ({
      id,
      facets: { broader: new Set(lineage(seeds.topic, 'broader', broader)) },
    })),
  events: (seeds) =>
    seeds.event.map(({ id, kind, partOf, place, participants }) => ({
      id,
      facets: {
        kind: new Set([kind]),
        partOf: new Set(lineage(seeds.event, 'partOf', partOf)),
        place: new Set(lineage(seeds.place, 'within', place)),
        participant: new Set((participants ?? []).map(({ person }) => person)),
      },
    })),
  sources: ({ source, organization }) =>
    source.map(({ id, outlet, language }) => ({
      id,
      facets: {
        outlet: new Set([outlet ?? 'unstated']),
        publisher: new Set([outlet ?? 'unstated']),
        language: new Set(rangesOf(language)),
        proof: new Set(['text']),
        country: present([organization.find(({ id }) => id === outlet)?.country]),
      },
    })),
};

const kindAndCountry = (each: { id: string; kind: string; country?: string | null }) => ({
  id: each.id,
  facets: { kind: new Set([each.kind]), country: present([each.country]) },
});

/** The ids of all items of a collection that answer a question, in the default order of its list. */
export function idsWhere(seeds: Seeds, collection: string, conditions: readonly Condition[]): string[] {
  if (collection === 'statements') return statementsWhere(seeds, conditions);
  if (collection === 'claims') return claimsWhere(seeds, conditions);
  return (facetsOf[collection]?.(seeds) ?? [])
    .filter(({ facets }) => satisfies(facets, conditions))
    .map(({ id }) => id)
    .sort(byText);
}

/** Every value of a facet that some statement answers to. */
export const valuesOf = (seeds: Seeds, facet: string): string[] =>
  [
    ...new Set(seeds.statement.flatMap((statement) => [...(statementFacets(seeds, statement)[facet] ?? [])])),
  ].sort(byText);

/** The question as a URL asks it. */
export const urlOf = (path: string, conditions: readonly Condition[]): string =>
  conditions.length === 0
    ? path
    : `${path}?${new URLSearchParams(conditions.map(([param, value]): [string, string] => [param, value]))}`;
