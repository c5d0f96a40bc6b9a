// The store behind the port in `src/store/`: answers from a SQLite file, and from the file that replaces it.
import type { State, Store } from '../store/store.ts';
import { asReadError } from './errors.ts';
import type { Database } from './open.ts';
import type { Reload } from './reload.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import { stateOf } from './state.ts';

/**
 * Serves from a database that was opened for reading, and closes it. The reload gives the database that replaced it;
 * without a reload the data stay the same. `maxKeptBytes` is the size of the largest file whose documents
 * are kept in memory, in bytes.
 */
export function storeOf(database: Database, reload?: Reload, maxKeptBytes?: number): Store {
  let current = heldState(snapshotOf(database, maxKeptBytes));
  let generation = 0;

  function renew(): void {
    const replacement = reload?.next();
    if (!replacement) return;
    generation += 1;
    current.snapshot.release();
    current = heldState(replacement);
  }

  return {
    file: database.name,
    async read(work) {
      renew();
      const trouble = reload?.trouble();
      if (trouble?.isOverwritten) throw trouble.error;
      const { snapshot, state } = current;
      const unpin = snapshot.pin();
      try {
        return await work(state);
      } catch (error) {
        throw asReadError(database.name, error);
      } finally {
        unpin();
      }
    },
    generation() {
      renew();
      return generation;
    },
    dataset: () => current.state.dataset,
    size: () => current.state.size,
    trouble() {
      renew();
      return reload?.trouble() ?? null;
    },
    close: () => current.snapshot.release(),
  };
}

const heldState = (snapshot: Snapshot): { snapshot: Snapshot; state: State } => ({
  snapshot,
  state: stateOf(snapshot),
});
