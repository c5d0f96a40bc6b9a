// Finds what follows an Arabic speech verb: إن/أن, a colon, a quotation, an object or a preposition of its own.

import type { Paragraph, TokenRange } from '../article.ts';
import { isComma, normAt, type Token } from '../tokens.ts';
import { startsAdverbial } from './adverbials.ts';
import { bareClause } from './bare-clause.ts';
import { Clause, type Complement, type Place, PREPOSITIONS } from './clause.ts';
import type { Candidate } from './cues.ts';
import { isContentNoun, isHead, type Subjects } from './heads.ts';
import { actObject, isObject, splitObject } from './objects.ts';
import { insideChunk, prepositionAt } from './prepositions.ts';
import { isSpeech } from './speech-marks.ts';
import { subjectEnd } from './subject-ends.ts';
import type { Form } from './verbs.ts';
import { closers, complementizers, credits, fillers, speechNouns } from './words.ts';

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

/** What a word of the clause tells: the complement begins, the scan goes on with the next word, or nothing follows; null: ask further. */
type Step = Complement | 'next' | 'none' | null;

class Scan extends Clause {
  run(form: Form): Complement | null {
    const start = this.candidate.index + 1;
    if (form.verb.act) return actObject(this, form, start);
    const alone = form.tense === 'noun' || form.tense === 'participle';
    const chunkEnd = alone ? start : subjectEnd(this.tokens, start, this.limit, this.subjects);
    const limit = Math.min(this.limit, start + reachOf(form));
    let adverbial = false;
    let afterComma = false;
    for (let at = start; at < limit; at += 1) {
      const token = this.tokens[at];
      if (token === undefined || /^[؛;]$/.test(token.text)) return null;
      const close = this.openings.get(at);
      if (close !== undefined) {
        if (form.verb.an !== 'only' && isSpeech(this, at, close, form))
          return { kind: 'words', from: at, subjectTo: at, form };
        at = Math.min(close, this.limit);
        continue;
      }
      if (token.text === ':') return this.afterColon(at, form);
      if (!token.word) {
        afterComma ||= isComma(this.tokens, at);
        continue;
      }
      const step = this.clauseAt(at, form, start) ?? (afterComma ? afterCommaAt(token) : null);
      if (step === 'none') return null;
      if (step === 'next' || (step === null && !this.takesNoun(form))) continue;
      const found = step ?? this.ownAt({ at, form, chunkEnd, adverbial, afterComma });
      if (found !== null) return found;
      if (!startsAdverbial(this.tokens, at)) continue;
      adverbial = true;
      if (token.norm === 'في' || token.norm === 'وفي') at += 1;
    }
    return (
      splitObject(this, form, start, chunkEnd) ??
      insideChunk(this, form, start, chunkEnd) ??
      bareClause(this, form, chunkEnd)
    );
  }

  private afterColon(at: number, form: Form): Complement | null {
    if (form.verb.an === 'only' || at + 1 >= this.limit) return null;
    return { kind: 'words', from: at + 1, subjectTo: at, form, colon: true };
  }

  /** أن and what ends the clause: the next report, a verb that tells of something else. */
  private clauseAt(at: number, form: Form, start: number): Step {
    const { verb } = form;
    const norm = normAt(this.tokens, at);
    if (complementizers.has(norm)) {
      if (verb.informed !== undefined && !this.names(start, at, verb.informed)) return 'none';
      const opens = verb.words !== 'only' && this.opensContent(at, form);
      return opens ? { kind: 'an', from: at, subjectTo: at, form } : 'next';
    }
    if (fillers.has(norm)) return 'next';
    if (verb.close && norm.startsWith('و') && !isHead(norm)) return 'none';
    if (this.cutting.has(at) && !(at === start && norm.startsWith('و'))) return this.resumed(at, form);
    const repeats =
      verb.past === 'جدد' &&
      speechNouns.has(norm) &&
      PREPOSITIONS.has(normAt(this.tokens, at + 1)) &&
      !complementizers.has(normAt(this.tokens, at + 2));
    return repeats ? { kind: 'preposition', from: at + 2, subjectTo: at, form } : null;
  }

  /** What goes on after an insertion that begins at a cue; 'none' where nothing does. */
  private resumed(at: number, form: Form): Step {
    const after = this.afterInsertion(at);
    if (after === null || form.verb.words === 'only') return 'none';
    const marks = this.openings.has(after);
    if (marks && !(form.verb.past === 'قال' && form.tense === 'past')) return 'none';
    return { kind: marks ? 'words' : 'an', from: after, subjectTo: at, form };
  }

  /** Whether a noun or a preposition may follow the verb. */
  private takesNoun({ verb, tense }: Form): boolean {
    return (
      verb.words !== 'only' &&
      verb.an !== 'only' &&
      tense !== 'noun' &&
      !isPurpose(this.tokens, this.candidate)
    );
  }

  /** The object or the preposition of the verb's own that begins at a word. */
  private ownAt(place: Place): Complement | null {
    const { at, form, chunkEnd, afterComma } = place;
    const norm = normAt(this.tokens, at);
    const object: Complement = { kind: 'object', from: at, subjectTo: at, form };
    if (form.verb.past === 'طلب' && norm === 'عدم') return object;
    const preposition = prepositionAt(this, place);
    if (preposition !== null) return { kind: 'preposition', from: preposition, subjectTo: at, form };
    const right = isComma(this.tokens, at - 1) && at - 1 === chunkEnd && isContentNoun(norm);
    const takes = form.verb.takes.includes('object') && (!afterComma || right);
    return takes && isObject(this, place) ? object : null;
  }
}

/** A verbal noun has its content close to it, as some verbs do. */
function reachOf({ verb, tense }: Form): number {
  if (tense === 'noun') return 3;
  return verb.close ? 6 : Number.POSITIVE_INFINITY;
}

/** After a comma a credit belongs to the report, and a word that begins a clause of the article ends it. */
function afterCommaAt({ norm }: Token): Step {
  if (credits.has(norm)) return 'next';
  return closers.has(norm) ? 'none' : null;
}

/** ليطلع المجلس على: a purpose and no report. */
function isPurpose(tokens: readonly Token[], candidate: Candidate): boolean {
  return (
    /^و?ل/.test(normAt(tokens, candidate.index)) && candidate.forms.every((form) => form.tense === 'present')
  );
}
