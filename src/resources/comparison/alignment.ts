// Aligns the words of two renditions, and says how far they are the same words.
import { diffArrays } from 'diff';
import type { QuotedWord } from '../statements/quoted-words.ts';

/** What a stretch of words is to the same place in the other rendition. */
export const differences = ['equal', 'spelling', 'form', 'replaced', 'dropped', 'added'] as const;

export type Difference = (typeof differences)[number];

/** Words of the left rendition, words of the right one, or both, with how they differ. */
export interface Stretch {
  kind: Difference;
  left: QuotedWord[];
  right: QuotedWord[];
}

/**
 * Aligns two renditions word by word. Words are laid side by side where they have the same stem (a longest common
 * subsequence, by Myers's algorithm in jsdiff); what lies between is dropped, added or replaced.
 */
export function align(left: readonly QuotedWord[], right: readonly QuotedWord[]): Stretch[] {
  const stretches: Stretch[] = [];
  const rest = { left: [...left], right: [...right] };
  let gap: Stretch = emptyGap();
  for (const { added, removed, count } of diffArrays(stems(left), stems(right))) {
    if (removed) gap.left.push(...rest.left.splice(0, count));
    else if (added) gap.right.push(...rest.right.splice(0, count));
    else {
      stretches.push(...named(gap), ...paired(rest.left.splice(0, count), rest.right.splice(0, count)));
      gap = emptyGap();
    }
  }
  return [...stretches, ...named(gap)];
}

/** The words of the left rendition that the right one has, too, in whatever form. */
export const sharedWords = (left: readonly QuotedWord[], right: readonly QuotedWord[]): QuotedWord[] =>
  align(left, right).flatMap((stretch) =>
    stretch.kind === 'dropped' || stretch.kind === 'replaced' ? [] : stretch.left,
  );

const stems = (words: readonly QuotedWord[]): string[] => words.map(({ stem }) => stem);

const emptyGap = (): Stretch => ({ kind: 'replaced', left: [], right: [] });

/** What two neighbouring common words have between them, if anything. */
function named({ left, right }: Stretch): Stretch[] {
  if (left.length === 0 && right.length === 0) return [];
  const kind = right.length === 0 ? 'dropped' : left.length === 0 ? 'added' : 'replaced';
  return [{ kind, left, right }];
}

/** Words that stand side by side: a run of equal ones is one stretch, any other pair one of its own. */
function paired(left: QuotedWord[], right: QuotedWord[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, word] of left.entries()) {
    const other = right.slice(at, at + 1);
    const kind = differenceOf(word, other);
    const last = stretches.at(-1);
    if (
      kind === 'equal' &&
      last?.kind === 'equal' &&
      isNext(last.left, word) &&
      isNext(last.right, other[0])
    ) {
      last.left.push(word);
      last.right.push(...other);
    } else stretches.push({ kind, left: [word], right: other });
  }
  return stretches;
}

/** Whether a run goes on with a word: it stands in the same quote. */
const isNext = (run: QuotedWord[], word: QuotedWord | undefined): boolean =>
  run.at(-1)?.quote === word?.quote;

function differenceOf(word: QuotedWord, [other]: QuotedWord[]): Difference {
  if (word.text === other?.text) return 'equal';
  return word.spelling === other?.spelling ? 'spelling' : 'form';
}

/** How alike two renditions are, by two keys. */
export interface Similarity {
  similarity: number;
  stemSimilarity: number;
}

/**
 * The Dice coefficient of two word sequences, 2·L / (a + b), where a and b are their lengths and L is the length of
 * their longest common subsequence: 1 for the same words in the same order, 0 where no word is shared. `similarity`
 * takes words for common that differ in spelling alone, `stemSimilarity` also other forms of a word. Null where either
 * side quotes nothing.
 */
export function similarityOf(left: readonly QuotedWord[], right: readonly QuotedWord[]): Similarity | null {
  if (left.length === 0 || right.length === 0) return null;
  const dice = (key: 'spelling' | 'stem'): number => {
    const chunks = diffArrays(
      left.map((word) => word[key]),
      right.map((word) => word[key]),
    );
    const common = chunks.reduce(
      (sum, { added, removed, count }) => (added || removed ? sum : sum + count),
      0,
    );
    return rounded((2 * common) / (left.length + right.length));
  };
  return { similarity: dice('spelling'), stemSimilarity: dice('stem') };
}

/** To four decimals. */
export const rounded = (figure: number): number => Math.round(figure * 10_000) / 10_000;
