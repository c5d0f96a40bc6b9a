// Finds the reports of an English paragraph with their contents, and leaves out those that are none of their own.

import { outsideMarks, type Paragraph } from '../article.ts';
import { holds } from '../spans.ts';
import { type Content, contentOf } from './contents.ts';
import { creditsOf } from './credits.ts';
import type { Report } from './report.ts';
import { reportsOf } from './reports.ts';
import { low } from './tokens.ts';
import { documentVerbs } from './verbs.ts';

export type Found = { report: Report; content: Content };

/** Reports with their contents, in the order of their cues; what is nested in another content must be a clear report. */
export function foundIn(paragraph: Paragraph): Found[] {
  const reports = [...reportsOf(paragraph), ...creditsOf(paragraph)].sort(
    (one, other) => one.cue.from - other.cue.from,
  );
  const cuts = [
    ...reports.filter((report) => report.cuts).map((report) => report.start),
    ...deedsIn(paragraph),
  ].sort((one, other) => one - other);
  const found = reports.flatMap((report): Found[] => {
    const own = cuts.filter((cut) => cut !== report.start);
    const content = contentOf(paragraph, report, own);
    return content === null || tooShort(content) ? [] : [{ report, content }];
  });
  return withoutDoubles(found).filter((each, _index, all) => isClear(paragraph, each, all));
}

const DEED = /^(?:blamed|thanked|praised|declined|refused|apologi[sz]ed|welcomed|congratulated)$/;

/** He said it was over, and thanked his staff: the conjunctions before what the speaker did besides. */
function deedsIn(paragraph: Paragraph): number[] {
  const { tokens } = paragraph;
  return [...outsideMarks(paragraph, { from: 0, to: tokens.length })].filter(
    (at) => /^(?:and|but)$/.test(low(tokens, at)) && DEED.test(low(tokens, at + 1)),
  );
}

/** Whether a token stands in the content of a report, outside the cue of it. */
export function inContent({ content, report }: Found, at: number): boolean {
  return !holds(report.cue, at) && content.ranges.some((range) => holds(range, at));
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

/** Inside another content only what someone says in a clause with a subject of its own counts: no first person, no tests that show. */
function isClear(paragraph: Paragraph, { report }: Found, all: readonly Found[]): boolean {
  const outer = all.some((other) => other.report !== report && inContent(other, report.cue.from));
  if (!outer) return true;
  if (!['words', 'that', 'clause'].includes(report.kind) || report.subject === null) return false;
  if (documentVerbs.has(report.lemma)) return false;
  return !/^(?:i|we|you|it)$/.test(low(paragraph.tokens, report.subject.range.from));
}
