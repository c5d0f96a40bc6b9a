// Tells whether the subject of an English verb is one who speaks: a person, a body or a document, and no event.

import type { Paragraph, TokenRange } from '../article.ts';
import type { Token } from '../tokens.ts';
import type { Subject } from './subjects.ts';
import { isCapital, isPronoun, low } from './tokens.ts';
import { documents, namesOfBodies, personNouns, plurals, sources } from './words.ts';

const ABSTRACT = /(?:tion|sion|ment|ence|ance|ity|ness|s|ing|ism|ure|age|th)$/;

/** A report, a study, a court: what is in it may be shown, found or ruled. */
export function isDocument(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at += 1) if (documents.has(low(tokens, at))) return true;
  return false;
}

/** A pronoun for people, a name, or a noun for people: she, Smith, the mayor, officials. */
export function isPersonal(tokens: readonly Token[], range: TokenRange): boolean {
  const head = headOf(tokens, range);
  const word = low(tokens, head);
  if (isPronoun(word)) return !/^(?:it|that|this)$/.test(word);
  if (isCapital(tokens[head]) && (head > range.from || !ABSTRACT.test(word))) return true;
  return [word, word.replace(/s$/, '')].some(
    (form) => personNouns.has(form) || sources.has(form) || plurals.has(form),
  );
}

/** Whether a subject may say something at all; a move, an attack or a decision may not. */
export function canSpeak(tokens: readonly Token[], range: TokenRange): boolean {
  const head = headOf(tokens, range);
  const word = low(tokens, head);
  return (
    isPersonal(tokens, range) ||
    isDocument(tokens, range) ||
    isCapital(tokens[head]) ||
    namesOfBodies.has(word) ||
    namesOfBodies.has(word.replace(/s$/, ''))
  );
}

/** The last word before a preposition, a comma or a relative pronoun. */
function headOf(tokens: readonly Token[], { from, to }: TokenRange): number {
  let at = from;
  while (
    at + 1 < to &&
    tokens[at + 1]?.word &&
    !/^(?:of|for|from|in|at|with|on|to|by|who|whose|which|that|about)$/.test(low(tokens, at + 1))
  )
    at += 1;
  return at;
}

/** If officials say so, until Iran reassures the world, nobody told them, what he said: no report of something said. */
export function isUnsaid({ tokens }: Paragraph, { range }: Subject): boolean {
  const before = low(tokens, range.from - 1);
  const first = low(tokens, range.from);
  return (
    /^(?:if|unless|until|whether|once)$/.test(before) ||
    /^(?:nobody|none|neither)$/.test(first) ||
    (first === 'no' && low(tokens, range.from + 1) === 'one') ||
    (before === 'what' && isPronoun(first))
  );
}
