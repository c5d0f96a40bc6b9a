// Compares single records with the articles and keeps count of what was proven.

import type { Findings } from '../../ingest/check/findings.ts';
import type { RecordPlace } from '../../ingest/read/files.ts';
import type { FieldPath } from '../../records/issue.ts';
import { isPlaced, type Place } from '../../records/rules.ts';
import type { RecordOf } from '../../resources/registry.ts';
import type { Article, Stretch } from './article.ts';
import { nearMiss } from './near-miss.ts';
import { isQuoted, quotationMark } from './quotes.ts';
import { recordedArticle, withoutText } from './sources.ts';

type Rendition = RecordOf<'statement'>['renditions'][number];
type Passage = Place & { source: string };
type Placed = Rendition & Stretch & { paragraph: number };

/** Records by what they are. */
export type Counts = Record<'sources' | 'renditions' | 'quotes' | 'claims', number>;

/** Proves records one after another; sources first, because the others stand in their articles. */
export class Proof {
  readonly proven: Counts = { sources: 0, renditions: 0, quotes: 0, claims: 0 };
  /** What stands in sources that are known without their text: nothing can be proven of it. */
  readonly unproven: Counts = { sources: 0, renditions: 0, quotes: 0, claims: 0 };
  readonly #folder: string;
  readonly #problems: Findings;
  readonly #warnings: Findings;
  readonly #articles = new Map<string, Article | typeof withoutText | null>();

  constructor(folder: string, problems: Findings, warnings: Findings) {
    this.#folder = folder;
    this.#problems = problems;
    this.#warnings = warnings;
  }

  /** The file is the one that was read, and its paragraphs are where they are said to be. */
  source(source: RecordOf<'source'>, at: RecordPlace): void {
    if (source.file === null) {
      this.#articles.set(source.id, withoutText);
      this.unproven.sources += 1;
      return;
    }
    const article = recordedArticle(this.#folder, source.file, source.sha256, at, this.#problems);
    this.#articles.set(source.id, article);
    if (article === null) return;
    if (JSON.stringify(source.paragraphs) === JSON.stringify(article.paragraphs)) this.proven.sources += 1;
    else {
      const message = `not where the article's ${article.paragraphs.length} paragraphs are; run npm run locate`;
      this.#wrong(at, ['paragraphs'], message);
    }
  }

  /** The renditions of a statement, or those that an entry adds to one. */
  statement({ renditions }: { renditions: readonly Rendition[] }, at: RecordPlace): void {
    for (const [number, rendition] of renditions.entries())
      this.#rendition(rendition, at, ['renditions', number]);
  }

  claim(claim: RecordOf<'claim'>, at: RecordPlace): void {
    if (this.#articles.get(claim.source) === withoutText) this.unproven.claims += 1;
    else if (this.#inParagraph(claim, at, [])) this.proven.claims += 1;
  }

  #rendition(rendition: Rendition, at: RecordPlace, path: FieldPath): void {
    if (this.#articles.get(rendition.source) === withoutText) {
      this.unproven.renditions += 1;
      this.unproven.quotes += rendition.quotes.length;
      return;
    }
    const found = this.#inParagraph(rendition, at, path);
    if (!found) return;
    const { article, passage } = found;
    const isCued = this.#cue(passage, article, at, path);
    const quotes = rendition.quotes.filter((quote, number) =>
      this.#quote(quote, article, at, [...path, 'quotes', number]),
    );
    this.#mode(passage, article, at, path);
    const isExcerpted = this.#excerpt(rendition, article, at, path);
    this.proven.quotes += quotes.length;
    if (isCued && isExcerpted && quotes.length === rendition.quotes.length) this.proven.renditions += 1;
  }

  /** The article, if the passage lies in its paragraph and neither begins nor ends with a space. */
  #inParagraph<P extends Passage>(
    passage: P,
    at: RecordPlace,
    path: FieldPath,
  ): { article: Article; passage: P & Stretch & { paragraph: number } } | null {
    const { source } = passage;
    const article = this.#articles.get(source);
    if (article === undefined) this.#wrong(at, [...path, 'source'], `no source '${source}'`);
    if (!article || article === withoutText) return null;
    if (!isPlaced(passage)) {
      this.#wrong(at, [...path, 'start'], 'missing; run npm run locate');
      return null;
    }
    const { paragraph, start, end } = passage;
    const bounds = article.paragraph(paragraph);
    if (!bounds) {
      const message = `${source} has no paragraph ${paragraph}; it has ${article.paragraphs.length}`;
      this.#wrong(at, [...path, 'paragraph'], message);
      return null;
    }
    if (start < bounds.start || end > bounds.end) {
      const message = `${start}–${end} is not inside paragraph ${paragraph} (${bounds.start}–${bounds.end})`;
      this.#wrong(at, [...path, 'start'], message);
      return null;
    }
    const text = article.slice(passage);
    if (text !== text.trim())
      this.#doubtful(at, [...path, 'start'], 'the span begins or ends with white space');
    return { article, passage };
  }

  /** The speech verb stands in the rendition's paragraph, though not always inside its span. */
  #cue({ cue, paragraph }: Placed, article: Article, at: RecordPlace, path: FieldPath): boolean {
    const bounds = article.paragraph(paragraph);
    if (cue === null || !bounds || article.findAll(cue.text, bounds).length > 0) return true;
    const near = nearMiss(article, cue.text, [bounds]);
    this.#wrong(
      at,
      [...path, 'cue', 'text'],
      near === null
        ? `'${cue.text}' is not in paragraph ${paragraph}; write it as printed`
        : `'${cue.text}' ${near}`,
    );
    return false;
  }

  #quote(quote: Rendition['quotes'][number], article: Article, at: RecordPlace, path: FieldPath): boolean {
    const { start, end } = quote;
    if (start === null || end === null || article.slice({ start, end }) !== quote.text) {
      this.#wrong(at, [...path, 'text'], `other words stand at ${start}–${end}; run npm run locate`);
      return false;
    }
    if (!isQuoted(article, { start, end })) {
      this.#doubtful(at, [...path, 'text'], 'does not stand between quotation marks');
    }
    return true;
  }

  /** The words of an excerpt stand where it says. */
  #excerpt({ excerpt }: Rendition, article: Article, at: RecordPlace, path: FieldPath): boolean {
    if (excerpt === null) return true;
    if (article.slice(excerpt) === excerpt.text) return true;
    const message = `other words stand at ${excerpt.start}–${excerpt.end}; run npm run locate`;
    this.#wrong(at, [...path, 'excerpt', 'text'], message);
    return false;
  }

  /** Marks in an indirect passage may be a label or scare quotes, so this only asks for a second look. */
  #mode(rendition: Placed, article: Article, at: RecordPlace, path: FieldPath): void {
    if (rendition.mode !== 'indirect' || !quotationMark.test(article.slice(rendition))) return;
    this.#doubtful(at, [...path, 'mode'], "is 'indirect', but quotation marks stand in the span");
  }

  #wrong(at: RecordPlace, path: FieldPath, message: string): void {
    this.#problems.addIssue(at, { path, message });
  }

  #doubtful(at: RecordPlace, path: FieldPath, message: string): void {
    this.#warnings.addIssue(at, { path, message });
  }
}
