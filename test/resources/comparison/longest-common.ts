/** Measures the longest subsequence that several sequences have in common, by trying all: right, and slow. */

/** Its length. A state is how far each sequence is used up; from each the next word is taken where it comes first. */
export function longestCommon(sequences: readonly (readonly string[])[]): number {
  const [first = []] = sequences;
  const known = new Map<string, number>();

  function longestFrom(state: readonly number[]): number {
    const key = state.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const longest = [...new Set(first.slice(state[0]))].reduce((best, word) => {
      const next = sequences.map((sequence, at) => sequence.indexOf(word, state[at]) + 1);
      return next.includes(0) ? best : Math.max(best, 1 + longestFrom(next));
    }, 0);
    known.set(key, longest);
    return longest;
  }

  return longestFrom(sequences.map(() => 0));
}
