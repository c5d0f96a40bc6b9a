// Finds what an article itself says of an event, as drafts of claims: lengths, numbers, dates, places, outcomes, who was there.
import type { Article, Paragraph, Span } from './article.ts';
import { attendance } from './claims/attendance.ts';
import type { ClaimDraft, FoundClaim } from './claims/claim.ts';
import { durations } from './claims/durations.ts';
import { facts } from './claims/facts.ts';
import { claimWords, eitherOf } from './claims/lexicon.ts';
import { counts } from './claims/numbers.ts';
import { places } from './claims/places.ts';
import { dateIn } from './dates.ts';
import type { Names } from './names.ts';

/** A sentence longer than this is no sentence. */
const LONGEST = 2000;
const ABOUT_EVENT = new RegExp(eitherOf(claimWords.about), 'i');

/** Claims in sentences about the meeting that report nobody's speech; each value of an attribute once. */
export function claimsOf(article: Article, names: Names, said: readonly Span[]): ClaimDraft[] {
  const starts = [...said].sort((one, other) => one.start - other.start);
  const found = article.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => claimsIn(article, paragraph, sentence, names, starts)),
  );
  const seen = new Set<string>();
  return found.filter(({ attribute, value }) => {
    const key = `${attribute} ${JSON.stringify(value)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function claimsIn(
  article: Article,
  paragraph: Paragraph,
  { from, to }: { from: number; to: number },
  names: Names,
  said: readonly Span[],
): ClaimDraft[] {
  const start = paragraph.tokens[from]?.start ?? 0;
  const end = paragraph.tokens[to - 1]?.end ?? 0;
  if (end - start > LONGEST || said.some((span) => span.start < end && span.end > start)) return [];
  const sentence = article.text.slice(start, end);
  if (!ABOUT_EVENT.test(sentence)) return [];
  const all = [
    ...durations(sentence),
    ...dates(sentence),
    ...counts(sentence),
    ...facts(sentence),
    ...places(sentence, names),
    ...attendance(sentence, names),
  ];
  return all.map((claim) => ({
    ...claim,
    paragraph: paragraph.number,
    start: start + claim.start,
    end: start + claim.end,
  }));
}

function dates(sentence: string): FoundClaim[] {
  const found = dateIn(sentence);
  if (found === null) return [];
  const { value, start, end } = found;
  return [{ start, end, attribute: 'date', value: { type: 'date', value, precision: 'exact' } }];
}
