// The table of heavy requests, which worker threads answer. It is looked at before anything of a request is checked.

type Query = Readonly<Record<string, unknown>>;

interface Rule {
  /** Why it costs more than a page by filters, which takes a fraction of a millisecond at any size of the data. */
  reason: string;
  /** Whether it takes only a few milliseconds where the data is small. */
  isQuickInSmallData?: true;
  /** `route` is the pattern of the route, such as `/people/:id`; `query` is parsed and not checked; `isPage`: the client prefers a page. */
  fits: (route: string, query: Query, isPage: boolean) => boolean;
}

const endsWith =
  (...endings: string[]) =>
  (route: string): boolean =>
    endings.some((ending) => route.endsWith(ending));

const described = new Set(['/', '/openapi.json', '/openapi.yaml', '/docs/json']);

export const rules: readonly Rule[] = [
  {
    reason: 'a search ranks all documents that hold its words, and marks the words in those of the page',
    isQuickInSmallData: true,
    fits: (route, query) => 'q' in query && route !== '/suggest', // which looks names up in an index
  },
  {
    reason: 'facets count the values of all documents that were found',
    isQuickInSmallData: true,
    fits: (_route, query) => 'facets' in query,
  },
  {
    reason: 'the pages of one facet do so, too',
    isQuickInSmallData: true,
    fits: endsWith('/facets/:facet'),
  },
  {
    reason: 'a cross table counts pairs of values',
    fits: endsWith('/counts'),
  },
  {
    reason: 'a profile counts speaker by speaker and topic by topic',
    fits: endsWith('/profile'),
  },
  {
    reason: 'the page of a list counts facets without being asked',
    isQuickInSmallData: true,
    fits: (route, _query, isPage) => isPage && (route === '/statements' || route === '/renditions'),
  },
  {
    reason: 'a comparison aligns every two renditions word by word, and the page of a statement shows one',
    fits: (route, _query, isPage) => route.endsWith('/comparison') || (isPage && route === '/statements/:id'),
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

/**
 * Data of at most so many documents is small. With 31 thousand (10 thousand statements) searches and facets take 3 to 10 ms, and a thread
 * adds 2 ms to each (docs/decisions/worker-threads.md).
 */
export const mostDocumentsOfSmallData = 50_000;

/** True if a request may take long enough to delay others; `isPage`: the client prefers a page; `isSmall`: the data is small. */
export const isHeavy = (route: string, query: Query, isPage: boolean, isSmall: boolean): boolean =>
  rules.some(
    ({ fits, isQuickInSmallData }) => !(isSmall && isQuickInSmallData) && fits(route, query, isPage),
  );
