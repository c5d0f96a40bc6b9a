// The store behind the port in `src/store/`: answers from the version that PostgreSQL names as the current one.
import { DatabaseError } from '../store/errors.ts';
import type { State, Store, Trouble } from '../store/store.ts';
import type { HostAddress } from './address.ts';
import { details, readError } from './errors.ts';
import { type Current, type HostLimits, Hosts } from './hosts.ts';
import { readerOf } from './reader.ts';
import { stateOf } from './state.ts';
import { tablesFormat } from './tables.ts';
import { openVersion } from './version.ts';

export interface PostgresOptions extends HostLimits {
  hosts: readonly HostAddress[];
  /** How often the current version is looked up, in milliseconds. */
  interval?: number;
  /** Called when trouble begins, changes, or ends (null). */
  onTrouble?: (trouble: Trouble | null) => void;
}

/** How often servers look for another version, in milliseconds. */
const usualInterval = 1_000;

/** What is served. */
interface Served {
  current: Current;
  state: State;
}

/**
 * Opens a store that has looked once. It does not fail where no host answers or nothing is published: it says so in
 * `trouble()` and in every read, and goes on looking.
 */
export async function postgresStore(options: PostgresOptions): Promise<Store> {
  const { interval = usualInterval, timeout, onTrouble = () => undefined } = options;
  const hosts = new Hosts(options.hosts, options);
  let served: Served | null = null;
  let generation = 0;
  let trouble: Trouble | null = null;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  function report(error: DatabaseError | null): void {
    if (error?.message === trouble?.error.message) return;
    trouble = error && { error, detail: error.detail };
    onTrouble(trouble);
  }

  async function look(): Promise<void> {
    try {
      await hosts.look();
      const current = hosts.newest();
      assertServable(current);
      if (current.schema !== served?.current.schema) {
        const version = await openVersion(readerOf(hosts, current, timeout));
        served = { current, state: stateOf(version) };
        generation += 1;
      }
      report(null);
    } catch (error) {
      report(readError('the database', error));
    }
  }

  function lookLater(): void {
    if (isClosed) return;
    timer = setTimeout(() => void look().then(lookLater), interval);
    timer.unref();
  }

  await look();
  lookLater();
  return {
    file: null,
    async read(work) {
      if (!served) throw trouble?.error ?? new DatabaseError('nothing has been looked up yet');
      return await work(served.state);
    },
    generation: () => generation,
    dataset: () => served?.state.dataset ?? null,
    size: () => served?.state.size ?? 0,
    trouble: () => trouble,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await hosts.close();
    },
  };
}

/** Throws a DatabaseError where there is no version, or one of a layout that this release does not know. */
function assertServable(current: Current | null): asserts current is Current {
  if (current === null) {
    const detail = details.empty;
    throw new DatabaseError('no version is published; run: npm run publish -- postgres://…', {
      detail,
      isPassing: true,
    });
  }
  if (current.format !== tablesFormat) {
    throw new DatabaseError(
      `version ${current.version} (${current.schema}) has format ${current.format}, this release reads format ` +
        `${tablesFormat}; publish with this release, or serve with the one that published`,
      { detail: details.unknown, isPassing: true },
    );
  }
}
