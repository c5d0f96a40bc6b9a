// The shape of a claim that is found in an article.
import type { Span } from '../spans.ts';

/** A claim with its place in the article; the value as the record writes it. */
export type ClaimDraft = Span & { paragraph: number; attribute: string; value: Record<string, unknown> };

/** A claim with its place in a sentence. */
export type FoundClaim = Span & Pick<ClaimDraft, 'attribute' | 'value'>;

/** A claim where a pattern matches a sentence. */
export function claimAt(
  { 0: words, index }: RegExpExecArray,
  attribute: string,
  value: FoundClaim['value'],
): FoundClaim {
  return { start: index, end: index + words.length, attribute, value };
}
