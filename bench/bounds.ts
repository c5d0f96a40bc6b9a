// Compares the rates of the project over PostgreSQL with those over SQLite and of the plain route in PostgreSQL, beside the bounds
// that the project sets itself.
import type { Load } from './load.ts';
import { median } from './median.ts';
import type { Results, Row } from './run.ts';

interface Bound {
  id: string;
  /** The least part of the rate over SQLite; null where it is compared with another case. */
  ofSqlite: number | null;
  /** The least part of the rate of another case over PostgreSQL. */
  ofCase?: { id: string; least: number };
  /** The least multiple of the rate of the plain route. */
  ofPlain: number | null;
}

/** Three times the time of SQLite is a third of its rate. */
const bounds: readonly Bound[] = [
  { id: 'kept', ofSqlite: 1, ofPlain: null },
  { id: 'item', ofSqlite: 0.6, ofPlain: 1 },
  { id: 'speaker', ofSqlite: 0.5, ofPlain: 3 },
  { id: 'speaker-topic', ofSqlite: 0.6, ofPlain: 3 },
  { id: 'deep', ofSqlite: null, ofCase: { id: 'broad', least: 0.8 }, ofPlain: 20 },
  { id: 'word', ofSqlite: 1 / 3, ofPlain: 3 },
  { id: 'two-words', ofSqlite: 1 / 3, ofPlain: null },
  { id: 'facets', ofSqlite: 1 / 4, ofPlain: 15 },
  { id: 'facets-broad', ofSqlite: 1 / 4, ofPlain: 15 },
];

/** A row for each bound; none without PostgreSQL. */
export function boundsTable({ servers, rows }: Results): string[] {
  const [sqlite, postgres, plain] = ['this', 'PostgreSQL', 'plain PostgreSQL'].map((name) =>
    servers.indexOf(name),
  ) as [number, number, number];
  if (postgres === -1) return [];
  const uncompressed = (id: string): Row | undefined =>
    rows.find((row) => row.id === id && !row.isCompressed);
  return [
    '| case | SQLite | PostgreSQL | plain PostgreSQL | of SQLite | at least | of plain | at least |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...bounds.flatMap(({ id, ofSqlite, ofCase, ofPlain }) => {
      const row = uncompressed(id);
      const other = ofCase ? uncompressed(ofCase.id) : row;
      if (!row || !other) return [];
      const rates = [sqlite, postgres, plain].map((at) => rateOf(row.loads[at]));
      const compared = ofCase ? other.loads[postgres] : row.loads[sqlite];
      const least = ofCase?.least ?? ofSqlite;
      const cells = [
        row.title,
        ...rates,
        ...[ratioOf(row.loads[postgres], compared), bounded(least, ofCase && 'of the first page')],
        ...[ratioOf(row.loads[postgres], row.loads[plain]), bounded(ofPlain)],
      ];
      return [`| ${cells.join(' | ')} |`];
    }),
    '',
  ];
}

const rateOf = (rounds: readonly Load[] = []): string =>
  rounds.length === 0 ? '–' : `${Math.round(median(rounds.map(({ rate }) => rate))).toLocaleString('en')}/s`;

/** The median of the ratios within rounds: what else the machine does changes from round to round. */
const ratioOf = (one: readonly Load[] = [], other: readonly Load[] = []): string =>
  one.length === 0 || other.length === 0
    ? '–'
    : median(one.map(({ rate }, round) => rate / (other[round]?.rate ?? Number.NaN))).toFixed(2);

const bounded = (least: number | null, of?: string): string =>
  least === null ? '–' : [Number(least.toFixed(2)), of].filter((each) => each !== undefined).join(' ');
