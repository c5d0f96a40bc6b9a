// Finds quotations of an Arabic paragraph that no cue before them reports: with a cue after them, or with none.

import type { Paragraph, TokenRange } from '../article.ts';
import type { Complement } from './clause.ts';
import { type Content, inMarks } from './contents.ts';
import type { Candidate } from './cues.ts';
import type { Report } from './report.ts';

/** «...»، هذا ما أعلنه فلان: marks that open a sentence, with a cue after them that has no content of its own. */
export function marksFirst(
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
    const complement: Complement = { kind: 'words', from: open, subjectTo: sentence.to, form };
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
