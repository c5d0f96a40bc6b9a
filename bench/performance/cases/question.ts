// A question, as our server and as the plain route is asked it.
import type { Random } from '../dataset/random.ts';
import { shuffled } from './pools.ts';

/** Paths with their query strings. */
export interface Question {
  path: string;
  plain: string;
}

type Values = Record<string, string | number>;

/** The same question in the same words for both. */
export function question(values: Values, plainValues: Values = values): Question {
  return { path: pathOf(values), plain: pathOf(plainValues) };
}

const pathOf = (values: Values): string =>
  `/statements?${Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** More are not made: a case does not get through them. */
const most = 200_000;

/**
 * Different questions out of all combinations with a page size and an order, by chance, none twice. Pages hold the
 * default number on average.
 */
export function varied(
  choices: readonly Values[],
  random: Random,
  { limits = [10, 30], sorts = ['-saidOn', 'saidOn'] }: { limits?: [number, number]; sorts?: string[] } = {},
): Question[] {
  const [least, largest] = limits;
  const sizes = Array.from({ length: largest - least + 1 }, (_, at) => least + at);
  const variants = shuffled(
    sizes.flatMap((limit) => sorts.map((sort) => ({ sort, limit }))),
    random,
  );
  const distinct = shuffled([...new Map(choices.map((choice) => [pathOf(choice), choice])).values()], random);
  const questions: Question[] = [];
  for (const pass of variants.keys()) {
    for (const [at, choice] of distinct.entries()) {
      if (questions.length === most) return questions;
      questions.push(question({ ...choice, ...variants[(pass + at) % variants.length] }));
    }
  }
  return questions;
}
