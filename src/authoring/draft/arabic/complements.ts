// Finds what follows an Arabic speech verb: إن/أن, a colon, a quotation, an object or a preposition of its own.

import type { Paragraph, TokenRange } from '../article.ts';
import { isComma, normAt, type Token } from '../tokens.ts';
import { startsAdverbial } from './adverbials.ts';
import { Clause, type Complement, PREPOSITIONS } from './clause.ts';
import type { Candidate } from './cues.ts';
import { isContentNoun, isHead, type Subjects } from './heads.ts';
import { isObject, splitObject } from './objects.ts';
import { insideChunk, prepositionAt } from './prepositions.ts';
import { isSpeech } from './speech-marks.ts';
import { subjectEnd } from './subject-ends.ts';
import type { Form } from './verbs.ts';
import { actNouns, closers, complementizers, credits, fillers, speechNouns } from './words.ts';

export type { Complement } from './clause.ts';

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

class Scan extends Clause {
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
        if (verb.an !== 'only' && isSpeech(this, at, close, form)) return here('words', at);
        at = Math.min(close, this.limit);
        continue;
      }
      if (token.text === ':')
        return verb.an === 'only' || at + 1 >= this.limit ? null : here('words', at + 1, true);
      if (!token.word) {
        if (token.text === '؛' || token.text === ';') return null;
        afterComma ||= isComma(this.tokens, at);
        continue;
      }
      if (complementizers.has(token.norm)) {
        if (verb.informed !== undefined && !this.names(start, at, verb.informed)) return null;
        if (verb.words !== 'only' && this.opensContent(at, form)) return here('an', at);
        continue;
      }
      if (fillers.has(token.norm)) continue;
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
        PREPOSITIONS.has(normAt(this.tokens, at + 1)) &&
        !complementizers.has(normAt(this.tokens, at + 2))
      )
        return here('preposition', at + 2);
      if (afterComma && credits.has(token.norm)) continue;
      if (afterComma && closers.has(token.norm)) return null;
      if (verb.words === 'only' || verb.an === 'only' || tense === 'noun') continue;
      if (candidateOnlyPurpose(this.tokens, this.candidate)) continue;
      if (verb.past === 'طلب' && token.norm === 'عدم') return here('object', at);
      const preposition = prepositionAt(this, at, form, chunkEnd, adverbial);
      if (preposition !== null) return here('preposition', preposition);
      const right = isComma(this.tokens, at - 1) && at - 1 === chunkEnd && isContentNoun(token.norm);
      if (
        verb.takes.includes('object') &&
        (!afterComma || right) &&
        at >= start &&
        isObject(this, at, form, chunkEnd, adverbial)
      )
        return here('object', at);
      if (!startsAdverbial(this.tokens, at)) continue;
      adverbial = true;
      if (token.norm === 'في' || token.norm === 'وفي') at += 1;
    }
    return (
      splitObject(this, form, start, chunkEnd) ??
      insideChunk(this, form, start, chunkEnd) ??
      this.bareClause(form, chunkEnd)
    );
  }

  /** وجه الشكر, قدم اعتذاره: an act of speech named by its noun. */
  private act(form: Form, start: number): Complement | null {
    for (let at = start; at < Math.min(this.limit, start + 14); at += 1) {
      const norm = normAt(this.tokens, at);
      if (actNouns.has(norm) && at === start && form.gender === 'f') return null;
      if (actNouns.has(norm)) return { kind: 'act', from: at, subjectTo: at, form, colon: false };
      if (complementizers.has(norm) || this.cutting.has(at)) return null;
    }
    return null;
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

/** ليطلع المجلس على: a purpose and no report. */
function candidateOnlyPurpose(tokens: readonly Token[], candidate: Candidate): boolean {
  return (
    /^و?ل/.test(normAt(tokens, candidate.index)) && candidate.forms.every((form) => form.tense === 'present')
  );
}

/** Where the clause after an adverbial begins: after the last comma among the next words. */
function lastComma(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let at = from; at < limit; at += 1) if (isComma(tokens, at)) return at + 1;
  return null;
}
