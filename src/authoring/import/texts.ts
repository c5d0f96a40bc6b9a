// Brings texts of other people's files into the form that records have.
import anyAscii from 'any-ascii';

/** `dmy`: 15/08/2025; `mdy`: 08/15/2025. */
export type DateOrder = 'dmy' | 'mdy';

/** On one line, without white space at its ends or more than one space between words. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** The longest gist that is made of a quotation, in characters. */
const gistLength = 300;

/** A text short enough for a gist; cut at the end of a word, with an ellipsis, where it is longer. */
export function shortened(text: string, length = gistLength): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const end = cut.lastIndexOf(' ');
  return `${(end > length / 2 ? cut.slice(0, end) : cut).replace(/[\p{P}\p{Cs}\s]+$/u, '')} …`;
}

/** Quotation marks that open, with those that close them. */
const marks = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ['「', '」'],
]);

/** A quotation without the marks around the whole of it. */
export function withoutMarks(text: string): string {
  const closing = marks.get(text.slice(0, 1));
  if (closing === undefined || text.length < 3 || !text.endsWith(closing)) return text;
  const inner = text.slice(1, -1);
  return inner.includes(closing) || inner.includes(text.slice(0, 1)) ? text : inner.trim();
}

const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const isoMoment = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * A date in ISO 8601, from what people write; null where that can be read in more than one way, or in none. A time of day
 * without its offset from UTC is no moment, so that the day alone is left.
 */
export function dateFrom(text: string, order: DateOrder | null): string | null {
  if (isoDate.test(text)) return text;
  const [moment, date = '', offset] = isoMoment.exec(text) ?? [];
  if (moment !== undefined) return offset === undefined ? date : moment.replace(' ', 'T');
  const [, year = '', month = '', day = ''] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? [];
  if (year !== '') return joined(year, month, day);
  const [, first = '', second = '', last = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const isDayFirst = order === 'dmy' || (order === null && Number(first) > 12);
  const isMonthFirst = order === 'mdy' || (order === null && Number(second) > 12);
  if (last === '' || isDayFirst === isMonthFirst) return null;
  return isDayFirst ? joined(last, second, first) : joined(last, first, second);
}

const joined = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** A readable id of at most so many characters, in Latin letters whatever the script; `fallback` where no letter or digit is left. */
export function idFrom(text: string, fallback: string, length: number): string {
  const words = anyAscii(text.slice(0, 4 * length))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const id = words.reduce(
    (all, word) => (all.length + word.length < length ? `${all}${all && '-'}${word}` : all),
    '',
  );
  return id || (words[0]?.slice(0, length) ?? fallback);
}
