// Says who speaks in each Arabic report: the subject after or before the verb, or the speaker carried over.
import type { Paragraph, TokenRange } from '../article.ts';
import { governmentOf } from '../countries.ts';
import { startsAdverbial } from './adverbials.ts';
import type { Candidate } from './cues.ts';
import type { Report } from './reports.ts';
import { subjectBefore, surelyBefore } from './subject-before.ts';
import { isHead, type Subjects, subjectEnd, subjectWithin } from './subjects.ts';
import { anonymous, honours, things } from './words.ts';

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
    const nested = before.some((other) => within(report.candidate.index, other.content.tokens));
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
    const { tokens } = paragraph;
    const { candidate, complement, sentence } = report;
    if (complement.form.tense === 'participle' || complement.form.tense === 'noun') return null;
    const relative = /^(الذي|التي|الذين|اللذان|اللذين)$/.test(tokens[candidate.index - 1]?.norm ?? '');
    const earlier = candidate.joined ? null : subjectBefore(tokens, candidate, sentence, this.subjects);
    if (earlier !== null && surelyBefore(tokens, candidate.index, earlier, this.subjects))
      return { paragraph, range: earlier, rule: 'subject before the verb' };
    const bound = complement.form.bound === true;
    const resumed =
      relative &&
      !bound &&
      complement.kind === 'an' &&
      /^ان(?:ه|ها|هم)$/.test(tokens[complement.from]?.norm ?? '');
    const after =
      resumed && !startsWithName(paragraph, candidate.index + 1, complement.subjectTo, this.subjects)
        ? null
        : (relative && !bound && !resumed) || isPlural(candidate)
          ? null
          : this.after(paragraph, report);
    if (after !== null && honours.has(tokens[after.from]?.norm ?? '') && after.to - after.from === 1)
      return null;
    if (after !== null) return { paragraph, range: after, rule: 'subject after the verb' };
    if (candidate.joined || resumed) return null;
    return earlier === null ? null : { paragraph, range: earlier, rule: 'subject before the verb' };
  }

  private after(paragraph: Paragraph, report: Report): TokenRange | null {
    const { tokens } = paragraph;
    const { candidate, complement } = report;
    const from = candidate.index + 1;
    const teller = tellerOf(tokens, report);
    if (teller !== null) return subjectWithin(tokens, teller);
    const close = paragraph.openings.get(from);
    if (close !== undefined && close - from <= 4 && close < complement.from)
      return { from: from + 1, to: close };
    if (complement.kind === 'an' || complement.kind === 'words') {
      const range = subjectWithin(tokens, { from, to: complement.subjectTo });
      return range === null ? this.afterAdverbial(paragraph, from, complement.subjectTo) : range;
    }
    const to = Math.min(subjectEnd(tokens, from, complement.subjectTo, this.subjects), complement.subjectTo);
    const guess = to > from && candidate.joined && !this.isKnown(tokens[from]?.norm ?? '');
    const agrees = this.lastGender === null || this.lastGender === genderOf(candidate);
    const range =
      to > from && !(guess && this.last !== null && agrees) ? subjectWithin(tokens, { from, to }) : null;
    return range ?? this.afterAdverbial(paragraph, from, complement.subjectTo);
  }

  private isKnown(norm: string): boolean {
    return isHead(norm) || this.subjects.words.has(norm) || norm.startsWith('ال');
  }

  /** وخلال المؤتمر، قال خلال ... الوزير: a title or a known name that begins after a comma between verb and content. */
  private afterAdverbial(paragraph: Paragraph, from: number, to: number): TokenRange | null {
    const { tokens } = paragraph;
    for (let at = from; at < to; at += 1) {
      const before = tokens[at - 1];
      const norm = tokens[at]?.norm ?? '';
      const free =
        before !== undefined &&
        (!before.word ||
          [
            'خلاله',
            'خلالها',
            'فيه',
            'فيها',
            'عنه',
            'عنها',
            'امس',
            'اليوم',
            'ايضا',
            'له',
            'لها',
            'صحافي',
            'صحفي',
            'صحافيه',
            'صحفيه',
            'بيان',
          ].includes(before.norm));
      if (at > from && free && (isHead(norm) || this.subjects.words.has(norm))) {
        const end = subjectEnd(tokens, at, to, this.subjects);
        if (end > at) return subjectWithin(tokens, { from: at, to: end });
      }
    }
    return null;
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
      .filter((other) => !within(other.candidate.index, enclosing(other, before)))
      .at(-1);
    const same = governing === undefined ? undefined : known.get(governing);
    if (complement.form.tense === 'noun') {
      const quoted = relayed(paragraph, candidate.index, sentence.from);
      if (quoted !== null) return { paragraph, range: quoted, rule: 'subject after نقل عن' };
      const from = Math.max(sentence.from, governing?.content.tokens.to ?? 0);
      const own = this.mainSubject(paragraph, { from, to: candidate.index }, candidate.index);
      if (own !== null) return { paragraph, range: own, rule: 'subject of the sentence' };
    }
    if (dependent) {
      if (same !== undefined) return { ...same, rule: 'same speaker as the sentence' };
      const main = this.mainSubject(paragraph, sentence, candidate.index);
      if (main !== null) return { paragraph, range: main, rule: 'subject of the sentence' };
    } else if (same !== undefined) return { ...same, rule: 'same speaker as the sentence' };
    const first =
      dependent || nestedIn(candidate.index, before)
        ? null
        : this.firstSubject(paragraph, sentence, candidate.index);
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
      const range = this.mainSubject(paragraph, earlier, earlier.to);
      if (range !== null) return { paragraph, range, rule: 'subject of the sentence before' };
    }
    return null;
  }

  /** وردد الرئيس هذه الرسالة فقال: the subject right after the verb that opens the sentence. */
  private firstSubject({ tokens }: Paragraph, sentence: TokenRange, to: number): TokenRange | null {
    const from = sentence.from + 1;
    const opens = tokens[sentence.from];
    if (to <= from + 1 || opens === undefined || !opens.word || isNoVerb(opens.norm)) return null;
    if (startsAdverbial(tokens, sentence.from) || startsAdverbial(tokens, from)) return null;
    if (!this.isNamed(tokens, from) || things.has(tokens[from]?.norm ?? '')) return null;
    const end = subjectEnd(tokens, from, to, this.subjects);
    return end > from ? { from, to: end } : null;
  }

  private isNamed(tokens: Paragraph['tokens'], at: number): boolean {
    const token = tokens[at];
    return (
      token !== undefined &&
      (isHead(token.norm) || this.subjects.words.has(token.norm) || governmentOf(token.text) !== null)
    );
  }

  /** The subject of a sentence's first verb: والتقى سالم ... مشيرا إلى. */
  private mainSubject(paragraph: Paragraph, sentence: TokenRange, to: number): TokenRange | null {
    const { tokens } = paragraph;
    for (let at = sentence.from; at < Math.min(to, sentence.from + 9); at += 1) {
      const norm = tokens[at]?.norm ?? '';
      const second = at === sentence.from + 1 && !isNoVerb(tokens[sentence.from]?.norm ?? '');
      if (!isHead(norm) && !this.subjects.words.has(norm) && !(second && this.isNamed(tokens, at))) continue;
      const topic = /^و?اما$/.test(tokens[sentence.from]?.norm ?? '') && at <= sentence.from + 2;
      if (topic) return { from: at, to: Math.max(at + 1, subjectEnd(tokens, at, to, this.subjects)) };
      if (anonymous.has(norm) || ['مع', 'من', 'الي', 'علي', 'عن', 'بين'].includes(tokens[at - 1]?.norm ?? ''))
        continue;
      const end = subjectEnd(tokens, at, to, this.subjects);
      if (end > at) return { from: at, to: end };
    }
    return null;
  }
}

/** نقل عن سالم أنه, علمت الصحيفة من مصادر أن: the one who says it stands after the preposition. */
function tellerOf(tokens: Paragraph['tokens'], { candidate, complement }: Report): TokenRange | null {
  const { relay, informed } = complement.form.verb;
  const preposition = relay ? 'عن' : informed === 'في' || informed === 'من' ? informed : null;
  if (preposition === null) return null;
  for (let at = candidate.index + 1; at < complement.subjectTo - 1; at += 1)
    if (tokens[at]?.norm === preposition) return { from: at + 1, to: complement.subjectTo };
  return null;
}

/** Words that open a sentence and are no verb. */
function isNoVerb(norm: string): boolean {
  return /^و?(?:في|من|الي|علي|عن|مع|بين|ان|اما|لكن|هذا|هذه|هو|هي|ما|لا|كما|فيما|بينما|حيث|كان|كانت)$|^و?ال/.test(
    norm,
  );
}

function nestedIn(index: number, before: readonly Report[]): boolean {
  return before.some((other) => within(index, other.content.tokens));
}

/** نقلت وكالة عن دبلوماسيين قولهم: those after عن speak. */
function relayed({ tokens }: Paragraph, cue: number, least: number): TokenRange | null {
  for (let at = cue - 1; at >= Math.max(least, cue - 12); at -= 1)
    if (tokens[at]?.norm === 'عن') return at + 1 < cue ? { from: at + 1, to: cue } : null;
  return null;
}

/** قالت عنه المستشارة: whether a title or a known name follows a verb and its pronoun. */
function startsWithName({ tokens }: Paragraph, from: number, to: number, subjects: Subjects): boolean {
  let at = from;
  while (at < to && /^(?:عنه|عنها|عنهم|فيه|فيها|له|لها|به|بها)$/.test(tokens[at]?.norm ?? '')) at += 1;
  return (
    at < to &&
    (isHead(tokens[at]?.norm ?? '') ||
      subjects.words.has(tokens[at]?.norm ?? '') ||
      /^ال/.test(tokens[at]?.norm ?? ''))
  );
}

function enclosing(report: Report, all: readonly Report[]): TokenRange {
  const outer = all.find((other) => other !== report && within(report.candidate.index, other.content.tokens));
  return outer?.content.tokens ?? { from: 0, to: 0 };
}

function within(index: number, range: TokenRange): boolean {
  return index >= range.from && index < range.to;
}

/** A plural verb has its subject before it or none: after a subject the verb would be singular. */
function isPlural(candidate: Candidate): boolean {
  return candidate.forms.every((form) => form.many && (form.tense === 'past' || form.tense === 'present'));
}

function genderOf(candidate: Candidate): 'm' | 'f' | null {
  const genders = new Set(candidate.forms.map((form) => form.gender));
  return genders.size === 1 ? ([...genders][0] ?? null) : null;
}
