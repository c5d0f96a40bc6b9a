// Reads an English article: its reports, quotations that continue, headlines and credits, each with its speaker.
import type { Article, Paragraph, TokenRange } from '../article.ts';
import { outletId } from '../outlets.ts';
import type { Mention, Raw } from '../utterance.ts';
import { type Content, contentIn, contentOf } from './contents.ts';
import { creditsOf } from './credits.ts';
import { labelledOf } from './headlines.ts';
import type { Report } from './report.ts';
import { reportsOf } from './reports.ts';
import { isAdverb, isCapital, isFiniteVerb, isPronoun, low } from './tokens.ts';
import { conjunctions, determiners, prepositions, times } from './words.ts';

/** The utterances of an article in the order of their contents. */
export function readEnglish(article: Article): Raw[] {
  const reader = new Reader(article);
  for (const paragraph of article.paragraphs) reader.read(paragraph);
  return reader.found;
}

type Found = { report: Report; content: Content };

class Reader {
  readonly found: Raw[] = [];
  private last: Mention | null = null;
  private readonly article: Article;

  constructor(article: Article) {
    this.article = article;
  }

  read(paragraph: Paragraph): void {
    const labelled = labelledOf(paragraph);
    if (labelled !== null) {
      const content = contentIn(paragraph, [labelled.content]);
      if (content === null) return;
      this.last = this.mention(paragraph, labelled.speaker);
      this.push(
        paragraph,
        content,
        { from: labelled.colon, to: labelled.colon + 1 },
        'say',
        this.last,
        0.85,
        ['label before or after a colon'],
      );
      return;
    }
    const found = this.contents(paragraph);
    for (const each of found) this.report(paragraph, each, found);
    this.continuations(paragraph, found);
  }

  /** Reports with their contents; what is nested in another content must be a clear report. */
  private contents(paragraph: Paragraph): Found[] {
    const reports = [...reportsOf(paragraph), ...creditsOf(paragraph)].sort(
      (one, other) => one.cue.from - other.cue.from,
    );
    const cuts = reports.filter((report) => report.cuts).map((report) => report.start);
    const found = reports.flatMap((report): Found[] => {
      const own = cuts.filter((cut) => cut !== report.start);
      const content = contentOf(paragraph, report, own);
      return content === null || tooShort(content) ? [] : [{ report, content }];
    });
    return withoutDoubles(found).filter((each, _index, all) => isClear(paragraph, each, all));
  }

  private report(paragraph: Paragraph, { report, content }: Found, all: readonly Found[]): void {
    const nested = all.some((other) => other.report !== report && holds(other, report.cue.from));
    const speaker = this.speakerOf(paragraph, report, all);
    if (speaker !== null && !nested) this.last = speaker.mention;
    const rules = [`${report.lemma}, ${report.kind}`, speaker?.rule ?? 'nobody named'];
    this.push(
      paragraph,
      content,
      report.cue,
      report.lemma,
      speaker?.mention ?? null,
      CONFIDENCE[report.kind],
      rules,
    );
  }

  private speakerOf(
    paragraph: Paragraph,
    report: Report,
    all: readonly Found[],
  ): { mention: Mention; rule: string } | null {
    if (report.subject !== null) {
      const mention = this.mention(paragraph, report.subject.range);
      if (mention !== null) return { mention, rule: report.subject.rule };
    }
    const same = all.findLast(
      (other) =>
        other.report.sentence === report.sentence &&
        other.report.cue.from < report.cue.from &&
        other.report.subject !== null &&
        !holds(other, other.report.cue.from),
    );
    const earlier = same?.report.subject ?? null;
    const mention =
      earlier === null ? this.opening(paragraph, report) : this.mention(paragraph, earlier.range);
    if (mention !== null) return { mention, rule: 'subject of the sentence' };
    return this.last === null ? null : { mention: this.last, rule: 'speaker carried over' };
  }

  /** The first name or pronoun of the sentence, for a verb without a subject of its own. */
  private opening(paragraph: Paragraph, report: Report): Mention | null {
    const { tokens } = paragraph;
    const start = report.sentence.from;
    if (
      isCapital(tokens[start]) &&
      !isAdverb(low(tokens, start)) &&
      !prepositions.has(low(tokens, start)) &&
      !conjunctions.has(low(tokens, start)) &&
      !times.has(low(tokens, start))
    ) {
      let to = start + 1;
      while (to < Math.min(report.cue.from, start + 9) && tokens[to]?.word && !isFiniteVerb(low(tokens, to)))
        to += 1;
      if (to < Math.min(report.cue.from, start + 9)) return this.mention(paragraph, { from: start, to });
    }
    for (let at = report.sentence.from; at < report.cue.from; at += 1) {
      if (isPronoun(low(tokens, at)) && /^(?:he|she|they|it)$/.test(low(tokens, at)))
        return this.mention(paragraph, { from: at, to: at + 1 });
      const word = low(tokens, at);
      if (
        !isCapital(tokens[at]) ||
        determiners.has(word) ||
        prepositions.has(word) ||
        conjunctions.has(word) ||
        times.has(word) ||
        isAdverb(word)
      )
        continue;
      let to = at + 1;
      while (to < report.cue.from && isCapital(tokens[to])) to += 1;
      return this.mention(paragraph, { from: at, to });
    }
    return null;
  }

  /** Quotations that are sentences of their own, without a cue: the last speaker goes on. */
  private continuations(paragraph: Paragraph, found: readonly Found[]): void {
    const starts = new Set(paragraph.sentences.map(({ from }) => from));
    for (const [open, close] of paragraph.openings) {
      const opens = starts.has(open) || (paragraph.tokens[open - 1]?.text === ':' && close - open > 5);
      if (
        !opens ||
        found.some(({ content }) => content.ranges.some(({ from, to }) => open >= from && open < to))
      )
        continue;
      const sentenceEnds =
        close >= paragraph.tokens.length - 1 ||
        starts.has(close + 1) ||
        /^[.!?,…—]$|^\.\.+$/.test(paragraph.tokens[close - 1]?.text ?? '');
      if (!sentenceEnds || close - open < 3) continue;
      const content = contentIn(paragraph, [
        { from: open, to: Math.min(close + 1, paragraph.tokens.length) },
      ]);
      const before = found.findLast(({ report }) => report.cue.from < open);
      const speaker = before?.report.subject
        ? this.mention(paragraph, before.report.subject.range)
        : this.last;
      if (content !== null)
        this.push(paragraph, content, null, '', speaker, 0.8, [
          'quotation without a cue',
          'speaker carried over',
        ]);
    }
  }

  private mention(paragraph: Paragraph, range: TokenRange): Mention | null {
    const first = paragraph.tokens[range.from];
    const last = paragraph.tokens[range.to - 1];
    if (first === undefined || last === undefined) return null;
    return { start: first.start, end: last.end, text: this.article.text.slice(first.start, last.end) };
  }

  private push(
    paragraph: Paragraph,
    content: Content,
    cue: TokenRange | null,
    lemma: string,
    speaker: Mention | null,
    confidence: number,
    rules: string[],
  ): void {
    const words = cue === null ? null : this.mention(paragraph, cue);
    this.found.push({
      paragraph: paragraph.number,
      cue: words === null ? null : { ...words, lemma },
      contents: content.contents,
      quotes: content.quotes,
      mode: content.mode,
      speaker,
      via: this.via(paragraph, cue, content),
      confidence,
      rules,
    });
  }

  /** told the Toronto Star, in an interview with CBC: an outlet between the cue and the end of the sentence, outside the content. */
  private via(paragraph: Paragraph, cue: TokenRange | null, content: Content): string | null {
    if (cue === null) return null;
    const { tokens } = paragraph;
    for (let at = cue.to; at < Math.min(tokens.length, cue.to + 14); at += 1) {
      if (
        content.ranges.some(({ from, to }) => at >= from && at < to) ||
        /^[.;]$/.test(tokens[at]?.text ?? '')
      )
        return null;
      if (!isCapital(tokens[at])) continue;
      let to = at + 1;
      while (to < tokens.length && (isCapital(tokens[to]) || low(tokens, to) === 'and')) to += 1;
      const name = this.mention(paragraph, { from: at, to });
      if (
        name !== null &&
        outletId(name.text) !== null &&
        /^(?:told|to|with|by|on|the|in)$/.test(low(tokens, at - 1))
      )
        return name.text;
      at = to - 1;
    }
    return null;
  }
}

const CONFIDENCE: Readonly<Record<Report['kind'], number>> = {
  words: 0.95,
  that: 0.92,
  clause: 0.88,
  wh: 0.8,
  to: 0.65,
  preposition: 0.6,
  object: 0.5,
  before: 0.92,
  credit: 0.88,
};

function holds({ content, report }: Found, at: number): boolean {
  return (
    !(at >= report.cue.from && at < report.cue.to) &&
    content.ranges.some(({ from, to }) => at >= from && at < to)
  );
}

function tooShort(content: Content): boolean {
  return content.ranges.reduce((sum, { from, to }) => sum + to - from, 0) < 2;
}

/** Two cues on one content: the later, nearer one. */
function withoutDoubles(found: readonly Found[]): Found[] {
  const byStart = new Map<number, Found>();
  for (const each of found) {
    const start = each.content.contents[0]?.start ?? -1;
    const known = byStart.get(start);
    if (known === undefined || each.report.kind !== 'credit') byStart.set(start, each);
  }
  return [...byStart.values()];
}

/** Inside another content only a clause with its own subject counts, and no first person. */
function isClear(paragraph: Paragraph, { report }: Found, all: readonly Found[]): boolean {
  const outer = all.some((other) => other.report !== report && holds(other, report.cue.from));
  if (!outer) return true;
  if (!['words', 'that', 'clause'].includes(report.kind) || report.subject === null) return false;
  return !/^(?:i|we|you|it)$/.test(low(paragraph.tokens, report.subject.range.from));
}
