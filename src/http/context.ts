// What every route is given: the settings, the store, and whether the application closes; and how it reads from one state of the data.
import type { Dataset, Later, State, Store } from '../store/store.ts';
import { Problem } from './problems/problem.ts';
import type { HttpSettings } from './settings.ts';

export interface Context {
  config: HttpSettings;
  store: Store;
  /** Whether the application closes. */
  isClosing: () => boolean;
}

/** A state of the data in which something was ingested. */
export type Data = State & { readonly dataset: Dataset };

/** Answers from one state of the data. Throws a Problem where nothing has been ingested yet. */
export const readData = <T>(
  { store }: Pick<Context, 'store'>,
  answer: (data: Data) => Later<T>,
): Promise<T> =>
  store.read((state) => {
    if (hasData(state)) return answer(state);
    throw new Problem({ code: 'not-ready', detail: 'no data has been ingested yet; run: npm run ingest' });
  });

const hasData = (state: State): state is Data => state.dataset !== null;
