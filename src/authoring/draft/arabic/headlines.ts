// Reads headlines of the form 'name: words'.

import type { Paragraph, TokenRange } from '../article.ts';
import { normAt } from '../tokens.ts';
import { inMarks, plain } from './contents.ts';
import { bodyEnd } from './cues.ts';
import type { Report } from './report.ts';
import { verbForms } from './verbs.ts';

/** The utterance of a headline with its speaker, or null where the paragraph is none. */
export function headlineOf(
  paragraph: Paragraph,
  paragraphs: number,
): { report: Report; speaker: TokenRange } | null {
  const { tokens, openings } = paragraph;
  if (paragraphs < 2 || bodyEnd(tokens) === 0 || tokens.length > 40 || endsLikeText(paragraph)) return null;
  const colon = tokens.findIndex((token) => token.text === ':');
  if (colon < 1 || colon > 9 || colon + 2 >= tokens.length) return null;
  const before = tokens.slice(0, colon);
  if (
    before.some(
      (token) => /[-–—،,()]/.test(token.text) || /\p{N}/u.test(token.text) || isPlainVerb(token.norm),
    )
  )
    return null;
  const last = tokens.at(-1)?.text === '.' ? tokens.length - 1 : tokens.length;
  const close = openings.get(colon + 1);
  const content =
    close === last - 1
      ? inMarks(paragraph, colon + 1, close)
      : plain(paragraph, { from: colon + 1, to: last });
  if (content === null) return null;
  const speaker = outer(paragraph, colon);
  const form = verbForms.get('قال')?.[0];
  if (form === undefined) return null;
  const candidate = { index: colon, forms: [form], joined: false, unsaid: false, participle: false };
  const complement = { kind: 'words' as const, from: colon + 1, subjectTo: colon, form };
  return {
    report: { candidate, complement, content, sentence: { from: 0, to: tokens.length }, cue: colon },
    speaker,
  };
}

/** Without marks around a name, and without the one addressed: سالم لعمر. */
function outer(paragraph: Paragraph, colon: number): TokenRange {
  const { tokens } = paragraph;
  const from = tokens[0]?.word ? 0 : 1;
  const to = tokens[colon - 1]?.word ? colon : colon - 1;
  const addressed = tokens.findIndex(
    (token, index) => index > from && index < to && /^(ل|لـ)\p{L}/u.test(token.text),
  );
  return { from, to: addressed > from && to - addressed <= 3 ? addressed : Math.max(to, from + 1) };
}

/** A paragraph of text ends in a full stop and begins with a verb, or is long. */
function endsLikeText(paragraph: Paragraph): boolean {
  return paragraph.sentences.length > 2 || /^[وف]?(قال|اضاف|تابع|اردف|ذكر)/.test(normAt(paragraph.tokens, 0));
}

function isPlainVerb(norm: string): boolean {
  const rest = /^[وف]/.test(norm) ? norm.slice(1) : norm;
  return [norm, rest].some(
    (each) =>
      verbForms
        .get(each)
        ?.some((form) => (form.tense === 'past' || form.tense === 'present') && !form.verb.strict) ?? false,
  );
}
