// Finds the statement of the record that words render: same speaker, and words that few other statements share.

import { z } from 'zod';
import { words } from '../../text/words.ts';
import { readLexicon } from './lexicons.ts';
import type { KnownRecord, Statement } from './record.ts';

export type Match = { id: string; score: number; shared: string[] };

type Entry = { statement: Statement; texts: ReadonlySet<string>[] };

/** Below this score it is another statement; measured on the five articles of Alaska. */
const LEAST_SCORE = 0.3;

/** From this score on a rendition is written for the statement; below it a comment names it. In doubt, two statements. */
const JOINING_SCORE = 0.4;

/** Whether a match is sure enough to write the rendition under the statement. */
export function joins({ score }: Match): boolean {
  return score >= JOINING_SCORE;
}

/** An index of the record's statements by speaker. Renditions of `without` (source ids) are not looked at. */
export class Statements {
  private readonly bySpeaker = new Map<string, Entry[]>();
  private readonly weight = new Map<string, number>();

  constructor(record: KnownRecord, without: ReadonlySet<string> = new Set()) {
    const frequency = new Map<string, number>();
    let count = 0;
    for (const statement of record.statements) {
      const renditions = statement.renditions.filter(({ source }) => !without.has(source));
      if (renditions.length === 0) continue;
      const quotes = renditions.flatMap((each) =>
        each.quotes.map((quote) => (typeof quote === 'string' ? quote : quote.text)),
      );
      const texts = [...Object.values(statement.gist), ...quotes]
        .map(stemsOf)
        .filter((stems) => stems.size > 0);
      count += 1;
      for (const stem of new Set(texts.flatMap((stems) => [...stems])))
        frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
      for (const speaker of statement.speakers)
        this.bySpeaker.set(speaker, [...(this.bySpeaker.get(speaker) ?? []), { statement, texts }]);
    }
    for (const [stem, times] of frequency) this.weight.set(stem, Math.log(1 + count / times));
  }

  /** The best match for words of a speaker, or null. */
  match(speaker: string | null, text: string): Match | null {
    if (speaker === null) return null;
    const said = stemsOf(text);
    let best: Match | null = null;
    for (const { statement, texts } of this.bySpeaker.get(speaker) ?? [])
      for (const stems of [...texts, new Set(texts.flatMap((each) => [...each]))]) {
        const { score, shared } = this.similarity(said, stems);
        if (score > (best?.score ?? LEAST_SCORE) && (shared.length >= 2 || (said.size <= 3 && score > 0.4)))
          best = { id: statement.id, score: Math.round(score * 100) / 100, shared };
      }
    return best;
  }

  /** Weight of the shared stems against the mean of both sides' weights (Dice, weighted by rarity). */
  private similarity(
    one: ReadonlySet<string>,
    other: ReadonlySet<string>,
  ): { score: number; shared: string[] } {
    const shared = [...one].filter((stem) => other.has(stem));
    const weigh = (stems: Iterable<string>) =>
      [...stems].reduce((sum, stem) => sum + (this.weight.get(stem) ?? 3), 0);
    const both = weigh(shared);
    const total = weigh(one) + weigh(other);
    const dice = total === 0 ? 0 : (2 * both) / total;
    const covered = both / Math.max(1, Math.min(weigh(one), weigh(other)));
    return { score: 0.6 * dice + 0.4 * covered, shared };
  }
}

const STOP = new Set(
  words(
    'ان في من إلى على عن مع هو هي هذا هذه الذي التي ما لا قد كان كانت كل أو ثم لم لن هناك بين حول أنه أنها بأن بأنه بأنها أيضا بعد هذا ذلك نحو مثل خلال the a an of to in and that is it for on with he his be was are as by at from this have has will not',
  ).map(({ normal }) => normal),
);

/** The stem that stands for all words of one meaning. */
const MEANING = new Map(
  readLexicon('synonyms', z.array(z.array(z.string()))).flatMap((group) => {
    const stems = group.flatMap((word) => words(word).map(({ stem }) => stem));
    return stems.map((stem) => [stem, stems[0] ?? stem] as const);
  }),
);

/** The stems of a text without function words, one for all words of a meaning. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const { normal, stem } of words(text))
    if (!STOP.has(normal) && stem.length > 1) stems.add(MEANING.get(stem) ?? stem);
  return stems;
}
