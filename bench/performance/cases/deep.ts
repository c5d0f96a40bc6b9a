// The case of a page deep inside a list: as fast as one at its top.
import type { LoadRow } from '../results.ts';
import { type LoadCase, runLoadCase } from './loads.ts';
import type { Question } from './question.ts';
import { atLeast } from './targets.ts';
import type { World } from './world.ts';

/** So many pages begin at either end of the walk. */
const starts = 1000;

/** Runs the same pages at the top and deep inside; the row is that of the deep ones. */
export async function runDeepCase(world: World): Promise<LoadRow> {
  const depth = Math.min(100_000, Math.floor(world.statements * 0.8));
  const top = await runLoadCase(world, pages('top', 0));
  const deep = await runLoadCase(world, pages('deep', depth));
  const kept = deep.ofCeiling / top.ofCeiling; // by their ceilings, which the same rounds have: the machine has its ups and downs
  const target = atLeast(0.8, kept, (ratio) => `${ratio.toFixed(2)} of pages at the top`);
  const title = `A page deep inside: after ${depth.toLocaleString('en')} statements`;
  const notes = [`Pages at the top: ${Math.round(top.ours.rate).toLocaleString('en')} a second.`];
  return { ...deep, title, targets: [target], notes: [...deep.notes, ...notes] };
}

const pages = (id: string, depth: number): LoadCase => ({
  ...{ id, title: id, connections: 10, plain: true, isSame: true, isNew: true },
  questions: (world) => pagesFrom(world, depth),
  targets: () => [],
});

/** Pages that begin one after another from there on, in all sizes, each with the offset that the plain route takes. */
async function pagesFrom(world: World, depth: number): Promise<Question[]> {
  const { origin } = await world.ours();
  const begin = '/statements?fields=id';
  let cursor = '';
  for (let passed = 0; passed < depth; passed += 100) {
    cursor =
      (await cursorAfter(
        `${origin}${begin}&limit=${Math.min(100, depth - passed)}${cursor && `&cursor=${cursor}`}`,
      )) ?? '';
  }
  const questions: Question[] = [];
  for (let at = 1; at <= starts; at += 1) {
    const next = await cursorAfter(`${origin}${begin}&limit=1${cursor && `&cursor=${cursor}`}`);
    if (next === null) break;
    cursor = next;
    for (let limit = 10; limit <= 30; limit += 1) {
      const offset = depth + at;
      questions.push({
        path: `/statements?limit=${limit}&cursor=${cursor}`,
        plain: `/statements?limit=${limit}&offset=${offset}`,
      });
    }
  }
  return spread(questions);
}

/** Neighbours apart, so that pages of all sizes come in turn. */
const spread = (questions: readonly Question[]): Question[] =>
  Array.from({ length: 21 }, (_, size) => questions.filter((_each, at) => at % 21 === size)).flat();

async function cursorAfter(url: string): Promise<string | null> {
  const answer = (await (await fetch(url)).json()) as { page: { next: string | null } };
  return answer.page.next && new URL(answer.page.next).searchParams.get('cursor');
}
