// Tells from its neighbours whether a word with the form of a speech verb is a verb: he claims that, but their claims.
import type { Paragraph } from '../article.ts';
import { isWord, type Token } from '../tokens.ts';
import { isAdverb, isCapital, isFiniteVerb, low } from './tokens.ts';
import { type Form, verbForms } from './verbs.ts';
import { adjectives, auxiliaries, determiners, modals, plurals, prepositions } from './words.ts';

const ADJECTIVE = /(?:ous|ive|ary|able|ible|ful|less|est|ical|ional|ing|[^aeiou]ed)$/;

/** Whether the form at `at` may be a noun or an adjective where it stands; `before` is the last token that is no adverb. */
export function isNoun(paragraph: Paragraph, at: number, before: number, form: Form): boolean {
  if (form.ing) return false;
  const { tokens } = paragraph;
  if (form.past) return isParticiple(paragraph, at, before, form);
  if (isPluralBeforeVerb(tokens, at)) return true;
  const word = low(tokens, before);
  if (form.base && !isPlural(tokens, before) && !isPluralBeforePhrase(tokens, before, form)) return true;
  if (form.base && tokens[before]?.text === ',' && form.verb.verb !== 'say') return true;
  if (!form.verb.noun || before < 0 || !tokens[before]?.word) return false;
  if (prepositions.has(word) || determiners.has(word) || /^\d/.test(word)) return !isRelative(word);
  if (isCapital(tokens[before])) return ['from', 'to', 'of', 'by'].includes(low(tokens, at + 1));
  if (plurals.has(word) || isRelative(word)) return false;
  return (
    adjectives.has(word) ||
    ADJECTIVE.test(word) ||
    verbForms.get(word)?.past === true ||
    ['from', 'of', 'by', 'and', 'or'].includes(low(tokens, at + 1)) ||
    (!form.base && word.endsWith('s') && !word.endsWith('ss'))
  );
}

/** confirmed by an official, asked about the plan, accused of fraud, for alleged incidents: no one stands before them who says it. */
function isParticiple({ tokens, openings, closings }: Paragraph, at: number, before: number, { verb }: Form) {
  const mark = tokens[before]?.text === ',' ? before - 1 : before;
  if (closings.has(mark)) return false;
  const next = low(tokens, at + 1);
  const word = low(tokens, before);
  if (
    next === 'by' &&
    !(verb.verb === 'say' && /^\d/.test(low(tokens, at + 2))) &&
    verb.verb !== 'add' &&
    !/^(?:e-?mail|phone|telephone|text|letter|message|video)$/.test(low(tokens, at + 2))
  )
    return true;
  if (verb.verb === 'accuse' && next === 'of') return true;
  if (
    ['ask', 'question'].includes(verb.verb) &&
    tokens[before]?.text === ',' &&
    ['about', 'whether', 'if', 'why', 'by', 'how'].includes(next)
  )
    return true;
  if (isNaming(verb.verb) && openings.has(at + 1)) return true;
  return ['of', 'in', 'for', 'with', 'at', 'between', 'from', 'by'].includes(word) && isWord(tokens, before);
}

/** Lawyers for the family argue: the noun of several stands before a preposition. */
function isPluralBeforePhrase(tokens: readonly Token[], before: number, { verb }: Form): boolean {
  if (verb.noun) return false;
  for (let at = before; at > Math.max(0, before - 7); at -= 1) {
    if (!tokens[at]?.word) return false;
    if (/^(?:for|of|at|in|with|from|on)$/.test(low(tokens, at))) return /s$/.test(low(tokens, at - 1));
  }
  return false;
}

/** a group called "...", a plan dubbed "...": a name in marks, not an opinion. */
function isNaming(verb: string): boolean {
  return ['call', 'dub', 'label', 'brand'].includes(verb);
}

function isRelative(word: string): boolean {
  return /^(?:who|which|that|it|he|she)$/.test(word);
}

/** reports reveal, states will, claims made: a noun with its own verb after it. */
function isPluralBeforeVerb(tokens: readonly Token[], at: number): boolean {
  const word = low(tokens, at + 1);
  const next = verbForms.get(word);
  if (low(tokens, at) === 'say' || low(tokens, at) === 'says') return false;
  if (modals.has(word) || (auxiliaries.has(word) && word !== 'having')) return true;
  return next !== undefined && !next.ing && !next.verb.noun && next.verb.verb !== 'find';
}

/** A base form needs a subject of several: officials say, Smith and Jones say. Abbreviations may be several, too: the RCMP say. */
function isPlural(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const word = low(tokens, at);
  if (token === undefined) return false;
  if (!token.word) return /^[,)—–%"”’']$/.test(token.text);
  if (plurals.has(word) || isAdverb(word) || /^(?:and|to|that|do|does|did|not)$/.test(word)) return true;
  if (/^\p{Lu}{2,}$/u.test(token.text) || /%$|^\d/.test(word)) return true;
  if (isCapital(token))
    return word.endsWith('s') || isCapital(tokens[at - 2]) || low(tokens, at - 1) === 'and';
  return word.endsWith('s') && !isFiniteVerb(word);
}
