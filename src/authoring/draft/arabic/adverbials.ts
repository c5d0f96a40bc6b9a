// Tells where an Arabic adverbial of time, place or occasion begins.
import { normAt, type Token } from '../tokens.ts';
import { adverbials, occasions } from './words.ts';

/** 'in a statement', 'during', 'yesterday', 'for his part': what stands between a verb and its subject or content. */
export function startsAdverbial(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.norm === 'في' || token.norm === 'وفي') return occasions.has(normAt(tokens, at + 1));
  if (token.norm === 'علي')
    return ['هامش', 'صفحته', 'موقع', 'حسابه', 'منصه', 'الرغم', 'اثر'].includes(normAt(tokens, at + 1));
  if (token.norm === 'من')
    return /^(?:جانبه|جهته|جانبها|جهتها|خلال|دون|ناحيه|جهه|جديد|قبل)$/.test(normAt(tokens, at + 1));
  return adverbials.has(token.norm);
}
