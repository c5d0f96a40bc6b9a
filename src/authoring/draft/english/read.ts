// Reads an English article: its reports, quotations that continue, labels and credits, each with its speaker.
import type { Article, Paragraph, TokenRange } from '../article.ts';
import { type Mention, mentionIn, type Raw, saidIn } from '../utterance.ts';
import { withAntecedents } from './carried.ts';
import { type Content, contentIn } from './contents.ts';
import { continuationsOf } from './continuations.ts';
import { type Found, foundIn, inContent } from './found.ts';
import { type Labelled, labelledOf, pointsElsewhere } from './headlines.ts';
import { openingSubject } from './openings.ts';
import type { Report } from './report.ts';
import { viaAfter } from './vias.ts';

/** The utterances of an article in the order of their contents. */
export function readEnglish(article: Article): Raw[] {
  const reader = new Reader(article);
  for (const paragraph of article.paragraphs) reader.read(paragraph);
  return withAntecedents(article, reader.found);
}

type Spoken = { mention: Mention | null; rule: string };

/** Goes through the paragraphs in order and remembers who spoke last. */
class Reader {
  readonly found: Raw[] = [];
  private last: Mention | null = null;
  private readonly article: Article;

  constructor(article: Article) {
    this.article = article;
  }

  read(paragraph: Paragraph): void {
    if (pointsElsewhere(paragraph)) return;
    const labelled = labelledOf(paragraph);
    if (labelled === null) this.sentences(paragraph);
    else this.labelled(paragraph, labelled);
  }

  private sentences(paragraph: Paragraph): void {
    const found = foundIn(paragraph);
    for (const each of found) this.report(paragraph, each, found);
    for (const { content, subject } of continuationsOf(paragraph, found)) {
      const mention = subject === null ? this.last : this.mention(paragraph, subject);
      this.push(paragraph, content, null, { mention, rule: 'speaker carried over' });
    }
  }

  private labelled(paragraph: Paragraph, { content, speaker, colon }: Labelled): void {
    const words = contentIn(paragraph, [content]);
    if (words === null) return;
    this.last = this.mention(paragraph, speaker);
    const cue = { range: { from: colon, to: colon + 1 }, lemma: 'say', kind: 'label' } as const;
    this.push(paragraph, words, cue, { mention: this.last, rule: 'label before or after a colon' });
  }

  private report(paragraph: Paragraph, each: Found, all: readonly Found[]): void {
    const { report, content } = each;
    const spoken = this.speakerOf(paragraph, report, all);
    const nested = all.some((other) => other.report !== report && inContent(other, report.cue.from));
    if (spoken.mention !== null && !nested) this.last = spoken.mention;
    this.push(paragraph, content, { range: report.cue, lemma: report.lemma, kind: report.kind }, spoken);
  }

  private speakerOf(paragraph: Paragraph, report: Report, all: readonly Found[]): Spoken {
    const own = this.mention(paragraph, report.subject?.range ?? null);
    if (own !== null) return { mention: own, rule: report.subject?.rule ?? '' };
    const same = all.findLast(
      (other) =>
        other.report.sentence === report.sentence &&
        other.report.cue.from < report.cue.from &&
        other.report.subject !== null &&
        !inContent(other, other.report.cue.from),
    );
    const range = same?.report.subject?.range ?? openingSubject(paragraph, report);
    const mention = this.mention(paragraph, range);
    if (mention !== null) return { mention, rule: 'subject of the sentence' };
    return this.last === null
      ? { mention: null, rule: 'nobody named' }
      : { mention: this.last, rule: 'speaker carried over' };
  }

  private mention(paragraph: Paragraph, range: TokenRange | null): Mention | null {
    return range === null ? null : mentionIn(this.article, paragraph, range);
  }

  private push(
    paragraph: Paragraph,
    content: Content,
    cue: { range: TokenRange; lemma: string; kind: keyof typeof CONFIDENCE } | null,
    { mention, rule }: Spoken,
  ): void {
    const words = this.mention(paragraph, cue?.range ?? null);
    const via = cue === null ? null : viaAfter(paragraph, cue.range, content.ranges);
    this.found.push({
      ...saidIn(paragraph, content),
      cue: cue === null || words === null ? null : { ...words, lemma: cue.lemma },
      speaker: mention,
      via: this.mention(paragraph, via)?.text ?? null,
      confidence: cue === null ? CONTINUED : CONFIDENCE[cue.kind],
      rules: [cue === null ? 'quotation without a cue' : `${cue.lemma}, ${cue.kind}`, rule],
    });
  }
}

const CONTINUED = 0.8;

const CONFIDENCE = {
  words: 0.95,
  that: 0.92,
  clause: 0.88,
  wh: 0.8,
  to: 0.65,
  preposition: 0.6,
  object: 0.5,
  before: 0.92,
  credit: 0.88,
  label: 0.85,
} as const satisfies Record<Report['kind'] | 'label', number>;
