// Words that other APIs have for what this one calls otherwise: where one is used, the error names ours.

/** Our parameters for each word, the most likely first; words are compared without case, `_` and `-`. */
const parameters = wordsOf({
  cursor: 'page pageNumber pageToken offset skip startIndex after next',
  limit: 'perPage pageSize size count max maxResults top take first rowsPerPage',
  q: 'search query text keyword keywords term phrase find',
  speaker: 'person who author name said saidBy agent actor',
  outlet: 'newspaper media agency broadcaster site publisher',
  since: 'from after start startDate dateFrom date fromDate begin',
  until: 'to before end endDate dateTo toDate',
  sort: 'order orderBy sortBy ordering',
  topic: 'tag tags subject about theme category',
  place: 'location where city',
  event: 'summit occasion meeting',
  language: 'lang locale',
  fields: 'field select include only columns',
  id: 'ids',
  format: 'type output accept',
  facets: 'facet aggregate aggregations groupBy',
});

/** Our sorts for each word, without the sign of a descending one. */
const sorts = wordsOf({
  saidOn: 'date day time said',
  start: 'date day time',
  '-saidOn': 'newest latest recent',
  renditions: 'popularity reports sources',
  statements: 'popularity count',
  id: 'name title alphabetical',
  relevance: 'score rank best',
  '-added': 'created createdAt updated',
});

/** Our formats for each word. */
const formats = wordsOf({
  ndjson: 'jsonl jsonlines ldjson jsonseq',
  atom: 'rss rss2 xml feed',
  csv: 'tsv excel xls xlsx spreadsheet table',
  jsonld: 'rdf ttl turtle schema schemaorg',
  geojson: 'map gpx kml',
});

/** The first steps of our paths for each word. */
const steps = wordsOf({
  statements: 'quotes quotations quote quotation remarks sayings',
  renditions: 'passages reports reporting wordings',
  people: 'speakers persons politicians authors leaders',
  organizations: 'organisations orgs institutions',
  outlets: 'media publishers newspapers agencies',
  places: 'locations countries cities',
  topics: 'tags subjects themes categories',
  events: 'summits meetings occasions',
  sources: 'articles documents texts',
  claims: 'facts',
  discrepancies: 'conflicts contradictions differences disagreements',
  changes: 'updates feed news',
  search: 'find query',
  docs: 'swagger documentation help',
});

/** By their word, all of ours. */
function wordsOf(theirs: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const [word, others] of Object.entries(theirs)) {
    for (const other of others.split(' ').map(plain)) words.set(other, [...(words.get(other) ?? []), word]);
  }
  return words;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[_\-.]/g, '');
}

/** Our parameter for a word, out of those that there are. */
export const parameterFor = (word: string, known: readonly string[]): string | undefined =>
  (parameters.get(plain(word)) ?? []).find((each) => known.includes(each));

/** Our sort for a word, in the same direction, out of those that there are. */
export function sortFor(word: string, known: readonly string[]): string | undefined {
  const sign = word.startsWith('-') ? '-' : '';
  const found = sorts.get(plain(word)) ?? [];
  return found.flatMap((each) => [`${sign}${each}`, each]).find((each) => known.includes(each));
}

/** Our format for a word, out of those that there are. */
export const formatFor = (word: string, known: readonly string[]): string | undefined =>
  (formats.get(plain(word)) ?? []).find((each) => known.includes(each));

/** The first step of our path for a word. */
export const stepFor = (word: string): string | undefined => steps.get(plain(word))?.[0];

/** How everything is searched, for those who search a list that has no `q`. */
export const searching = '/search?q= finds names and words of every kind';

/** How lists are walked, for those who ask for a page by its number. */
export const walking = 'follow `page.next` of the answer from page to page';
