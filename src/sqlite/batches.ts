// Walks through records in an order of their own, many at a time, with the rows of other tables that belong to each.
import type { Database } from './open.ts';

/** How many records are read at a time; bounds the memory that a derivation takes. */
const size = 500;

/** Records in a temporary table of `number` and `id`, numbered from 1 in the order in which they are to come. */
export interface Walk {
  /**
   * Makes a reader of rows that begin with the number of their record. The query joins the table of the walk and ends
   * in a condition on `number`, in place of which it says `$batch`.
   */
  rows<Row extends [number, ...unknown[]]>(query: string): (batch: Batch) => Row[];
  batches(): Iterable<Batch>;
  end(): void;
}

/** Records from the first number to the last. */
export interface Batch {
  first: number;
  last: number;
}

/** Begins a walk over the ids that a query gives, in its order. The name is that of its temporary table. */
export function beginWalk(database: Database, name: string, ids: string): Walk {
  database.exec(`CREATE TEMP TABLE ${name} (number INTEGER PRIMARY KEY, id TEXT NOT NULL);
    INSERT INTO ${name} (id) ${ids}`);
  const count = database.prepare(`SELECT count(*) FROM ${name}`).pluck().get() as number;
  return {
    rows<Row extends [number, ...unknown[]]>(query: string) {
      const statement = database.prepare(query.replace('$batch', 'number BETWEEN ? AND ?')).raw();
      return ({ first, last }: Batch) => statement.all(first, last) as Row[];
    },
    *batches() {
      for (let first = 1; first <= count; first += size) {
        yield { first, last: Math.min(first + size - 1, count) };
      }
    },
    end() {
      database.exec(`DROP TABLE ${name}`);
    },
  };
}
