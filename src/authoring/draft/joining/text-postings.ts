// An index of the texts of one speaker's statements: compares words with all of them at once.
import { settings } from './settings.ts';
import { type Rarity, scoreOf, type Text } from './similarity.ts';
import { rootOf } from './terms.ts';

/** `weight` lies between that of the terms said and that of the shared ones: how much a join would explain. */
export type Alike = { statement: string; text: Text; score: number; weight: number };

type Entry = { statement: string; text: Text; weight: number };

export class TextPostings {
  private readonly entries: Entry[] = [];
  private readonly byTerm = new Map<string, number[]>();
  private readonly byRoot = new Map<string, number[]>();

  add(statement: string, text: Text): void {
    const number = this.entries.push({ statement, text, weight: 0 }) - 1;
    for (const term of text.terms.keys()) postings(this.byTerm, term).push(number);
    for (const root of text.roots) postings(this.byRoot, root).push(number);
  }

  /** Of each statement the text that is most alike, if it reaches the least score that is named. */
  alike(said: Text, rarity: Rarity): Alike[] {
    const weight = rarity.sum(said);
    const best = new Map<string, Alike>();
    for (const [number, shared] of this.sharedWith(said, rarity)) {
      const entry = this.entries[number];
      if (entry === undefined || !isEnough(shared.terms, said, entry.text)) continue;
      if (entry.weight === 0) entry.weight = rarity.sum(entry.text);
      const score = scoreOf(shared.weight, weight, entry.weight);
      if (score <= (best.get(entry.statement)?.score ?? settings.naming)) continue;
      best.set(entry.statement, {
        statement: entry.statement,
        text: entry.text,
        score,
        weight: (shared.weight + weight) / 2,
      });
    }
    return [...best.values()];
  }

  /** The weight and number of terms that each text shares; a term whose root alone is shared counts less. */
  private sharedWith(said: Text, rarity: Rarity): Map<number, { weight: number; terms: number }> {
    const shared = new Map<number, { weight: number; terms: number }>();
    const count = (number: number, weight: number) => {
      const sum = shared.get(number);
      if (sum === undefined) shared.set(number, { weight, terms: 1 });
      else {
        sum.weight += weight;
        sum.terms += 1;
      }
    };
    for (const term of said.terms.keys()) {
      const weight = rarity.of(term);
      for (const number of this.byTerm.get(term) ?? []) count(number, weight);
      const root = rootOf(term);
      if (root === null) continue;
      const weightOfRoot = settings.root * rarity.ofRoot(root);
      for (const number of this.byRoot.get(root) ?? [])
        if (this.entries[number]?.text.terms.has(term) === false) count(number, weightOfRoot);
    }
    return shared;
  }
}

function postings(index: Map<string, number[]>, key: string): number[] {
  const known = index.get(key) ?? [];
  if (known.length === 0) index.set(key, known);
  return known;
}

/** One word in common is enough only for a text of few words. */
function isEnough(shared: number, said: Text, text: Text): boolean {
  return shared >= 2 || said.terms.size <= 3 || text.terms.size <= 2;
}
