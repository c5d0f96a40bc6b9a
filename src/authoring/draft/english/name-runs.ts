// Finds the runs of capitalized words of an English article that may name someone, and the surnames among them.
import type { Paragraph } from '../article.ts';
import { remembered } from '../remembered.ts';
import { type Token, textAt } from '../tokens.ts';
import { genderOf, isFirstName, withoutAccents } from './names.ts';
import { isAdverb, isCapital, low } from './tokens.ts';
import {
  conjunctions,
  determiners,
  namesOfBodies,
  personNouns,
  personTitles,
  plurals,
  prepositions,
  pronouns,
  times,
} from './words.ts';

export type Gender = 'm' | 'f' | null;

/** Token indices; `titled` where a title stands before or within the capitalized words. */
export type Run = { from: number; to: number; titled: boolean };

/** Runs of capitalized words outside quotations, without the titles and function words they begin with. */
export function runsOf({ tokens, openings, sentences }: Paragraph): Run[] {
  const starts = new Set(sentences.map(({ from }) => from));
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const close = openings.get(at);
    if (close !== undefined) at = Math.min(close, tokens.length);
    if (!isCapital(tokens[at]) || (starts.has(at) && isFunctionWord(low(tokens, at)))) continue;
    let to = at + 1;
    while (to < tokens.length && !starts.has(to) && joins(tokens, to)) to += 1;
    let from = at;
    for (let title = at; title < to - 1; title += 1)
      if (personTitles.has(bare(tokens[title]))) from = title + 1;
    runs.push({ from, to, titled: from > at || isTitle(low(tokens, at - 1)) });
    at = to - 1;
  }
  return runs;
}

/** the mayor Ann Bell, teacher Ann Bell: a title or a noun for one person. */
function isTitle(word: string): boolean {
  return personTitles.has(word) || personNouns.has(word);
}

/** A capitalized word, an initial's full stop, or a particle (de, van) between two capitalized words. */
function joins(tokens: readonly Token[], at: number): boolean {
  if (/['’]s$/.test(textAt(tokens, at - 1))) return false;
  if (isCapital(tokens[at])) return true;
  if (!isCapital(tokens[at + 1])) return false;
  return (
    (tokens[at]?.text === '.' && /^\p{Lu}$/u.test(textAt(tokens, at - 1))) ||
    /^(?:de|van|von|bin|al|el|la|le|du|der|den|ten|da|dos)$/.test(textAt(tokens, at))
  );
}

/** The surnames of those with a first name, a title or an age, or who are named by surname alone elsewhere; with their gender. */
export function surnamesIn(runs: ReadonlyMap<Paragraph, readonly Run[]>): Map<string, Gender> {
  const alone = new Set<string>();
  for (const [{ tokens }, list] of runs)
    for (const { from, to } of list)
      if (to - from === 1 && low(tokens, from - 1) !== 'the') alone.add(bare(tokens[from]));
  const found = new Map<string, Gender>();
  for (const [paragraph, list] of runs)
    for (const run of list) {
      const { tokens } = paragraph;
      const surname = bare(tokens[run.to - 1]);
      if (!looksLikeName(paragraph, run) || (run.to - run.from === 1 && !run.titled)) continue;
      const first = bare(tokens[run.from]);
      const certain = run.titled || isFirstName(first) || isDescribed(tokens, run);
      if (certain || alone.has(surname)) found.set(surname, found.get(surname) ?? genderNear(paragraph, run));
    }
  return found;
}

export function looksLikeName({ tokens }: Paragraph, { from, to }: Run): boolean {
  if (to - from > 5 || low(tokens, from - 1) === 'the') return false;
  for (let at = from; at < to; at += 1)
    if (namesOfBodies.has(bare(tokens[at])) || /^\p{Lu}{2,}$|\d/u.test(textAt(tokens, at))) return false;
  return !times.has(bare(tokens[to - 1]));
}

/** Hanna Lindqvist, 58, / Ann Smith, who: an age or a relative clause after the name. */
function isDescribed(tokens: readonly Token[], { from, to }: Run): boolean {
  if (to - from < 2 || tokens[to]?.text !== ',') return false;
  return /^\d{1,2}$/.test(textAt(tokens, to + 1)) || /^(?:who|whose)$/.test(low(tokens, to + 1));
}

/** The words before a name (police constable Amy Bell) and those of the apposition after it (Amy Bell, 22, an officer in Regina). */
export function rolesNear({ tokens }: Paragraph, { from, to }: Run): string[] {
  const roles: string[] = [];
  for (let at = from - 1; at >= Math.max(0, from - 5) && tokens[at]?.word; at -= 1)
    roles.push(bare(tokens[at]));
  if (tokens[to]?.text !== ',') return roles;
  for (let at = to + 1; at < Math.min(tokens.length, to + 14); at += 1) {
    if (/^[.;:"“”]$/.test(textAt(tokens, at)) || (tokens[at]?.text === ',' && at > to + 2)) break;
    if (!/['’]s?$/.test(textAt(tokens, at))) roles.push(bare(tokens[at]));
  }
  return roles;
}

/** Told by title, first name and the noun before the name (spokeswoman Ann Smith). */
export function genderNear({ tokens }: Paragraph, { from, to }: Run): Gender {
  const before = tokens
    .slice(Math.max(0, from - 2), from)
    .filter(({ norm }) => !/^(?:his|her|he|she|him)$/.test(norm));
  const words = [...(to - from > 1 ? [tokens[from]] : []), ...before.reverse()];
  return genderOf(words.map((token) => token?.text ?? '').join(' '));
}

function isFunctionWord(word: string): boolean {
  const bareWord = word.replace(/'\w+$/, '');
  return (
    conjunctions.has(bareWord) ||
    determiners.has(bareWord) ||
    prepositions.has(bareWord) ||
    plurals.has(bareWord) ||
    pronouns.has(bareWord) ||
    (times.has(word) && !/^(?:april|may|june|august)$/.test(word)) ||
    isAdverb(word)
  );
}

/** A word in lower case without a full stop, a possessive 's and accents. */
export function bare(token: Token | undefined): string {
  return bareForm(token?.text ?? '');
}

const bareForm = remembered((text) => withoutAccents(text.toLowerCase().replace(/['’]s?$|\.$/g, '')), 20_000);
