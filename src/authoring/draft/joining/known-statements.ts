// The statements of the record by their speakers, with the texts that the record has of each, ready to be compared with words.
import type { KnownRecord, Statement } from '../record.ts';
import { Rarity, type Text, textOf, together } from './similarity.ts';
import { type Alike, TextPostings } from './text-postings.ts';

type Rendition = Statement['renditions'][number];

/** The words of a rendition's passage where its article is at hand, else null. */
export type PassageOf = (rendition: Rendition) => string | null;

/** Without renditions of the sources `without`: an article must not find itself. */
export class KnownStatements {
  private readonly bySpeaker = new Map<string, TextPostings>();
  private readonly rarity = new Rarity();

  constructor(record: KnownRecord, passageOf: PassageOf, without: ReadonlySet<string>) {
    for (const statement of record.statements) {
      const renditions = statement.renditions.filter(({ source }) => !without.has(source));
      if (renditions.length === 0) continue;
      const texts = textsOf(statement, renditions, passageOf);
      const all = together(texts);
      this.rarity.add(all);
      for (const speaker of statement.speakers)
        for (const text of [...texts, all]) this.postingsOf(speaker).add(statement.id, text);
    }
  }

  private postingsOf(speaker: string): TextPostings {
    const known = this.bySpeaker.get(speaker) ?? new TextPostings();
    this.bySpeaker.set(speaker, known);
    return known;
  }

  /** The statements of a speaker that words may render, each with its text that is most alike. */
  alike(speaker: string, said: Text): Alike[] {
    return this.bySpeaker.get(speaker)?.alike(said, this.rarity) ?? [];
  }
}

/** The gist in each language, the quotations, and the passages that are at hand. */
function textsOf({ gist }: Statement, renditions: readonly Rendition[], passageOf: PassageOf): Text[] {
  const quotes = renditions.flatMap((each) =>
    each.quotes.map((quote) => (typeof quote === 'string' ? quote : quote.text)),
  );
  const passages = renditions.flatMap((each) => passageOf(each) ?? []);
  return [...Object.values(gist), ...quotes, ...passages].map(textOf).filter(({ terms }) => terms.size > 0);
}
