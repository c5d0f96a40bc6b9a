// Finds the words of an Arabic paragraph that may report speech.
import type { Paragraph } from '../article.ts';
import { normAt, type Token, textAt } from '../tokens.ts';
import { type Form, verbForms } from './verbs.ts';
import { boilerplate, complementizers, fillers, negations, possibles } from './words.ts';

/** A token that has the form of a speech verb; whether it reports anything is seen by what follows it. */
export type Candidate = {
  index: number;
  forms: readonly Form[];
  /** Written with و or ف. */
  joined: boolean;
  /** Not said, or not yet: لم يوضح, أن يعلن. Such a word reports nothing, but what stands before it ends there. */
  unsaid: boolean;
  participle: boolean;
};

/** The candidates of a paragraph in order. */
export function candidatesOf(paragraph: Paragraph): Candidate[] {
  const { tokens } = paragraph;
  const quoted = insideMarks(paragraph);
  const end = bodyEnd(tokens);
  return tokens.flatMap((token, index) => {
    if (quoted[index] === 1 || index >= end) return [];
    const reading = token.word ? readingOf(token.norm) : null;
    if (reading === null) return [];
    const forms = reading.forms.filter((form) => fits(tokens, index, form, reading.joined));
    if (forms.length === 0) return [];
    const participle = forms.every((form) => form.tense === 'participle');
    return [{ index, forms, joined: reading.joined, unsaid: isUnsaid(tokens, index, forms), participle }];
  });
}

/** Where the text ends and lines of the web page begin (رابط الخبر ...). */
export function bodyEnd(tokens: readonly Token[]): number {
  const [first, second] = boilerplate;
  const at = tokens.findIndex((token, index) => token.norm === first && tokens[index + 1]?.norm === second);
  return at === -1 ? tokens.length : at;
}

function readingOf(norm: string): { forms: readonly Form[]; joined: boolean } | null {
  const plain = verbForms.get(norm) ?? [];
  const rest = /^[وف]/.test(norm) ? (verbForms.get(norm.slice(1)) ?? []) : [];
  if (plain.length > 0) return { forms: [...plain, ...rest], joined: false };
  if (rest.length > 0) return { forms: rest, joined: true };
  return withPreposition(norm);
}

/** ليقول, بقوله, بالقول and with و before them. */
function withPreposition(norm: string): { forms: readonly Form[]; joined: boolean } | null {
  const match = /^([وف]?)([لب])(.+)$/.exec(norm);
  if (match === null) return null;
  const wanted = match[2] === 'ل' ? 'present' : 'noun';
  const forms = (verbForms.get(match[3] ?? '') ?? []).filter((form) => form.tense === wanted);
  return forms.length > 0 ? { forms, joined: match[1] !== '' } : null;
}

const BEFORE_NOUN = new Set('في من الي علي عن مع بين حول بعد قبل كل اي هذا هذه ذلك'.split(' '));

const CLAUSE_STARTS = new Set(
  'كما فيما بينما حيث قد وقد فقد كان وكان جانبه جهته جانبها جهتها بدوره بدورها الذي التي وهو وهي'.split(' '),
);

/** A verb does not follow a preposition; words that are strict are nouns there. */
function fits(tokens: readonly Token[], index: number, form: Form, joined: boolean): boolean {
  const before = tokens[index - 1];
  if (form.tense === 'participle' && form.verb.past === 'تحدث' && tokens[index + 1]?.norm === 'باسم')
    return false;
  if (/^(?:و?نقلا)$/.test(normAt(tokens, index)) && form.verb.relay) return false;
  if (form.addressed && before?.word && !joined && !CLAUSE_STARTS.has(before.norm)) return false;
  if (form.bound && !/^(ما|كما|الذي|التي|حسبما)$/.test(before?.norm ?? '')) return false;
  if (form.tense === 'present' && /^[يت]\u064f/.test(textAt(tokens, index)) && form.verb.past.startsWith('ا'))
    return false;
  if (form.tense === 'past' && /\u064f/.test(textAt(tokens, index))) return false;
  if (before === undefined || !before.word) return true;
  if (form.tense === 'present' && /^(خطوه|مما|بما|ما)$/.test(before.norm)) return false;
  if (form.tense === 'past' || form.tense === 'present') return joined || !BEFORE_NOUN.has(before.norm);
  if (
    form.tense === 'participle' &&
    (form.gender !== 'm' || form.many) &&
    before.word &&
    !tokens[index]?.norm.startsWith('و') &&
    !saysThat(tokens, index)
  )
    return false;
  if (form.tense === 'participle')
    return (
      !BEFORE_NOUN.has(before.norm) &&
      !['كان', 'ليس', 'يكون', 'ما', 'غير', 'ولا', 'لا', 'مازال'].includes(before.norm)
    );
  return true;
}

function saysThat(tokens: readonly Token[], index: number): boolean {
  if (/^[«"“]$/.test(textAt(tokens, index + 1))) return true;
  return [1, 2].some((step) => complementizers.has(normAt(tokens, index + step)));
}

/** What a quotation of four words or more reports is the speaker's affair, not the article's; one without an end tells nothing. */
function insideMarks({ tokens, openings, unclosed }: Paragraph): Uint8Array {
  const inside = new Uint8Array(tokens.length);
  for (const [open, close] of openings)
    if (close - open > 4 && !unclosed.has(open)) inside.fill(1, open + 1, close);
  return inside;
}

/** يذكر أن, يشار إلى أن, الجدير بالذكر أن: the article itself speaks. */
function isImpersonal(tokens: readonly Token[], index: number): boolean {
  const norm = normAt(tokens, index);
  if (/^و?بالذكر$/.test(norm)) return true;
  const next = normAt(tokens, index + 1);
  return (/^و?يذكر$/.test(norm) && complementizers.has(next)) || (/^و?يشار$/.test(norm) && next === 'الي');
}

function isUnsaid(tokens: readonly Token[], index: number, forms: readonly Form[]): boolean {
  const before = normAt(tokens, index - 1);
  const earlier = normAt(tokens, index - 2);
  if (isImpersonal(tokens, index)) return true;
  if (fillers.has(normAt(tokens, index))) return false;
  if (negations.has(before)) return true;
  if (before === 'قد' && negations.has(earlier)) return true;
  if (!possibles.has(before)) return false;
  if (before === 'ان' && ['قبل', 'بعد', 'سبق', 'منذ', 'الا', 'غير', 'كما', 'علي'].includes(earlier))
    return false;
  return forms.every((form) => form.tense === 'present');
}
