// The path of a URL, whole, or short enough to be shown.

/** Nothing that is served has a longer path, in characters. */
const longest = 200;

/** A path that is cut may end within an encoded character: it is to be shown, and not to be decoded. */
export const pathOf = (url: string): string => wholePathOf(url).slice(0, longest);

export function wholePathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
