// The table of heavy requests, which worker threads answer. It is looked at before anything of a request is checked.

type Query = Readonly<Record<string, unknown>>;

interface Rule {
  /** Why it costs more than a page by filters, which takes a fraction of a millisecond at any size of the data. */
  reason: string;
  /** `route` is the pattern of the route, such as `/people/:id`; `query` is parsed and not checked. */
  fits: (route: string, query: Query) => boolean;
}

const endsWith =
  (...endings: string[]) =>
  (route: string): boolean =>
    endings.some((ending) => route.endsWith(ending));

const described = new Set(['/', '/openapi.json', '/openapi.yaml', '/docs/json']);

export const rules: readonly Rule[] = [
  {
    reason: 'a search ranks all documents that hold its words, and marks the words in those of the page',
    fits: (route, query) => 'q' in query && route !== '/suggest', // which looks names up in an index
  },
  {
    reason: 'facets count the values of all documents that were found',
    fits: (_route, query) => 'facets' in query,
  },
  {
    reason: 'the pages of one facet do so, too, and a cross table counts pairs',
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
    reason: 'the description of the API is made from all contracts when it is first asked for',
    fits: (route) => described.has(route),
  },
];

/** The routes of which the page takes longer than the JSON: it counts facets without being asked, or compares renditions. */
const heavyPages = new Set(['/statements', '/statements/:id', '/renditions']);

/** True if a request may take long enough to delay others; `isPage`: the client prefers a page. */
export const isHeavy = (route: string, query: Query, isPage: boolean): boolean =>
  (isPage && heavyPages.has(route)) || rules.some(({ fits }) => fits(route, query));
