// Finds the reports of an Arabic paragraph: cues with their complements and contents.

import type { Paragraph, TokenRange } from '../article.ts';
import { isComma, normAt, textAt } from '../tokens.ts';
import { type Complement, complementOf } from './complements.ts';
import { type Content, contentOf, inMarks } from './contents.ts';
import { type Candidate, candidatesOf } from './cues.ts';
import type { Subjects } from './heads.ts';

/** A cue that reports something. */
export type Report = {
  candidate: Candidate;
  complement: Complement;
  content: Content;
  sentence: TokenRange;
  /** Where the candidate before this one is said to report with it (قال وأكد أن): the first cue. */
  cue: number;
};

/** The reports of a paragraph in the order of their cues. */
export function reportsOf(paragraph: Paragraph, subjects: Subjects): Report[] {
  const candidates = candidatesOf(paragraph);
  if (candidates.length === 0) return [];
  const sentenceAt = sentenceFinder(paragraph.sentences);
  const first = new Set(
    candidates.filter((each) => cuts(paragraph, each) && mayCut(each)).map((each) => each.index),
  );
  const find = (cutting: ReadonlySet<number>) =>
    candidates.flatMap((candidate) => {
      const sentence = sentenceAt(candidate.index);
      const complement = complementOf(paragraph, sentence, candidate, cutting, subjects);
      return complement === null ? [] : [{ candidate, complement, sentence }];
    });
  const found = find(first).filter(
    ({ candidate }) => cuts(paragraph, candidate) || contrastBefore(paragraph, candidate).length > 0,
  );
  const inserted = candidates.filter(
    (each) => each.participle && mayCut(each) && /^[،,؛]$/.test(textAt(paragraph.tokens, each.index - 1)),
  );
  const cutting = new Set([
    ...found.map(({ candidate }) => candidate.index),
    ...inserted.map(({ index }) => index),
    ...found.flatMap(({ candidate }) => contrastBefore(paragraph, candidate)),
  ]);
  const reports = find(cutting).flatMap((each): Report[] => {
    if (each.candidate.unsaid) return [];
    const reach = goesOn(paragraph, each.sentence, each.complement, cutting);
    const content = contentOf(paragraph, reach, each.complement, cutting);
    const short =
      content !== null &&
      content.mode === 'indirect' &&
      content.tokens.to - content.tokens.from < 2 &&
      each.complement.kind !== 'object' &&
      each.complement.kind !== 'preposition';
    return content === null || short ? [] : [{ ...each, content, cue: each.candidate.index }];
  });
  return withoutDoubles(paragraph, [
    ...withoutInsertions(reports),
    ...marksFirst(paragraph, candidates, reports, sentenceAt),
  ]);
}

/** «...»، هذا ما أعلنه فلان: marks that open a sentence, with a cue after them that has no content of its own. */
function marksFirst(
  paragraph: Paragraph,
  candidates: readonly Candidate[],
  reports: readonly Report[],
  sentenceAt: (index: number) => TokenRange,
): Report[] {
  const taken = new Set(reports.map((report) => report.candidate.index));
  return [...paragraph.openings].flatMap(([open, close]): Report[] => {
    const sentence = sentenceAt(open);
    if (open !== sentence.from || close - open < 4 || reports.some((report) => covers(report, open)))
      return [];
    const candidate = candidates.find(
      (each) => each.index > close && each.index <= close + 6 && each.index < sentence.to,
    );
    const form = candidate?.forms.find((each) => each.tense === 'past' || each.tense === 'present');
    const content = inMarks(paragraph, open, close);
    if (candidate === undefined || form === undefined || content === null || taken.has(candidate.index))
      return [];
    const complement: Complement = { kind: 'words', from: open, subjectTo: sentence.to, form, colon: false };
    return [{ candidate, complement, content, sentence, cue: candidate.index }];
  });
}

function covers(report: Report, open: number): boolean {
  return report.complement.from <= open && open < report.content.tokens.to + 1;
}

/** Quotations that make a sentence of their own and follow a report: they continue it. */
export function continuationsOf(paragraph: Paragraph, reports: readonly Report[]): Content[] {
  const starts = new Set(paragraph.sentences.map(({ from }) => from));
  return [...paragraph.openings].flatMap(([open, close]) => {
    if (!starts.has(open) || close - open < 6 || reports.some((report) => covers(report, open))) return [];
    const next = paragraph.tokens[close + 1];
    if (next?.word && !starts.has(close + 1)) return [];
    const content = inMarks(paragraph, open, close);
    return content === null ? [] : [content];
  });
}

/** Participles, verbs with و or ف, and verbs at the start of a clause begin a new report of the article. */
function cuts(paragraph: Paragraph, candidate: Candidate): boolean {
  const { tokens } = paragraph;
  const before = tokens[candidate.index - 1];
  if (candidate.participle || candidate.joined || before === undefined) return true;
  if (!before.word) return true;
  return (
    STARTERS.has(before.norm) ||
    /^(?:غير|الا) ان$/.test(`${tokens[candidate.index - 3]?.norm} ${tokens[candidate.index - 2]?.norm}`)
  );
}

/** ، ولكن الرئيس قال: the conjunction before a subject that stands before its verb. */
function contrastBefore({ tokens }: Paragraph, { index, joined }: Candidate): number[] {
  if (joined) return [];
  for (let at = index - 2; at >= Math.max(1, index - 7); at -= 1)
    if (/^و?لكن$/.test(normAt(tokens, at))) return isComma(tokens, at - 1) ? [at] : [];
  return [];
}

const STARTERS = new Set(
  'فيما بينما كما حيث لكنه لكنها لكنهم ولكنه ولكنها ولكنهم جانبه جهته جانبها جهتها بدوره بدورها حين وقد فقد قد ثم ان وكان كان قبل بدورهم'.split(
    ' ',
  ),
);

function mayCut(candidate: Candidate): boolean {
  return candidate.forms.some((form) => !form.verb.strict && !form.verb.weak) || candidate.participle;
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
    const from = report.complement.from;
    const known = kept.get(from);
    if (known === undefined) kept.set(from, report);
    else if (isBetter(paragraph, known, report)) kept.set(from, { ...report });
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
