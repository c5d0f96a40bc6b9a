// Finds the reports of an Arabic paragraph: cues with their complements and contents.

import type { Paragraph, TokenRange } from '../article.ts';
import { normAt, textAt } from '../tokens.ts';
import type { Complement } from './clause.ts';
import { complementOf } from './complements.ts';
import { contentOf } from './contents.ts';
import { type Candidate, candidatesOf } from './cues.ts';
import { contrastBefore, cuts, mayCut } from './cutting.ts';
import type { Subjects } from './heads.ts';
import { marksFirst } from './quotation-reports.ts';
import type { Report } from './report.ts';

type Found = Pick<Report, 'candidate' | 'complement' | 'sentence'>;

/** The reports of a paragraph in the order of their cues. */
export function reportsOf(paragraph: Paragraph, subjects: Subjects): Report[] {
  const candidates = candidatesOf(paragraph);
  if (candidates.length === 0) return [];
  const sentenceAt = sentenceFinder(paragraph.sentences);
  const find = (cutting: ReadonlySet<number>): Found[] =>
    candidates.flatMap((candidate) => {
      const sentence = sentenceAt(candidate.index);
      const complement = complementOf(paragraph, sentence, candidate, cutting, subjects);
      return complement === null ? [] : [{ candidate, complement, sentence }];
    });
  const first = candidates.filter((each) => cuts(paragraph, each) && mayCut(each));
  const cutting = cuttingOf(paragraph, candidates, find(new Set(first.map(({ index }) => index))));
  const reports = find(cutting).flatMap((each) => reportOf(paragraph, each, cutting) ?? []);
  return withoutDoubles(paragraph, [
    ...withoutInsertions(reports),
    ...marksFirst(paragraph, candidates, reports, sentenceAt),
  ]);
}

/** The tokens where a content before them ends: cues with a complement, and participles after a comma. */
function cuttingOf(
  paragraph: Paragraph,
  candidates: readonly Candidate[],
  found: readonly Found[],
): ReadonlySet<number> {
  const inserted = candidates.filter(
    (each) => each.participle && mayCut(each) && /^[،,؛]$/.test(textAt(paragraph.tokens, each.index - 1)),
  );
  const own = found.flatMap(({ candidate }) => {
    const contrast = contrastBefore(paragraph, candidate);
    return cuts(paragraph, candidate) || contrast.length > 0 ? [candidate.index, ...contrast] : [];
  });
  return new Set([...own, ...inserted.map(({ index }) => index)]);
}

/** The report of a cue; null where it is not said, or too short to be said. */
function reportOf(paragraph: Paragraph, found: Found, cutting: ReadonlySet<number>): Report | null {
  const { candidate, complement, sentence } = found;
  if (candidate.unsaid) return null;
  const reach = goesOn(paragraph, sentence, complement, cutting);
  const content = contentOf(paragraph, reach, complement, cutting);
  if (content === null) return null;
  const short =
    content.mode === 'indirect' &&
    content.tokens.to - content.tokens.from < 2 &&
    complement.kind !== 'object' &&
    complement.kind !== 'preposition';
  return short ? null : { ...found, content, cue: candidate.index };
}

/** How many sentences a report without marks may go on for. */
const LONGEST_REPORT = 3;

/** ... أن الوضع صعب. وسيسافر غدا: the next sentence is still reported where it speaks of what will or must be, without a cue. */
function goesOn(
  paragraph: Paragraph,
  sentence: TokenRange,
  { kind, colon }: Complement,
  cutting: ReadonlySet<number>,
): TokenRange {
  if (kind !== 'an' && !colon) return sentence;
  const index = paragraph.sentences.indexOf(sentence);
  let { to } = sentence;
  for (const next of paragraph.sentences.slice(index + 1, index + LONGEST_REPORT)) {
    const first = normAt(paragraph.tokens, next.from);
    const speaks = WILL_OR_MUST.test(first) || (colon && OF_US.test(first));
    if (!speaks || [...cutting].some((at) => at >= next.from && at < next.to)) break;
    to = next.to;
  }
  return { from: sentence.from, to };
}

const WILL_OR_MUST = /^و?(?:س[يتن]\p{L}{3,}|سوف|لن|يجب|ينبغي|علينا|لابد)$/u;
const OF_US = /^و?(?:نحن|لدينا|علينا|لدي|اننا|انني|لقد|كنا|ن\p{L}{3,4})$/u;

/** قال الوزير مشيرا إلى سالم «...»: what stands between a cue and its quotation reports nothing. */
function withoutInsertions(reports: readonly Report[]): Report[] {
  return reports.filter(
    ({ candidate, complement, content }) =>
      !candidate.participle ||
      complement.kind !== 'preposition' ||
      !reports.some(
        (other) =>
          other.complement.kind === 'words' &&
          other.cue < candidate.index &&
          other.content.tokens.from > candidate.index &&
          other.content.tokens.from <= content.tokens.from + 6 &&
          other.content.tokens.to <= content.tokens.to,
      ),
  );
}

/** Two cues on one content are one report with the first cue: قال وأكد أن, وأضاف قائلا. */
function withoutDoubles(paragraph: Paragraph, reports: Report[]): Report[] {
  const kept = new Map<number, Report>();
  for (const report of reports) {
    const { from } = report.complement;
    const known = kept.get(from);
    if (known === undefined || isBetter(paragraph, known, report)) kept.set(from, report);
  }
  return [...kept.values()].sort((one, other) => one.cue - other.cue);
}

/** The later of two cues is the right one where the earlier reaches over a whole clause to the same content. */
function isBetter(paragraph: Paragraph, known: Report, later: Report): boolean {
  const between = paragraph.tokens.slice(known.cue + 1, later.cue);
  const filler =
    later.candidate.participle && later.candidate.forms.every((form) => form.verb.past === 'قال');
  return !filler && between.length > 3 && !(later.candidate.joined && between.length === 0);
}

function sentenceFinder(sentences: readonly TokenRange[]): (index: number) => TokenRange {
  let at = 0;
  return (index) => {
    while (at > 0 && (sentences[at]?.from ?? 0) > index) at -= 1;
    while ((sentences[at]?.to ?? Number.POSITIVE_INFINITY) <= index) at += 1;
    return sentences[at] ?? { from: index, to: index + 1 };
  };
}
