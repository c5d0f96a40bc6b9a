// What is wrong with a request, in the reader's language: made from what a fault tells, not from the API's English detail.

import type { ProblemCode } from '../http/problems/codes.ts';
import type { ProblemBody } from '../http/problems/problem.ts';
import { boundNames, dateParameter } from '../http/request/bounds.ts';
import { parameterName } from './codes.ts';
import type { Language } from './strings.ts';
import type { View } from './view.ts';

/** What a page reads of a fault. */
export type Fault = Pick<ProblemBody, 'code' | 'param' | 'detail' | 'hint' | 'allowed'>;

/** What a sentence can speak of: the parameter, what it is called, and the value that was given for it. */
interface Given {
  param: string;
  name: string;
  value: string;
}

type Sentence = Record<Language, (given: Given) => string>;

const sentence = (en: (given: Given) => string, ar: (given: Given) => string): Sentence => ({ en, ar });

const wrongValue = sentence(
  ({ name, value }) => `“${value}” is no value for “${name}”.`,
  ({ name, value }) => `«${value}» ليست قيمة صالحة لـ«${name}».`,
);

const missingValue = sentence(
  ({ name }) => `“${name}” is missing from the address.`,
  ({ name }) => `العنوان ينقصه «${name}».`,
);

/** Options of other formats: a page refuses them. */
const optionsOfFiles = new Set(['fields', 'facets', 'rows', 'bom']);

const notOnPages = sentence(
  ({ param }) => `A page takes no “${param}”: leave it out of the address.`,
  ({ param }) => `لا تقبل الصفحات «${param}»: احذفه من العنوان.`,
);

/** Codes whose title says all there is to say have none. */
const sentences: Partial<Record<ProblemCode, Sentence>> = {
  'unknown-parameter': sentence(
    ({ param }) => `No filter is called “${param}”.`,
    ({ param }) => `لا عامل تصفية هنا اسمه «${param}».`,
  ),
  'invalid-parameter': wrongValue,
  'unknown-value': sentence(
    ({ name, value }) => `Nothing under “${name}” is called “${value}”.`,
    ({ name, value }) => `لا شيء في «${name}» اسمه «${value}».`,
  ),
  'ambiguous-value': sentence(
    ({ value }) => `“${value}” can mean each of these:`,
    ({ value }) => `«${value}» قد يدل على أكثر من واحد:`,
  ),
  'unknown-id': sentence(
    ({ value }) => `No record here has the id “${value}”.`,
    ({ value }) => `لا سجل هنا معرفه «${value}».`,
  ),
  'unknown-route': sentence(
    ({ value }) => `There is nothing at ${value}.`,
    ({ value }) => `لا شيء في \u2066${value}\u2069.`,
  ),
};

const dates: Record<Language, string> = {
  en: 'It takes a date such as 2025, 2025-08 or 2025-08-15.',
  ar: 'المقبول تاريخ مثل \u20662025\u2069 أو \u20662025-08\u2069 أو \u20662025-08-15\u2069.',
};

/** What a parameter takes, where a wrong value of it has a likely cause. */
const expectations: Record<string, Record<Language, string>> = {
  limit: {
    en: 'It takes a whole number from 1 to 100.',
    ar: 'المقبول عدد صحيح من 1 إلى 100.',
  },
  since: dates,
  until: dates,
  q: { en: 'It takes a word to search for.', ar: 'المقبول كلمة واحدة على الأقل يُبحث عنها.' },
  by: {
    en: 'It takes two different filters with a comma between them.',
    ar: 'المقبول عاملا تصفية مختلفان بينهما فاصلة.',
  },
  lang: { en: 'It takes a language such as “ar”.', ar: 'المقبول رمز لغة مثل «ar».' },
};

const exchanged = sentence(
  () => 'The first date comes after the second: exchange them, or leave one out.',
  () => 'تاريخ البداية بعد تاريخ النهاية: بدّل بينهما أو احذف أحدهما.',
);

/** What is wrong, in a sentence or two; null where the title of the problem says it. */
export function faultText(view: View, { code, param }: Fault): string | null {
  const { language, query, path } = view;
  const name = parameterName(param ?? '', language);
  const given = { param: param ?? '', name, value: valueAt(view, code, param) };
  if (code !== 'invalid-parameter' || param === undefined) return sentences[code]?.[language](given) ?? null;
  if (optionsOfFiles.has(param)) return notOnPages[language](given);
  if (param === 'since' && path !== '/changes' && areDates(query)) return exchanged[language](given);
  const expected = expectations[param]?.[language] ?? '';
  const what = query.has(param) ? wrongValue : missingValue;
  return `${what[language](given)} ${expected}`.trim();
}

/** Whether both are dates: what is wrong is then their order. */
const areDates = (query: URLSearchParams): boolean =>
  boundNames.every((name) => dateParameter.safeParse(query.get(name)).success);

/** What was given: a value of the query, or a part of the path. */
function valueAt({ query, path }: View, code: ProblemCode, param: string | undefined): string {
  if (code === 'unknown-route') return decoded(path);
  if (param !== undefined && query.has(param)) return query.get(param) ?? '';
  const parts = path.split('/').map(decoded);
  return (param === 'id' ? parts[2] : parts.at(-1)) ?? '';
}

/** A part of a path; as it is written where it cannot be decoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
