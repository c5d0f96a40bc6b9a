// Finds the full date that an article gives in its first lines.

const MONTHS: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'january', 'jan.'],
  ['فبراير', 'شباط', 'february', 'feb.'],
  ['مارس', 'آذار', 'march'],
  ['أبريل', 'ابريل', 'نيسان', 'april'],
  ['مايو', 'أيار', 'may'],
  ['يونيو', 'حزيران', 'june'],
  ['يوليو', 'تموز', 'july'],
  ['أغسطس', 'اغسطس', 'آب', 'august', 'aug.'],
  ['سبتمبر', 'أيلول', 'september', 'sept.'],
  ['أكتوبر', 'اكتوبر', 'تشرين الأول', 'october', 'oct.'],
  ['نوفمبر', 'تشرين الثاني', 'november', 'nov.'],
  ['ديسمبر', 'كانون الأول', 'december', 'dec.'],
];

const NUMBER = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const NAMES = [...NUMBER.keys()]
  .sort((one, other) => other.length - one.length)
  .map((name) => name.replace('.', '\\.'))
  .join('|');
const DAY_FIRST = new RegExp(
  `(?<!\\p{N})(\\p{N}{1,2})\\s+(${NAMES})(?:[/ ]\\s*(?:${NAMES}))?\\s+(\\p{N}{4})`,
  'iu',
);
const MONTH_FIRST = new RegExp(`\\b(${NAMES})\\s+(\\d{1,2}),?\\s+(\\d{4})`, 'iu');

/** The first full date in a text, with its place in it; or null. */
export function dateIn(text: string): { value: string; start: number; end: number } | null {
  const first = DAY_FIRST.exec(text);
  const match = first ?? MONTH_FIRST.exec(text);
  if (match === null) return null;
  const value = first === null ? iso(match[3], match[1], match[2]) : iso(match[3], match[2], match[1]);
  return value === null ? null : { value, start: match.index, end: match.index + match[0].length };
}

/** The first full date in the first 1,000 characters as YYYY-MM-DD, or null: nothing is guessed from weekdays. */
export function dateOf(text: string): string | null {
  return dateIn(text.slice(0, 1000))?.value ?? null;
}

function iso(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const number = NUMBER.get((month ?? '').toLowerCase());
  const days = Number(day);
  if (number === undefined || !/^\d{4}$/.test(year ?? '') || !(days >= 1 && days <= 31)) return null;
  return `${year}-${String(number).padStart(2, '0')}-${String(days).padStart(2, '0')}`;
}
