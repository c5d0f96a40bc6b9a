// Numbers, dates and values as readers of either language write them (Intl, CLDR).
import { precisionOf, spanOf } from '../records/dates.ts';
import type { Claim, ClaimValue } from '../resources/claims/schema.ts';
import { amountOf, precisionNames } from './codes.ts';
import { type Language, writtenNumber } from './strings.ts';
import { named, textFor, type View } from './view.ts';

/** Arabic with the digits that both languages' readers share. */
const locales: Record<Language, string> = { en: 'en-GB', ar: 'ar-u-nu-latn' };

const dates = formats((locale) => ({
  year: new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
  moment: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
}));
const percents = formats(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
);
const lists = formats((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const regions = formats((locale) => new Intl.DisplayNames(locale, { type: 'region' }));
const tongues = formats((locale) => new Intl.DisplayNames(locale, { type: 'language' }));

/** What has the words of a locale takes longer to make than a hundred texts: it is made when first asked for. */
function formats<Format>(make: (locale: string) => Format): (language: Language) => Format {
  const made: Partial<Record<Language, Format>> = {};
  return (language) => {
    made[language] ??= make(locales[language]);
    return made[language];
  };
}

export const number = ({ language }: View, value: number): string => writtenNumber(language, value);

export const percent = ({ language }: View, share: number): string => percents(language).format(share);

export const listed = ({ language }: View, texts: readonly string[]): string => lists(language).format(texts);

export const countryName = ({ language }: View, code: string): string => regions(language).of(code) ?? code;

export const languageName = ({ language }: View, tag: string): string => tongues(language).of(tag) ?? tag;

/** A date as far as it is known; a moment as the clock showed it, with its offset. */
export function date({ language }: View, text: string): string {
  const precision = precisionOf(text);
  const shown = dates(language)[precision].format(spanOf(text).first);
  return precision === 'moment' ? `${shown} ${offsetOf(text)}` : shown;
}

/** `UTC` or `UTC−08:00`. The marks keep its order in a text from right to left. */
const offsetOf = (moment: string): string =>
  `\u2066UTC${moment.replace(/^.*(?:Z|([+-])(\d\d:\d\d))$/, (_whole, sign?: string, time = '') => (sign === '-' ? '\u2212' : (sign ?? '')) + time)}\u2069`;

const unitFormats = formats(
  (locale) => (unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
);

const units = { Y: 'year', M: 'month', W: 'week', D: 'day', TH: 'hour', TM: 'minute', TS: 'second' } as const;

/** An ISO 8601 duration in words: `PT2H45M` is 2 hours and 45 minutes. */
export function duration({ language }: View, text: string): string {
  const [, days = '', time = ''] = /^P([^T]*)T?(.*)$/.exec(text) ?? [];
  const parts = [...partsOf(days, ''), ...partsOf(time, 'T')].map(({ amount, unit }) =>
    unitFormats(language)(units[unit as keyof typeof units]).format(amount),
  );
  return lists(language).format(parts);
}

const partsOf = (text: string, prefix: string): { amount: number; unit: string }[] =>
  Array.from(text.matchAll(/([\d.]+)([A-Z])/g), ([, amount, letter]) => ({
    amount: Number(amount),
    unit: prefix + letter,
  }));

/** A value of a claim in words. */
export function valueText(view: View, value: ClaimValue): string {
  if (value.type === 'text') return textFor(view, value.value).text;
  if (value.type === 'reference') return named(view, value.value);
  return `${precisionNames[value.precision][view.language]} ${figureText(view, value)}`.trim();
}

function figureText(view: View, value: Exclude<Claim['value'], { type: 'text' | 'reference' }>): string {
  if (value.type === 'duration') return duration(view, value.value);
  if (value.type === 'date') return date(view, value.value);
  return value.unit === null ? number(view, value.value) : amountOf(value.value, value.unit, view.language);
}

/** An end of a range, which the API writes as an ISO date, an ISO duration or a number. */
export function rangeEnd(view: View, text: string): string {
  if (/^P/.test(text)) return duration(view, text);
  if (/^\d{4}-\d{2}/.test(text)) return date(view, text);
  return /^-?\d+$/.test(text) ? number(view, Number(text)) : text;
}
