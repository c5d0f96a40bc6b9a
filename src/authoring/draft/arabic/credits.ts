// Reads Arabic credits: 'according to' an outlet credits the reports of its sentence, to anyone else it is a report itself.

import type { Article, Paragraph, TokenRange } from '../article.ts';
import { holds } from '../spans.ts';
import { isWord, normAt } from '../tokens.ts';
import { mentionIn, type Raw, saidIn } from '../utterance.ts';
import { clauseEnd } from './content-ends.ts';
import { plain } from './contents.ts';
import { type CreditFound, creditsIn, isOutlet, nameEnd, textOf } from './credit-phrases.ts';
import type { Carrier, Found } from './speakers.ts';
import { outletHeads } from './words.ts';

/** Puts credits on the reports of a paragraph, and adds those that are reports of their own. */
export function creditsOf(article: Article, paragraph: Paragraph, reports: Raw[], carrier: Carrier): Raw[] {
  const found = [...reports];
  for (const credit of creditsIn(article, paragraph)) {
    const sentence = paragraph.sentences.find((each) => holds(each, credit.index));
    if (sentence === undefined) continue;
    const text = textOf(article, paragraph, credit.range);
    const covered = reports.filter((report) => startsIn(paragraph, report, sentence));
    const told = credit.outlet
      ? undefined
      : covered.find((report) => isToldBetween(paragraph, credit, report));
    if (told?.speaker) {
      told.via ??= told.speaker.text;
      told.speaker = mentionIn(article, paragraph, credit.range);
    } else if (credit.outlet && covered.length > 0) for (const report of covered) report.via ??= text;
    else if (!credit.said) {
      const own = ownReport(article, paragraph, sentence, credit, covered, carrier);
      if (own !== null) found.push(own);
    }
  }
  mediaOf(article, paragraph, found);
  return found;
}

/** ذكرت صحيفة، نقلا عن مسؤولين، أن: an outlet is named as the speaker, and those after نقلا عن told it. */
function isToldBetween(
  { tokens }: Paragraph,
  { index }: CreditFound,
  { cue, contents, speaker }: Raw,
): boolean {
  const at = tokens[index]?.start ?? 0;
  const first = contents[0]?.start ?? 0;
  return (
    /^و?نقلا$/.test(normAt(tokens, index)) &&
    cue !== null &&
    cue.end <= at &&
    at < first &&
    speaker !== null &&
    isOutlet(speaker.text)
  );
}

/** The words that 'according to' stands for: what follows it at the start of a sentence, else what stands before it. */
function ownReport(
  article: Article,
  paragraph: Paragraph,
  sentence: TokenRange,
  credit: CreditFound,
  covered: readonly Raw[],
  carrier: Carrier,
): Raw | null {
  const { tokens } = paragraph;
  const first = credit.index <= sentence.from + 1;
  const covers = covered.some(
    (report) => report.cue !== null && report.cue.start < (tokens[credit.index]?.start ?? 0),
  );
  if (credit.outlet || (covers && !first)) return null;
  let range: TokenRange;
  if (first) {
    let from = credit.range.to;
    while (from < sentence.to && !isWord(tokens, from)) from += 1;
    range = { from, to: clauseEnd(paragraph, { from, to: sentence.to }, new Set()) };
    if (covered.length > 0) return null;
  } else range = { from: sentence.from, to: credit.index };
  const content = plain(paragraph, range);
  const cue = tokens[credit.index];
  if (content === null || cue === undefined || content.tokens.to - content.tokens.from < 4) return null;
  const speaker: Found = { paragraph, range: credit.range, rule: 'according to' };
  carrier.remember(null, speaker);
  return {
    ...saidIn(paragraph, content),
    cue: { start: cue.start, end: cue.end, text: cue.text, lemma: 'وفقا' },
    speaker: mentionIn(article, paragraph, credit.range),
    via: null,
    confidence: 0.6,
    rules: ['according to', 'speaker after it'],
  };
}

/** 'in an interview with' an outlet, 'told the agency': the outlet between a cue and its content. */
function mediaOf(article: Article, paragraph: Paragraph, reports: readonly Raw[]): void {
  for (const report of reports) {
    const content = report.contents[0];
    if (report.via !== null || report.cue === null || content === undefined) continue;
    const from = paragraph.tokens.findIndex((token) => token.start >= (report.cue?.end ?? 0));
    for (
      let at = from;
      at < paragraph.tokens.length && (paragraph.tokens[at]?.start ?? 0) < content.start;
      at += 1
    ) {
      const norm = normAt(paragraph.tokens, at);
      const head = outletHeads.has(norm) || outletHeads.has(norm.replace(/^[بل]/, '')) || norm === 'ل';
      if (!head || norm === 'وسائل') continue;
      const to = nameEnd(paragraph, at + 1);
      const text = textOf(article, paragraph, { from: at, to });
      const speaks =
        report.speaker !== null &&
        (paragraph.tokens[at]?.end ?? 0) > report.speaker.start &&
        (paragraph.tokens[at]?.start ?? 0) < report.speaker.end;
      if (to > at + 1 && !speaks && isOutlet(text)) report.via = text;
    }
  }
}

function startsIn(paragraph: Paragraph, report: Raw, sentence: TokenRange): boolean {
  const start = paragraph.tokens[sentence.from]?.start ?? 0;
  const end = paragraph.tokens[sentence.to - 1]?.end ?? 0;
  const at = report.cue?.start ?? report.contents[0]?.start ?? -1;
  return at >= start && at < end;
}
