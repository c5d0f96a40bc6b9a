// Looks rows up by key, and puts what several requests ask for at the same time into one statement.

/** Statements of one kind that are under way at a time. While they are, further requests gather for the next one. */
const mostUnderWay = 2;

/** Who asks for more keys than this is not made to wait for others, nor others for it. */
const mostShared = 100;

/** Keys of a statement that several requests share. */
const mostKeys = 500;

/** Looks keys up. The map holds at least the rows of these keys that there are. */
export type Lookup<Key, Row> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Row>>;

interface Waiting<Key, Row> {
  keys: readonly Key[];
  resolve: (rows: Promise<ReadonlyMap<Key, Row>>) => void;
}

/** A lookup by statements that `fetch` sends. A statement that fails fails for all who share it. */
export function batched<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): Lookup<Key, Row> {
  let waiting: Waiting<Key, Row>[] = [];
  let underWay = 0;

  const fetchByKey = async (keys: readonly Key[]): Promise<ReadonlyMap<Key, Row>> =>
    new Map((await fetch(keys)).map((row) => [keyOf(row), row]));

  function send(): void {
    const together = takeFirst();
    const keys = new Set(together.flatMap((each) => each.keys));
    underWay += 1;
    const rows = fetchByKey([...keys]).finally(() => {
      underWay -= 1;
      if (waiting.length > 0) send();
    });
    for (const { resolve } of together) resolve(rows);
  }

  /** Those who wait, from the first on, as many as one statement may serve. */
  function takeFirst(): Waiting<Key, Row>[] {
    let count = 0;
    const end = waiting.findIndex(({ keys }) => {
      count += keys.length;
      return count > mostKeys;
    });
    const together = end === -1 ? waiting : waiting.slice(0, end);
    waiting = end === -1 ? [] : waiting.slice(end);
    return together;
  }

  return (keys) => {
    if (keys.length > mostShared) return fetchByKey(keys);
    return new Promise((resolve) => {
      waiting.push({ keys, resolve });
      if (underWay < mostUnderWay) send();
    });
  };
}
