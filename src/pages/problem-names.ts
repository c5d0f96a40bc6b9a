// What the values are called that a problem proposes: it names them by id, and readers know names.
import type { Context } from '../http/context.ts';
import type { ProblemBody } from '../http/problems/problem.ts';
import { type Collection, collectionOf } from '../records/kinds.ts';
import type { NamesById } from './corrections.tsx';

/** The most proposed values whose names are looked up. */
const mostNames = 60;

const collections = [...new Set<Collection>(Object.values(collectionOf))];

/** The names of proposed values that are ids of records; none where the store cannot answer. */
export const namesIn = (store: Context['store'], problem: ProblemBody): Promise<NamesById> =>
  lookUp(store, problem).catch(() => new Map());

async function lookUp(store: Context['store'], problem: ProblemBody): Promise<NamesById> {
  const { hint, allowed = [], errors = [], code } = problem;
  if (code !== 'unknown-value' && code !== 'unknown-id') return new Map();
  const hints = [hint, ...errors.map((fault) => fault.hint)].filter((each) => each !== undefined);
  const values = [...new Set([...hints, ...allowed])].slice(0, mostNames);
  const documents = values.flatMap((id) => collections.map((collection) => ({ collection, id })));
  const names = await store.read((state) => (state.dataset === null ? [] : state.names(documents)));
  return new Map(
    documents.flatMap(({ id }, at) => {
      const name = names[at];
      return name ? [[id, name] as const] : [];
    }),
  );
}
