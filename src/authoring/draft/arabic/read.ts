// Reads an Arabic article: its reports, headlines and credits, each with its speaker.

import type { Article, Paragraph, TokenRange } from '../article.ts';
import { normAt } from '../tokens.ts';
import { mentionIn, type Raw, saidIn } from '../utterance.ts';
import type { Content } from './contents.ts';
import { creditsOf } from './credits.ts';
import { headlineOf } from './headlines.ts';
import { isHead, type Subjects } from './heads.ts';
import { learnSubjects } from './learned-subjects.ts';
import { continuationsOf } from './quotation-reports.ts';
import { nestedIn, type Report } from './report.ts';
import { reportsOf } from './reports.ts';
import { Carrier, type Found } from './speakers.ts';
import { anonymous, things } from './words.ts';

/** The utterances of an article in the order of their contents. `knownNames` are words of names, normalised. */
export function readArabic(article: Article, knownNames: ReadonlySet<string>): Raw[] {
  const subjects = learnSubjects(article, knownNames);
  const carrier = new Carrier(subjects);
  const found: Raw[] = [];
  for (const paragraph of article.paragraphs) {
    const headline = headlineOf(paragraph, article.paragraphs.length);
    if (headline !== null) {
      const speaker = { paragraph, range: headline.speaker, rule: 'headline' };
      carrier.remember(null, speaker);
      found.push(rawOf(article, paragraph, headline.report, speaker));
    } else found.push(...readParagraph(article, paragraph, carrier, subjects));
  }
  return found;
}

/** How many reports before it in a sentence may give a report its speaker. */
const REMEMBERED = 8;

function readParagraph(article: Article, paragraph: Paragraph, carrier: Carrier, subjects: Subjects): Raw[] {
  const reports = reportsOf(paragraph, subjects);
  const known = new Map<Report, Found>();
  const found: Raw[] = [];
  let sentence: TokenRange | null = null;
  let before: Report[] = [];
  for (const report of reports) {
    if (report.sentence !== sentence) before = [];
    sentence = report.sentence;
    const speaker = carrier.speakerOf(paragraph, report, before.slice(-REMEMBERED), known);
    if (isThing(paragraph, report, speaker)) continue;
    if (speaker !== null) known.set(report, speaker);
    before.push(report);
    found.push(rawOf(article, paragraph, report, speaker));
  }
  for (const content of continuationsOf(paragraph, reports)) {
    const speaker = lastBefore(content, reports, known) ?? carrier.lastSpeaker;
    if (speaker !== null) found.push(continued(article, paragraph, content, speaker));
  }
  return creditsOf(article, paragraph, found, carrier);
}

/** العجز يهدد بكذا, يشير هذا القرار إلى: a thing says nothing unless إن/أن or a quotation follows. */
function isThing(paragraph: Paragraph, { candidate, complement }: Report, speaker: Found | null): boolean {
  if (complement.kind === 'an' || complement.kind === 'words') return false;
  const finite = complement.form.tense === 'past' || complement.form.tense === 'present';
  if (finite && complement.subjectTo > candidate.index + 1 && namesThing(paragraph, candidate.index + 1))
    return true;
  if (
    speaker?.paragraph !== paragraph ||
    speaker.rule === 'speaker carried over' ||
    speaker.rule.startsWith('same')
  )
    return false;
  return namesThing(paragraph, speaker.range.from);
}

function namesThing({ tokens }: Paragraph, at: number): boolean {
  const norm = normAt(tokens, at);
  const noun = /^(?:هذا|هذه|تلك|ذلك)$/.test(norm) ? normAt(tokens, at + 1) : norm;
  return things.has(noun) || (noun !== norm && !isHead(noun) && !anonymous.has(noun));
}

function lastBefore(
  content: Content,
  reports: readonly Report[],
  known: ReadonlyMap<Report, Found>,
): Found | null {
  const at = content.tokens.from;
  const report = reports.findLast((each) => each.cue < at && !nestedIn(each.cue, reports, each));
  return (report === undefined ? null : known.get(report)) ?? null;
}

function continued(article: Article, paragraph: Paragraph, content: Content, speaker: Found): Raw {
  return {
    ...saidIn(paragraph, content),
    cue: null,
    speaker: mentionIn(article, speaker.paragraph, speaker.range),
    via: null,
    confidence: 0.7,
    rules: ['quotation without a cue', 'speaker carried over'],
  };
}

function rawOf(article: Article, paragraph: Paragraph, report: Report, speaker: Found | null): Raw {
  const cue = paragraph.tokens[report.cue];
  const { form, kind } = report.complement;
  return {
    ...saidIn(paragraph, report.content),
    cue:
      cue === undefined ? null : { start: cue.start, end: cue.end, text: cue.text, lemma: form.verb.lemma },
    speaker: speaker === null ? null : mentionIn(article, speaker.paragraph, speaker.range),
    via: null,
    confidence: confidenceOf(report, speaker),
    rules: [`${form.tense} of ${form.verb.lemma}, ${kind}`, speaker?.rule ?? 'nobody named'],
  };
}

const BY_KIND = { words: 0.95, an: 0.9, preposition: 0.75, act: 0.7, clause: 0.6, object: 0.6 } as const;
const BY_RULE: Readonly<Record<string, number>> = {
  'speaker carried over': 0.85,
  'subject of the sentence': 0.8,
};

function confidenceOf(report: Report, speaker: Found | null): number {
  const kind = BY_KIND[report.complement.kind];
  const weak = report.complement.form.verb.weak ? 0.7 : 1;
  const rule = speaker === null ? 0.6 : (BY_RULE[speaker.rule] ?? 1);
  return Math.round(kind * weak * rule * 100) / 100;
}
