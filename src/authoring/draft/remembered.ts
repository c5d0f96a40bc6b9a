// Remembers the results of functions that are asked for the same words again and again.

/** The function, with its results kept; it forgets them all where there would be more than `most`. */
export function remembered<Result>(work: (text: string) => Result, most: number): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    if (results.size >= most) results.clear();
    const result = work(text);
    results.set(text, result);
    return result;
  };
}
