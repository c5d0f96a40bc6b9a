// The path of a URL, short enough to be shown.

/** Nothing that is served has a longer path, in characters. */
const longest = 200;

export function pathOf(url: string): string {
  const query = url.indexOf('?');
  return url.slice(0, query === -1 ? longest : Math.min(query, longest));
}
