// Turns positions in a string (UTF-16 units) into positions in code points, the unit of the record.

/** A function from UTF-16 positions of `text` to code points; linear to make, logarithmic to ask. */
export function codePointsOf(text: string): (position: number) => number {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index);
  if (pairs.length === 0) return (position) => position;
  return (position) => position - countBelow(pairs, position);
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
