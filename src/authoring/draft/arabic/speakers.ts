// Says who speaks in each Arabic report: the subject after or before the verb, or the speaker carried over.

import type { Paragraph, TokenRange } from '../article.ts';
import type { Candidate } from './cues.ts';
import type { Subjects } from './heads.ts';
import { genderOf, namedSubject } from './named-subjects.ts';
import { nestedIn, type Report } from './report.ts';
import { firstSubject, mainSubject } from './sentence-subjects.ts';

/** Token range in a paragraph, or null with the reason why nobody is named. */
export type Found = { paragraph: Paragraph; range: TokenRange; rule: string };

/** What the reading remembers from one report to the next. */
export class Carrier {
  private last: Found | null = null;
  private lastGender: 'm' | 'f' | null = null;
  private lastFeminine: Found | null = null;
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
    if (!nestedIn(report.candidate.index, before)) this.remember(report.candidate, found);
    return found;
  }

  /** A speaker named without a verb: a headline, a credit. */
  remember(candidate: Candidate | null, found: Found): void {
    this.last = found;
    this.lastGender = candidate === null ? null : genderOf(candidate);
    if (this.lastGender === 'f') this.lastFeminine = found;
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
    const governing = before.findLast((other) => !nestedIn(other.candidate.index, before, other));
    const same = governing === undefined ? undefined : known.get(governing);
    if (complement.form.tense === 'noun') {
      const quoted = relayed(paragraph, candidate.index, sentence.from);
      if (quoted !== null) return { paragraph, range: quoted, rule: 'subject after نقل عن' };
      const from = Math.max(sentence.from, governing?.content.tokens.to ?? 0);
      const own = mainSubject(paragraph, { from, to: candidate.index }, candidate.index, this.subjects);
      if (own !== null) return { paragraph, range: own, rule: 'subject of the sentence' };
    }
    if (same !== undefined) return { ...same, rule: 'same speaker as the sentence' };
    const subject = dependent
      ? mainSubject(paragraph, sentence, candidate.index, this.subjects)
      : nestedIn(candidate.index, before)
        ? null
        : firstSubject(paragraph, sentence, candidate.index, this.subjects);
    if (subject !== null) return { paragraph, range: subject, rule: 'subject of the sentence' };
    const introduced = this.introduced(paragraph, sentence);
    if (introduced !== null) return introduced;
    if (this.last === null) return null;
    const feminine = genderOf(candidate) === 'f' ? this.lastFeminine : null;
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

/** نقلت وكالة عن دبلوماسيين قولهم: those after عن speak. */
function relayed({ tokens }: Paragraph, cue: number, least: number): TokenRange | null {
  for (let at = cue - 1; at >= Math.max(least, cue - 12); at -= 1)
    if (tokens[at]?.norm === 'عن') return at + 1 < cue ? { from: at + 1, to: cue } : null;
  return null;
}
