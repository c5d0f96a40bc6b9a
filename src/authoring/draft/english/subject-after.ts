// Finds the subject of an English speech verb that stands after it: said Ann Smith, the chairwoman.
import type { Paragraph } from '../article.ts';
import { isWord, type Token } from '../tokens.ts';
import type { Subject } from './subjects.ts';
import { low } from './tokens.ts';
import { times } from './words.ts';

/** The subject after a verb (said Ann Smith, the chairwoman): up to a full stop, an adverbial or what follows a second comma. */
export function subjectAfter(paragraph: Paragraph, cue: number, limit: number): Subject | null {
  const { tokens } = paragraph;
  let to = cue + 1;
  let comma = false;
  for (; to < limit; to += 1) {
    const token = tokens[to];
    const word = low(tokens, to);
    if (token === undefined || /^[;:."“”!?—–]$/.test(token.text)) break;
    if (token.text === ',') {
      if (comma || !describes(tokens, to + 1)) break;
      comma = true;
      continue;
    }
    if (comma) continue;
    if (times.has(word) || /^(?:in|on|at|during|after|before|when|as|while|via|through|about|to)$/.test(word))
      break;
  }
  while (to > cue + 1 && !isWord(tokens, to - 1)) to -= 1;
  const first = tokens[cue + 1];
  if (to <= cue + 1 || first === undefined || !first.word) return null;
  return { range: { from: cue + 1, to }, rule: 'subject after the verb' };
}

function describes(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:who|whose|a|an|the|chief|former|director|president|executive|professor|spokesman|spokeswoman|which|senior|head|vice|chair)$/.test(
      low(tokens, at),
    ) || /^\d+$/.test(low(tokens, at))
  );
}
