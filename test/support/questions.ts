// Some fourteen hundred questions to the API over the seeds: every operation with every parameter, format and kind of error.
import type { OpenAPIV3_1 } from 'openapi-types';
import { description } from './contract.ts';
import { chance } from './random.ts';

/** A GET request: its path with the query, and the `Accept` header where it matters. */
export interface Question {
  url: string;
  accept?: string;
}

/** Values for each parameter: ids, names in several scripts, Wikidata ids, lists, negations, and values that are wrong. */
const values: Record<string, readonly string[]> = {
  speaker: ['putin', 'بوتين', 'Q7747', 'trump,putin', '!putin', 'white-house', 'puttin'],
  outlet: ['xinhua', 'unstated', 'bbc,fox-news', '!xinhua', 'xinhau'],
  publisher: ['xinhua', 'unstated', '!xinhua', 'xinhau'],
  via: ['bbc', 'bbc,fox-news', '!bbc', 'unstated'],
  topic: ['us-russia-relations', 'ukraine-settlement', '!ukraine-settlement', 'nothing'],
  place: ['alaska', 'anchorage', 'ألاسكا', 'atlantis'],
  event: ['alaska-2025', '!alaska-2025', 'alaska-2026'],
  source: ['article-003', 'article-000,article-001', 'article-9'],
  addressee: ['putin', 'trump', 'nobody'],
  mention: ['zelensky', 'ukraine', 'زيلينسكي', 'zelenksy'],
  mode: ['direct', 'mixed,indirect', '!direct', 'loud'],
  cue: ['أكد', 'أكد,قال', '!قال', 'say'],
  language: ['ar', '!ar', 'arabic'],
  country: ['RU', 'us', 'XX'],
  month: ['2025-08', '2025-13'],
  reported: ['2..', '1', '..3', '2..1'],
  differing: ['true', 'wording', 'perhaps'],
  exclusive: ['xinhua', 'true', 'nobody'],
  since: ['2025-08-15', '2025', 'yesterday'],
  until: ['2025-08-16', '2025-08-15T12:00:00Z', 'tomorrow'],
  q: ['peace', 'السلام', '"وقف إطلاق النار"', 'putin peace', 'zzz', '"'],
  facets: ['speaker', 'speaker,outlet,topic', 'via,cue', 'nothing'],
  sort: [
    'saidOn',
    '-saidOn',
    '-added',
    'renditions',
    '-renditions',
    'relevance',
    '-statements',
    'id',
    'date',
  ],
  limit: ['1', '7', '100', '0', 'many'],
  cursor: ['not-a-cursor'],
  fields: ['id', 'id,name.en', 'renditions.mode,id', 'nothing'],
  format: ['json', 'csv', 'ndjson', 'jsonld', 'geojson', 'atom', 'jsonfeed', 'feed', 'xml'],
  rows: ['statements', 'renditions', 'cells'],
  bom: ['1', '0'],
  by: ['speaker,outlet', 'mode,topic', 'speaker'],
  kind: ['news-agency', 'city', 'person', 'summit', 'thing'],
  organization: ['kremlin', 'nowhere'],
  within: ['united-states', 'alaska', 'mars'],
  broader: ['us-russia-relations', 'nothing'],
  partOf: ['alaska-2025', 'nothing'],
  participant: ['putin', 'trump', 'nobody'],
  attribute: ['duration', 'outcome', 'durration'],
  type: ['duration', 'text', 'colour'],
  attributedTo: ['putin', 'unstated', 'nobody'],
  status: ['conflicting', 'different', 'odd'],
  conflict: ['true', 'figures', 'odd'],
  statement: ['putin-good-direct-contacts', 'nothing'],
  collection: ['statements', 'people', 'things'],
  unknown: ['1'],
};

/** Ids for the paths that end in one; the last of each is wrong or retired. */
const ids: Record<string, readonly string[]> = {
  '/statements/{id}': ['putin-good-direct-contacts', 'putin-god-direct-contacts'],
  '/statements/{id}/comparison': ['putin-good-direct-contacts', 'nothing'],
  '/renditions/{id}': ['nothing'],
  '/people/{id}': ['putin', 'trump', 'zelensky', 'putn', 'Putin'],
  '/organizations/{id}': ['white-house', 'kremlin', 'xinhua', 'whitehouse'],
  '/outlets/{id}': ['xinhua', 'fox-news', 'kremlin'],
  '/outlets/{id}/profile': ['xinhua', 'bbc', 'nothing'],
  '/places/{id}': ['alaska', 'anchorage', 'alasca'],
  '/topics/{id}': ['us-russia-relations', 'nothing'],
  '/events/{id}': ['alaska-2025', 'alaska'],
  '/events/{id}/claims': ['alaska-2025', 'nothing'],
  '/events/{id}/discrepancies': ['alaska-2025', 'nothing'],
  '/sources/{id}': ['article-000', 'article-004', 'article-00'],
  '/claims/{id}': ['nothing'],
  '/discrepancies/{id}': ['nothing'],
  '/statements/facets/{facet}': ['speaker', 'outlet', 'month', 'nothing'],
  '/renditions/facets/{facet}': ['speaker', 'publisher', 'cue', 'nothing'],
  '/problems/{code}': ['unknown-id', 'invalid-parameter', 'nothing'],
};

/** Operations whose answers depend on the release, the machine or the file rather than on the record. */
const apart = ['/health/live', '/health/ready', '/dataset.sqlite', '/', '/problems', '/problems/{code}'];

const accepts = [
  'text/csv',
  'application/x-ndjson',
  'application/ld+json',
  'application/atom+xml;q=0.5, application/feed+json',
  'image/png',
];

/** All questions, in the same order in every run. `found` gives ids of collections whose ids nobody types. */
export function allQuestions(found: Readonly<Record<string, readonly string[]>>): Question[] {
  const { paths = {} } = description;
  const operations = Object.entries(paths).filter(
    ([path, item]) => !apart.includes(path) && !item?.get?.tags?.includes('Formats'),
  );
  const questions = operations.flatMap(([path, item]) => {
    const formats = `${path}.ndjson` in paths || `${path}.jsonld` in paths ? ['fields', 'format'] : [];
    return questionsOf(path, [...parametersOf(item?.get), ...formats], found[path] ?? []);
  });
  return [...questions, ...oddities];
}

function questionsOf(template: string, parameters: readonly string[], found: readonly string[]): Question[] {
  const paths = pathsOf(template, found);
  const [path = template] = paths;
  const required = parameters.includes('by')
    ? ['by=speaker,outlet']
    : template === '/search'
      ? ['q=putin']
      : [];
  const single = [...parameters, 'unknown'].flatMap((name) =>
    (values[name] ?? []).map((value) => [...without(required, name), pair(name, value)]),
  );
  return [
    ...paths.map((each) => ({ url: withQuery(each, required) })),
    ...single.map((query) => ({ url: withQuery(path, query) })),
    ...pairs(template, parameters).map((query) => ({ url: withQuery(path, [...required, ...query]) })),
    ...(parameters.includes('format') ? accepts : []).map((accept) => ({
      url: withQuery(path, required),
      accept,
    })),
  ];
}

/** Parameters together, chosen by chance; the longer the list of parameters, the more of them. */
function pairs(template: string, parameters: readonly string[]): string[][] {
  const draw = chance(template.length);
  const open = parameters.filter((name) => name !== 'cursor' && name !== 'by' && values[name]);
  return Array.from({ length: open.length > 3 ? open.length : 0 }, () =>
    draw.some(open, 3).map((name) => pair(name, draw.one((values[name] ?? []).slice(0, 3)))),
  );
}

const pathsOf = (template: string, found: readonly string[]): string[] =>
  template.includes('{')
    ? [...found, ...(ids[template] ?? [])].map((id) => template.replace(/\{\w+\}/, encodeURIComponent(id)))
    : [template];

const parametersOf = (operation: OpenAPIV3_1.OperationObject | undefined): string[] =>
  (operation?.parameters ?? []).flatMap((parameter) =>
    'name' in parameter && parameter.in === 'query' ? [parameter.name] : [],
  );

const pair = (name: string, value: string): string => `${name}=${encodeURIComponent(value)}`;

const without = (query: readonly string[], name: string): string[] =>
  query.filter((each) => !each.startsWith(`${name}=`));

const withQuery = (path: string, query: readonly string[]): string =>
  query.length === 0 ? path : `${path}?${query.join('&')}`;

/** What does not follow from the description: wrong routes, repeated and escaped parameters. */
const oddities: Question[] = [
  '/nothing',
  '/statement',
  '/statements/',
  '/statements?speaker=putin&speaker=trump',
  '/statements?speaker%5B%5D=putin&speaker%5B%5D=trump',
  '/statements?speaker.all=putin,trump',
  '/statements?speaker=',
  '/statements?speaker=putin,',
  '/statements?speaker=%D8%A8%D9%88%D8%AA%D9%8A%D9%86&topic=us-russia-relations&sort=saidOn&limit=3',
  '/statements?limit=5&limit=6',
  '/statements?speaker=%E0%A4%A',
  '/search?q=',
  '/search',
  '/suggest?q=p',
  '/suggest',
].map((url) => ({ url }));
