// Finds what follows an Arabic speech verb: إن/أن, a colon, a quotation, an object or a preposition of its own.
import type { Paragraph, TokenRange } from '../article.ts';
import type { Token } from '../tokens.ts';
import { startsAdverbial } from './adverbials.ts';
import type { Candidate } from './cues.ts';
import { isContentNoun, isHead, type Subjects, subjectEnd } from './subjects.ts';
import type { Form } from './verbs.ts';
import {
  actNouns,
  adjectives,
  adverbials,
  closers,
  complementizers,
  contentNouns,
  credits,
  fillers,
  occasions,
  offices,
  outletHeads,
  singularIn,
  speechNouns,
  titles,
} from './words.ts';

export type Complement = {
  kind: 'words' | 'an' | 'clause' | 'preposition' | 'object' | 'act';
  /** First token of the content (for 'words' the opening mark or the first word after a colon). */
  from: number;
  /** The tokens between the cue and this one hold the subject. */
  subjectTo: number;
  form: Form;
  colon: boolean;
};

/** How many tokens after the cue its content may begin. */
const REACH = 34;
/** Words that have أن of their own: إلا أن, دون أن, لا بد أن. */
const TAKEN = new Set('الا غير دون رغم بد شك كما يجب يمكن ينبغي قبل بعد منذ حيث يبدو'.split(' '));
/** Verbs that mostly take بأن or أن: a ب before it begins a place or a time. */
const INFORMING = new Set(['أفاد', 'أخبر', 'أبلغ']);
const PREPOSITIONS = new Set(['الي', 'علي', 'عن', 'من', 'في', 'ل', 'ب']);

/** The complement of a candidate, or null where nothing follows that it could report. */
export function complementOf(
  paragraph: Paragraph,
  sentence: TokenRange,
  candidate: Candidate,
  cutting: ReadonlySet<number>,
  subjects: Subjects,
): Complement | null {
  const scan = new Scan(paragraph, sentence, candidate, cutting, subjects);
  for (const form of candidate.forms) {
    const found = scan.run(form);
    if (found !== null) return found;
  }
  return null;
}

class Scan {
  private readonly tokens: readonly Token[];
  private readonly openings: ReadonlyMap<number, number>;
  private readonly limit: number;
  /** The first token of the sentence. */
  private readonly first: number;
  private readonly candidate: Candidate;
  private readonly cutting: ReadonlySet<number>;
  private readonly subjects: Subjects;

  constructor(
    paragraph: Paragraph,
    sentence: TokenRange,
    candidate: Candidate,
    cutting: ReadonlySet<number>,
    subjects: Subjects,
  ) {
    this.tokens = paragraph.tokens;
    this.candidate = candidate;
    this.cutting = cutting;
    this.subjects = subjects;
    this.first = sentence.from;
    this.limit = Math.min(sentence.to, candidate.index + REACH);
    this.openings = paragraph.openings;
  }

  run(form: Form): Complement | null {
    const { verb, tense } = form;
    const start = this.candidate.index + 1;
    if (verb.act) return this.act(form, start);
    let adverbial = false;
    let afterComma = false;
    const alone = tense === 'noun' || tense === 'participle';
    const chunkEnd = alone ? start : subjectEnd(this.tokens, start, this.limit, this.subjects);
    const limit =
      tense === 'noun'
        ? Math.min(this.limit, start + 3)
        : verb.close
          ? Math.min(this.limit, start + 6)
          : this.limit;
    for (let at = start; at < limit; at += 1) {
      const token = this.tokens[at];
      if (token === undefined) return null;
      const here = (kind: Complement['kind'], from: number, colon = false): Complement => ({
        kind,
        from,
        subjectTo: at,
        form,
        colon,
      });
      const close = this.openings.get(at);
      if (close !== undefined) {
        if (verb.an !== 'only' && this.isSpeech(at, close, form)) return here('words', at);
        at = Math.min(close, this.limit);
        continue;
      }
      if (token.text === ':')
        return verb.an === 'only' || at + 1 >= this.limit ? null : here('words', at + 1, true);
      if (!token.word) {
        if (token.text === '؛' || token.text === ';') return null;
        afterComma ||= token.text === '،' || token.text === ',';
        continue;
      }
      if (complementizers.has(token.norm)) {
        if (verb.informed !== undefined && !this.names(start, at, verb.informed)) return null;
        if (verb.words !== 'only' && this.opensContent(at, form)) return here('an', at);
        continue;
      }
      if (fillers.has(token.norm) && at > start - 1) continue;
      if (verb.close && token.norm.startsWith('و') && !isHead(token.norm)) return null;
      if (this.cutting.has(at) && !(at === start && token.norm.startsWith('و'))) {
        const after = this.afterInsertion(at);
        if (after === null || verb.words === 'only') return null;
        const marks = this.openings.has(after);
        if (marks && !(verb.past === 'قال' && tense === 'past')) return null;
        return { kind: marks ? 'words' : 'an', from: after, subjectTo: at, form, colon: false };
      }
      if (
        verb.past === 'جدد' &&
        speechNouns.has(token.norm) &&
        PREPOSITIONS.has(this.tokens[at + 1]?.norm ?? '') &&
        !complementizers.has(this.tokens[at + 2]?.norm ?? '')
      )
        return here('preposition', at + 2);
      if (afterComma && credits.has(token.norm)) continue;
      if (afterComma && closers.has(token.norm)) return null;
      if (verb.words === 'only' || verb.an === 'only' || tense === 'noun') continue;
      if (candidateOnlyPurpose(this.tokens, this.candidate)) continue;
      if (verb.past === 'طلب' && token.norm === 'عدم') return here('object', at);
      const preposition = this.preposition(at, form, chunkEnd, adverbial);
      if (preposition !== null) return here('preposition', preposition);
      const right =
        /^[،,]$/.test(this.tokens[at - 1]?.text ?? '') && at - 1 === chunkEnd && isContentNoun(token.norm);
      if (
        verb.takes.includes('object') &&
        (!afterComma || right) &&
        at >= start &&
        this.isObject(at, form, chunkEnd, adverbial)
      )
        return here('object', at);
      if (!startsAdverbial(this.tokens, at)) continue;
      adverbial = true;
      if (token.norm === 'في' || token.norm === 'وفي') at += 1;
    }
    return (
      this.splitObject(form, start, chunkEnd) ??
      this.insideChunk(form, start, chunkEnd) ??
      this.bareClause(form, chunkEnd)
    );
  }

  /** اتهمته المعارضة بعرقلة الاتفاق: a ب in what seemed to be the subject, where the verb needs one. */
  private insideChunk(form: Form, start: number, chunkEnd: number): Complement | null {
    const finite = form.tense === 'past' || form.tense === 'present';
    if (!finite || !(form.verb.person === 'ب' || form.verb.takes.includes('ب'))) return null;
    for (let at = start + 1; at < chunkEnd; at += 1) {
      const word = this.tokens[at]?.norm ?? '';
      if (
        !/^ب\p{L}{4}/u.test(word) ||
        this.subjects.words.has(word) ||
        titles.has(this.tokens[at - 1]?.norm ?? '')
      )
        continue;
      return { kind: 'preposition', from: at, subjectTo: at, form, colon: false };
    }
    return null;
  }

  /** Whether the preposition before the one who tells stands between cue and content. */
  private names(from: number, to: number, preposition: string): boolean {
    return this.tokens.slice(from, to - 1).some((token) => token.norm === norm(preposition));
  }

  /** أعلن مسؤول، طالبا عدم ذكر اسمه، أن ...: the content goes on after an insertion of a few words. */
  private afterInsertion(cut: number): number | null {
    for (let at = cut + 1; at < Math.min(this.limit, cut + 9); at += 1) {
      const token = this.tokens[at];
      if (token === undefined || complementizers.has(token.norm)) return null;
      const close = this.openings.get(at);
      if (close !== undefined) return close - at > 5 ? at : null;
      if (/^[،,]$/.test(token.text))
        return complementizers.has(this.tokens[at + 1]?.norm ?? '') ? at + 1 : null;
    }
    return null;
  }

  /** Whether marks hold what is said, and not a name: long, at the cue, after a colon or a complementizer. */
  private isSpeech(open: number, close: number, form: Form): boolean {
    if (form.verb.close) return false;
    const before = this.tokens[open - 1];
    const words = close - open - 1;
    if (open === this.candidate.index + 1) return words > 4 || !this.namesSubject(close + 1);
    if (before === undefined) return false;
    if (['لـ', 'ل', 'لل'].includes(before.text) || outletHeads.has(before.norm.replace(/^[بل]/, '')))
      return false;
    if (before.text === 'بـ' || before.text === 'ب')
      return form.verb.takes.includes('ب') || form.verb.person === 'ب';
    if (fillers.has(before.norm) || before.text === '،') return words >= 2;
    return words >= 4;
  }

  /** أعلن «تحالف القوى» دعمه, قال «المرصد» إن: marks round the name of the speaker. */
  private namesSubject(after: number): boolean {
    const next = this.tokens[after];
    if (next === undefined || after >= this.limit) return false;
    if (next.text === ':' || this.openings.has(after)) return true;
    if (!next.word) return false;
    const name = this.tokens[after - 2]?.norm ?? '';
    if (this.candidate.forms.some((form) => form.verb.takes.some((each) => norm(each) === next.norm)))
      return true;
    if (this.subjects.words.has(name) && !this.candidate.participle) return true;
    if (/^ب\p{L}{3}/u.test(next.norm) && this.candidate.forms.some((form) => form.verb.takes.includes('ب')))
      return true;
    return isContentNoun(next.norm) || complementizers.has(next.norm) || this.laterComplementizer(after);
  }

  /** A complementizer belongs to the cue unless another word has taken it: إلا أن, على الرغم من أن, لا بد أن. */
  private opensContent(at: number, form: Form): boolean {
    const before = this.tokens[at - 1]?.norm ?? '';
    if (this.tokens[at]?.norm === 'بان' && this.tokens[at + 1]?.norm === 'كي') return false;
    if (TAKEN.has(before)) return false;
    if (form.tense === 'noun' && at > this.candidate.index + 2) return false;
    return true;
  }

  private preposition(at: number, form: Form, chunkEnd: number, adverbial: boolean): number | null {
    const token = this.tokens[at];
    const { verb } = form;
    if (token === undefined) return null;
    const first = at === this.candidate.index + 1;
    if (at < Math.min(chunkEnd, this.limit) && !first) return null;
    const wanted = [...verb.takes, ...(verb.person === undefined ? [] : [verb.person])];
    const next = this.tokens[at + 1];
    if (PREPOSITIONS.has(token.norm) && wanted.some((each) => norm(each) === token.norm)) {
      if (next === undefined || complementizers.has(next.norm)) return null;
      if (token.norm === 'في' && occasions.has(next.norm)) return null;
      if (adverbial && this.laterPreposition(at, token.norm)) return null;
      return verb.person === undefined || form.addressed ? at + 1 : this.personObject(chunkEnd, at);
    }
    for (const letter of ['ب', 'ل'])
      if (wanted.includes(letter) && this.attached(at, letter)) {
        if (
          adverbial &&
          letter === 'ل' &&
          !(token.norm.startsWith('لل') && !adverbials.has(token.norm) && at <= this.candidate.index + 2)
        )
          return null;
        if (
          !isContentNoun(token.norm.slice(1)) &&
          verb.noun !== undefined &&
          INFORMING.has(verb.past) &&
          this.laterComplementizer(at)
        )
          return null;
        return verb.person === undefined || form.addressed ? at : this.personObject(chunkEnd, at);
      }
    return null;
  }

  /** The accused or described thing is part of what is said. */
  private personObject(chunkEnd: number, at: number): number {
    const first = this.candidate.index + 2;
    for (let from = first; from < Math.min(at, first + 10); from += 1) {
      const here = this.tokens[from]?.norm ?? '';
      const title =
        titles.has(here) && !here.startsWith('ال') && !titles.has(this.tokens[from - 1]?.norm ?? '');
      if (title || (/^ال.*ين$/.test(here) && !singularIn.has(here))) return from;
    }
    return chunkEnd < at && chunkEnd > this.candidate.index ? chunkEnd : at;
  }

  /** After an adverbial (خلال زيارة إلى ...) the verb's own preposition may come later, before أن or a verbal noun. */
  private laterPreposition(here: number, preposition: string): boolean {
    const own = this.tokens[here + 1]?.norm ?? '';
    if (isContentNoun(own) || isAction(own)) return false;
    for (let at = here + 1; at + 1 < this.limit; at += 1) {
      if (this.cutting.has(at)) return false;
      const next = this.tokens[at + 1]?.norm ?? '';
      const opens = complementizers.has(next) || isContentNoun(next) || isAction(next);
      if (this.tokens[at]?.norm === preposition && opens) return true;
    }
    return false;
  }

  /** Whether the word is written with this preposition before it, as far as the article's other words tell. */
  private attached(at: number, letter: string): boolean {
    const token = this.tokens[at];
    if (token === undefined || !token.norm.startsWith(letter)) return false;
    const rest = token.norm.slice(1);
    if (rest.length < 2) return this.openings.has(at + 1);
    if (letter === 'ل' && rest.startsWith('ل') && rest.length > 3) return true;
    if (rest.startsWith('ال') && rest.length > 4) return true;
    if (this.subjects.words.has(token.norm)) return false;
    if (
      this.subjects.vocabulary.has(rest) ||
      this.subjects.vocabulary.has(`ال${rest}`) ||
      isContentNoun(rest)
    )
      return true;
    if (at === this.candidate.index + 1 && this.candidate.participle) return rest.length >= 3;
    return at > this.candidate.index + 1 && rest.length >= 4 && !adverbials.has(token.norm);
  }

  private isObject(at: number, form: Form, chunkEnd: number, adverbial: boolean): boolean {
    const token = this.tokens[at];
    if (token === undefined || form.addressed || this.isPassive(form)) return false;
    const opens = this.candidate.joined && this.candidate.index === this.first;
    if (form.verb.strict && form.tense !== 'participle' && !opens && !isContentNoun(token.norm)) return false;
    if (PREPOSITIONS.has(this.tokens[at - 1]?.norm ?? '') || speechNouns.has(token.norm)) return false;
    const noun = isContentNoun(token.norm) && !this.subjects.words.has(token.norm);
    if (noun && form.tense !== 'participle' && this.commaComplementizer(at)) return false;
    if (noun && at >= chunkEnd && (contentNouns.has(token.norm) || !this.laterComplementizer(at)))
      return true;
    if (adverbial || at !== chunkEnd) return false;
    if (this.laterComplementizer(at) || this.isLastName(at, form)) return false;
    return (
      !startsAdverbial(this.tokens, at) &&
      !PREPOSITIONS.has(token.norm) &&
      !/^(التي|الذي|الذين)$/.test(token.norm) &&
      at + 1 < this.limit
    );
  }

  /** جان إيف لودريان على الشراكة: what stands before the verb's own preposition is still the name. */
  private isLastName(at: number, form: Form): boolean {
    const next = this.tokens[at + 1]?.norm ?? '';
    const own = this.tokens[at]?.norm ?? '';
    return (
      !isContentNoun(own) &&
      !own.startsWith('ال') &&
      PREPOSITIONS.has(next) &&
      form.verb.takes.some((each) => norm(each) === next)
    );
  }

  /** التي تعتبر شريكا: in a relative clause such a present is passive, and says what a thing counts as. */
  private isPassive(form: Form): boolean {
    const before = this.tokens[this.candidate.index - 1]?.norm ?? '';
    return form.tense === 'present' && form.verb.past === 'اعتبر' && /^و?(?:التي|الذي|الذين)$/.test(before);
  }

  /** أكدت تزامنا مع حملات اعتقال، أنها: أن after a comma belongs to the verb. */
  private commaComplementizer(from: number): boolean {
    for (let at = from + 1; at < Math.min(this.limit, from + 6); at += 1) {
      if (this.cutting.has(at)) return false;
      if (/^[،,]$/.test(this.tokens[at]?.text ?? ''))
        return complementizers.has(this.tokens[at + 1]?.norm ?? '');
    }
    return false;
  }

  /** Whether أن comes later in the clause: then what stands before it is still the subject. */
  private laterComplementizer(from: number): boolean {
    for (let at = from + 1; at < this.limit; at += 1) {
      const token = this.tokens[at];
      if (token === undefined || this.cutting.has(at) || closers.has(token.norm)) return false;
      if (complementizers.has(token.norm)) return this.opensContent(at, this.candidate.forms[0] as Form);
    }
    return false;
  }

  /** وجه الشكر, قدم اعتذاره: an act of speech named by its noun. */
  private act(form: Form, start: number): Complement | null {
    for (let at = start; at < Math.min(this.limit, start + 14); at += 1) {
      const norm = this.tokens[at]?.norm ?? '';
      if (actNouns.has(norm) && at === start && form.gender === 'f') return null;
      if (actNouns.has(norm)) return { kind: 'act', from: at, subjectTo: at, form, colon: false };
      if (complementizers.has(norm) || this.cutting.has(at)) return null;
    }
    return null;
  }

  /** أدان المجلس الهجوم: a noun with ال after a subject with ال is no adjective of it, and so the object. */
  private splitObject(form: Form, start: number, chunkEnd: number): Complement | null {
    const { verb, tense } = form;
    const finite = tense === 'past' || tense === 'present';
    if (!finite || form.addressed || verb.strict || verb.weak || !verb.takes.includes('object')) return null;
    if (verb.words === 'only' || verb.an === 'only') return null;
    for (let at = start + 1; at < chunkEnd; at += 1) {
      const before = this.tokens[at - 1]?.norm ?? '';
      if (!/^و?ال\p{L}{2}/u.test(before) || !this.isPlainNoun(this.tokens[at]?.norm ?? '')) continue;
      return { kind: 'object', from: at, subjectTo: at, form, colon: false };
    }
    return null;
  }

  private isPlainNoun(word: string): boolean {
    return (
      /^ال\p{L}{3}/u.test(word) &&
      !/(?:ي|يه|يين|يون|يان|يتان)$/.test(word) &&
      !isHead(word) &&
      !offices.has(word) &&
      !adjectives.has(word) &&
      !this.subjects.words.has(word)
    );
  }

  /** قال لا يوجد ...: a clause without إن, right after the cue or after a subject whose end is known. */
  private bareClause(form: Form, chunkEnd: number): Complement | null {
    if (!form.verb.takes.includes('clause') || form.tense === 'noun' || form.verb.strict) return null;
    const from = chunkEnd;
    const token = this.tokens[from];
    if (token === undefined || from + 3 > this.limit) return null;
    const comma = lastComma(this.tokens, from, this.limit);
    const start = startsAdverbial(this.tokens, from) || !token.word ? comma : from;
    if (start === null || start + 3 > this.limit) return null;
    return { kind: 'clause', from: start, subjectTo: start, form, colon: false };
  }
}

/** زيارة, دراسة, حماية: verbal nouns that are common names of things too. */
function isAction(norm: string): boolean {
  return /^\p{L}{2}ا\p{L}ه$/u.test(norm);
}

/** ليطلع المجلس على: a purpose and no report. */
function candidateOnlyPurpose(tokens: readonly Token[], candidate: Candidate): boolean {
  return (
    /^و?ل/.test(tokens[candidate.index]?.norm ?? '') &&
    candidate.forms.every((form) => form.tense === 'present')
  );
}

/** Where the clause after an adverbial begins: after the last comma among the next words. */
function lastComma(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let at = from; at < limit; at += 1) if (['،', ','].includes(tokens[at]?.text ?? '')) return at + 1;
  return null;
}

function norm(preposition: string): string {
  return preposition.replace('إ', 'ا').replace('ى', 'ي');
}
