// The clause after an Arabic cue: its words, how far it reaches, and whether a complementizer comes later.
import type { Paragraph, TokenRange } from '../article.ts';
import { isComma, normAt, type Token } from '../tokens.ts';
import type { Candidate } from './cues.ts';
import type { Subjects } from './heads.ts';
import type { Form } from './verbs.ts';
import { closers, complementizers } from './words.ts';

export type Complement = {
  kind: 'words' | 'an' | 'clause' | 'preposition' | 'object' | 'act';
  /** First token of the content (for 'words' the opening mark or the first word after a colon). */
  from: number;
  /** The tokens between the cue and this one hold the subject. */
  subjectTo: number;
  form: Form;
  /** A colon stands before the content. */
  colon?: true;
};

/** A word of the clause where a complement may begin. The subject ends before `chunkEnd`; an adverbial or a comma may stand before. */
export type Place = { at: number; form: Form; chunkEnd: number; adverbial: boolean; afterComma: boolean };

/** How many tokens after the cue its content may begin. */
const REACH = 34;
/** Words that have أن of their own: إلا أن, دون أن, لا بد أن. */
const TAKEN = new Set('الا غير دون رغم بد شك كما يجب يمكن ينبغي قبل بعد منذ حيث يبدو'.split(' '));

/** Prepositions that verbs take. */
export const PREPOSITIONS = new Set(['الي', 'علي', 'عن', 'من', 'في', 'ل', 'ب']);

/** The clause that follows a cue, with what the article has taught of its words. */
export class Clause {
  readonly tokens: readonly Token[];
  readonly openings: ReadonlyMap<number, number>;
  readonly limit: number;
  /** The first token of the sentence. */
  readonly first: number;
  readonly candidate: Candidate;
  readonly cutting: ReadonlySet<number>;
  readonly subjects: Subjects;

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

  /** Whether the preposition before the one who tells stands between cue and content. */
  names(from: number, to: number, preposition: string): boolean {
    return this.tokens.slice(from, to - 1).some((token) => token.norm === normalPreposition(preposition));
  }

  /** أعلن مسؤول، طالبا عدم ذكر اسمه، أن ...: the content goes on after an insertion of a few words. */
  afterInsertion(cut: number): number | null {
    for (let at = cut + 1; at < Math.min(this.limit, cut + 9); at += 1) {
      const token = this.tokens[at];
      if (token === undefined || complementizers.has(token.norm)) return null;
      const close = this.openings.get(at);
      if (close !== undefined) return close - at > 5 ? at : null;
      if (/^[،,]$/.test(token.text)) return complementizers.has(normAt(this.tokens, at + 1)) ? at + 1 : null;
    }
    return null;
  }

  /** A complementizer belongs to the cue unless another word has taken it: إلا أن, على الرغم من أن, لا بد أن. */
  opensContent(at: number, form: Form): boolean {
    const before = normAt(this.tokens, at - 1);
    if (this.tokens[at]?.norm === 'بان' && this.tokens[at + 1]?.norm === 'كي') return false;
    if (TAKEN.has(before)) return false;
    if (form.tense === 'noun' && at > this.candidate.index + 2) return false;
    return true;
  }

  /** أكدت تزامنا مع حملات اعتقال، أنها: أن after a comma belongs to the verb. */
  commaComplementizer(from: number): boolean {
    for (let at = from + 1; at < Math.min(this.limit, from + 6); at += 1) {
      if (this.cutting.has(at)) return false;
      if (isComma(this.tokens, at)) return complementizers.has(normAt(this.tokens, at + 1));
    }
    return false;
  }

  /** Whether أن comes later in the clause: then what stands before it is still the subject. */
  laterComplementizer(from: number): boolean {
    for (let at = from + 1; at < this.limit; at += 1) {
      const token = this.tokens[at];
      if (token === undefined || this.cutting.has(at) || closers.has(token.norm)) return false;
      if (complementizers.has(token.norm)) return this.opensContent(at, this.candidate.forms[0] as Form);
    }
    return false;
  }
}

/** A preposition of the lexicon as texts have it, normalised. */
export function normalPreposition(preposition: string): string {
  return preposition.replace('إ', 'ا').replace('ى', 'ي');
}
