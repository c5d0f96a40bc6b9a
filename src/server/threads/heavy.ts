// Tells heavy questions from light ones, before anything of them is checked: the table of what threads answer.

/** What is known of a request once its route is found. */
export interface Asked {
  /** Pattern of the route, with `:id` where an id stands. */
  route: string;
  /** The query string, parsed and not checked. */
  query: Readonly<Record<string, unknown>>;
  accept: string | undefined;
}

interface Rule {
  /** Why it costs more than a page by filters, which takes a fraction of a millisecond at any size of the data. */
  reason: string;
  fits: (asked: Asked) => boolean;
}

const endsWith =
  (...endings: string[]) =>
  ({ route }: Asked): boolean =>
    endings.some((ending) => route.endsWith(ending));

/** What the description is needed for. */
const described = new Set(['/', '/openapi.json', '/openapi.yaml', '/docs/json', '/docs/yaml']);

export const rules: readonly Rule[] = [
  {
    reason: 'a search ranks whatever holds its words, and marks them in what it shows',
    fits: ({ route, query }) => 'q' in query && route !== '/suggest', // that looks names up in an index
  },
  {
    reason: 'facets count the values of all that is found',
    fits: ({ query }) => 'facets' in query,
  },
  {
    reason: 'so do the pages of one facet, and a cross table counts pairs',
    fits: endsWith('/facets/:facet', '/counts'),
  },
  {
    reason: 'a profile counts speaker by speaker and topic by topic',
    fits: endsWith('/profile'),
  },
  {
    reason: 'a comparison aligns every two renditions word by word',
    fits: endsWith('/comparison'),
  },
  {
    reason: 'changes are counted from the beginning, whichever page is shown',
    fits: endsWith('/changes'),
  },
  {
    reason: 'the description of the API is made when it is first asked for, from all contracts',
    fits: ({ route }) => described.has(route),
  },
  {
    reason: 'without a limit, rows are sent to the last one',
    fits: ({ query, accept }) => !('limit' in query) && isOfRows(query['format'], accept),
  },
];

/** Formats that hold one row after another, and end where the data does. */
const isOfRows = (format: unknown, accept: string | undefined): boolean =>
  format === undefined
    ? accept !== undefined && /text\/csv|ndjson/i.test(accept)
    : format === 'csv' || format === 'ndjson';

/** Whether answering may take long enough to hold others up. */
export const isHeavy = (asked: Asked): boolean => rules.some(({ fits }) => fits(asked));
