// Says who speaks in each Arabic report: the subject after or before the verb, or the speaker carried over.

import type { Paragraph, TokenRange } from '../article.ts';
import { holds } from '../spans.ts';
import type { Candidate } from './cues.ts';
import type { Subjects } from './heads.ts';
import { genderOf, namedSubject } from './named-subjects.ts';
import type { Report } from './reports.ts';
import { firstSubject, mainSubject } from './sentence-subjects.ts';

/** Token range in a paragraph, or null with the reason why nobody is named. */
export type Found = { paragraph: Paragraph; range: TokenRange; rule: string };

/** What the reading remembers from one report to the next. */
export class Carrier {
  private last: Found | null = null;
  private lastGender: 'm' | 'f' | null = null;
  private readonly feminine = new Map<string, Found>();
  private readonly subjects: Subjects;

  constructor(subjects: Subjects) {
    this.subjects = subjects;
  }

  /** The speaker of a report. `before` are the reports of the same sentence whose cues stand before it. */
  speakerOf(
    paragraph: Paragraph,
    report: Report,
    before: readonly Report[],
    known: ReadonlyMap<Report, Found>,
  ): Found | null {
    const found = this.named(paragraph, report) ?? this.carried(paragraph, report, before, known);
    if (found === null) return null;
    const nested = before.some((other) => holds(other.content.tokens, report.candidate.index));
    if (!nested) this.remember(report.candidate, found);
    return found;
  }

  /** A speaker named without a verb: a headline, a credit. */
  remember(candidate: Candidate | null, found: Found): void {
    this.last = found;
    this.lastGender = candidate === null ? null : genderOf(candidate);
    if (candidate !== null && genderOf(candidate) === 'f') this.feminine.set('f', found);
  }

  get lastSpeaker(): Found | null {
    return this.last;
  }

  private named(paragraph: Paragraph, report: Report): Found | null {
    const last = this.last === null ? null : { gender: this.lastGender };
    const found = namedSubject(paragraph, report, this.subjects, last);
    return found === null ? null : { paragraph, ...found };
  }

  private carried(
    paragraph: Paragraph,
    report: Report,
    before: readonly Report[],
    known: ReadonlyMap<Report, Found>,
  ): Found | null {
    const { candidate, complement, sentence } = report;
    const dependent = complement.form.tense === 'participle' || complement.form.tense === 'noun';
    const governing = before
      .filter((other) => !holds(enclosing(other, before), other.candidate.index))
      .at(-1);
    const same = governing === undefined ? undefined : known.get(governing);
    if (complement.form.tense === 'noun') {
      const quoted = relayed(paragraph, candidate.index, sentence.from);
      if (quoted !== null) return { paragraph, range: quoted, rule: 'subject after نقل عن' };
      const from = Math.max(sentence.from, governing?.content.tokens.to ?? 0);
      const own = mainSubject(paragraph, { from, to: candidate.index }, candidate.index, this.subjects);
      if (own !== null) return { paragraph, range: own, rule: 'subject of the sentence' };
    }
    if (dependent) {
      if (same !== undefined) return { ...same, rule: 'same speaker as the sentence' };
      const main = mainSubject(paragraph, sentence, candidate.index, this.subjects);
      if (main !== null) return { paragraph, range: main, rule: 'subject of the sentence' };
    } else if (same !== undefined) return { ...same, rule: 'same speaker as the sentence' };
    const first =
      dependent || nestedIn(candidate.index, before)
        ? null
        : firstSubject(paragraph, sentence, candidate.index, this.subjects);
    if (first !== null) return { paragraph, range: first, rule: 'subject of the sentence' };
    const introduced = this.introduced(paragraph, sentence);
    if (introduced !== null) return introduced;
    if (this.last === null) return null;
    const feminine = genderOf(candidate) === 'f' ? this.feminine.get('f') : undefined;
    return { ...(feminine ?? this.last), rule: 'speaker carried over' };
  }

  /** Someone introduced by the sentence before, since the last report: والتقى سالم الوزير. وقال إن ... */
  private introduced(paragraph: Paragraph, sentence: TokenRange): Found | null {
    const index = paragraph.sentences.indexOf(sentence);
    const least = this.last?.paragraph === paragraph ? this.last.range.to : 0;
    for (let at = index - 1; at >= Math.max(0, index - 2); at -= 1) {
      const earlier = paragraph.sentences[at];
      if (earlier === undefined || earlier.from < least) return null;
      const range = mainSubject(paragraph, earlier, earlier.to, this.subjects);
      if (range !== null) return { paragraph, range, rule: 'subject of the sentence before' };
    }
    return null;
  }
}

function nestedIn(index: number, before: readonly Report[]): boolean {
  return before.some((other) => holds(other.content.tokens, index));
}

/** نقلت وكالة عن دبلوماسيين قولهم: those after عن speak. */
function relayed({ tokens }: Paragraph, cue: number, least: number): TokenRange | null {
  for (let at = cue - 1; at >= Math.max(least, cue - 12); at -= 1)
    if (tokens[at]?.norm === 'عن') return at + 1 < cue ? { from: at + 1, to: cue } : null;
  return null;
}

function enclosing(report: Report, all: readonly Report[]): TokenRange {
  const outer = all.find((other) => other !== report && holds(other.content.tokens, report.candidate.index));
  return outer?.content.tokens ?? { from: 0, to: 0 };
}
