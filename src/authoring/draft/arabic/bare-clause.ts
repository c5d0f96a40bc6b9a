// Finds what an Arabic speech verb reports without إن/أن: قال لا يوجد حل.
import { isComma, type Token } from '../tokens.ts';
import { startsAdverbial } from './adverbials.ts';
import type { Clause, Complement } from './clause.ts';
import type { Form } from './verbs.ts';

/** The clause from `from`, the end of the subject, or behind an adverbial there; null where none is long enough. */
export function bareClause(clause: Clause, form: Form, from: number): Complement | null {
  if (!form.verb.takes.includes('clause') || form.tense === 'noun' || form.verb.strict) return null;
  const token = clause.tokens[from];
  if (token === undefined || from + 3 > clause.limit) return null;
  const comma = afterItsComma(clause.tokens, from, clause.limit);
  const start = startsAdverbial(clause.tokens, from) || !token.word ? comma : from;
  if (start === null || start + 3 > clause.limit) return null;
  return { kind: 'clause', from: start, subjectTo: start, form };
}

/** Where the clause after an adverbial begins: after its comma. */
function afterItsComma(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let at = from; at < limit; at += 1) if (isComma(tokens, at)) return at + 1;
  return null;
}
