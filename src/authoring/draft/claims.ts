// Finds what an article itself says of an event: how long it lasted, when and where it was, as drafts of claims.
import type { Article, Paragraph, Span } from './article.ts';
import type { Names } from './names.ts';
import { formOf } from './tokens.ts';

export type ClaimDraft = Span & { paragraph: number; attribute: string; value: Record<string, unknown> };

const NUMBERS: Readonly<Record<string, number>> = {
  ساعه: 1,
  ساعتين: 2,
  ساعتان: 2,
  ثلاث: 3,
  اربع: 4,
  خمس: 5,
  ست: 6,
  سبع: 7,
  ثماني: 8,
  تسع: 9,
  عشر: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const HOURS =
  /(?:(?<near>قرابة|نحو|حوالي|ما يقارب|أكثر من|ما يزيد (?:قليلا )?(?:عن|على)|almost|nearly|about|around|more than|over)\s+)?(?:(?<number>\p{N}+|ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:ساعات|ساعة|hours?)|(?<dual>ساعتين|ساعتان))(?:\s+و?(?:and\s+)?(?<minutes>\p{N}{1,2})\s+(?:دقيقة|minutes))?/giu;
const ABOUT_EVENT = /اجتماع|قمة|القمة|محادثات|مباحثات|لقاء|استغرق|دامت|استمر|meeting|summit|talks|lasted/i;

/** Durations, and places of the record, in sentences about the meeting that report nobody's speech. */
export function claimsOf(article: Article, names: Names, said: readonly Span[]): ClaimDraft[] {
  return article.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap(({ from, to }) => {
      const start = paragraph.tokens[from]?.start ?? 0;
      const end = paragraph.tokens[to - 1]?.end ?? 0;
      const sentence = article.text.slice(start, end);
      if (
        end - start > 2000 ||
        !ABOUT_EVENT.test(sentence) ||
        said.some((span) => span.start < end && span.end > start)
      )
        return [];
      return [...durations(paragraph, sentence, start), ...places(paragraph, sentence, start, names)];
    }),
  );
}

function durations(paragraph: Paragraph, sentence: string, offset: number): ClaimDraft[] {
  return [...sentence.matchAll(HOURS)].flatMap((match): ClaimDraft[] => {
    const groups = match.groups ?? {};
    const hours = numberOf(groups['number'] ?? groups['dual'] ?? '');
    if (hours === null) return [];
    const minutes = groups['minutes'] === undefined ? '' : `${numberOf(groups['minutes']) ?? 0}M`;
    const start = offset + match.index;
    const value = {
      type: 'duration',
      value: `PT${hours}H${minutes}`,
      precision: precisionOf(groups['near']),
    };
    return [
      { paragraph: paragraph.number, start, end: start + match[0].length, attribute: 'duration', value },
    ];
  });
}

function precisionOf(word: string | undefined): string {
  if (word === undefined) return 'exact';
  if (/قرابة|يقارب|almost|nearly/i.test(word)) return 'nearly';
  return /أكثر|يزيد|more|over/i.test(word) ? 'over' : 'approximate';
}

function numberOf(word: string): number | null {
  const form = formOf(word);
  const number = NUMBERS[form] ?? Number(form);
  return Number.isInteger(number) && number > 0 ? number : null;
}

/** Places of the record after a word of place: في قاعدة ..., in Anchorage. */
function places(paragraph: Paragraph, sentence: string, offset: number, names: Names): ClaimDraft[] {
  return [
    ...sentence.matchAll(
      /(?:^|\s)(?:في|ب|بقاعدة|بمدينة|بولاية|in|at)\s+((?:\p{L}|[-'’_])+(?:\s(?:\p{L}|[-'’_])+){0,3})/giu,
    ),
  ].flatMap((match): ClaimDraft[] => {
    const words = match[1] ?? '';
    const place = names.allIn(words).find(({ kind }) => kind === 'place');
    if (place === undefined) return [];
    const start = offset + match.index + match[0].length - words.length;
    return [
      {
        paragraph: paragraph.number,
        start,
        end: start + words.length,
        attribute: 'place',
        value: { type: 'reference', value: `place/${place.id}` },
      },
    ];
  });
}
