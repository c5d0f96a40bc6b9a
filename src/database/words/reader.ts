// Answers searches from the word index: all documents that match, or the best of them, block by block.
import { type Block, both, either, without } from '../postings/block.ts';
import { Numbers } from '../postings/numbers.ts';
import type { Prepare } from '../prepare.ts';
import { anyForm } from './any-form.ts';
import { BestHits, type Hit } from './best-hits.ts';
import type { Levels } from './levels.ts';
import type { IndexPart } from './part.ts';
import { rank } from './ranking.ts';
import type { Part, Search } from './search.ts';
import { Sharing } from './shared.ts';
import { sideBySide } from './side-by-side.ts';
import { type Tables, tablesOf } from './tables.ts';

export type { Hit } from './best-hits.ts';

/** Numbers of documents, both ends inclusive. */
interface Range {
  first: number;
  last: number;
}

export interface Words {
  /** All documents of a range that match; for a search that only excludes, those that hold what it excludes. */
  matching(search: Search, range: Range): Numbers;
  /**
   * The best of the documents that match, in a range and (unless null) among some, by score and then by number, or in
   * reverse: so many of them beyond a position. `total` counts all that match, wherever the position is.
   */
  best(
    search: Search & { kind: 'matching' },
    among: Numbers | null,
    range: Range,
    after: Hit | null,
    reversed: boolean,
    limit: number,
  ): { total: number; hits: Hit[] };
}

export function wordsOf(prepare: Prepare): Words {
  const tables = tablesOf(prepare);
  const levels: Levels[] = [];
  const sharing = new Sharing();
  const opened = (parts: readonly Part[]): IndexPart[] =>
    parts.flatMap((part) => openPart(tables, sharing, part) ?? []);

  return {
    matching(search, { first, last }) {
      const unwanted = opened(search.unwanted);
      if (search.kind === 'excluding') {
        return collect(highsOfAny(unwanted), (high) => anyOf(unwanted, high)).within(first, last);
      }
      const wanted = opened(search.wanted);
      if (wanted.length < search.wanted.length) return new Numbers([], []);
      return collect(highsOfAll(wanted), (high) => allOf(wanted, unwanted, high)).within(first, last);
    },
    best(search, among, range, after, reversed, limit) {
      const hits = new BestHits({ after, reversed, limit });
      const wanted = opened(search.wanted);
      if (wanted.length < search.wanted.length) return { total: 0, hits: [] };
      const highs = highsOfAll(wanted).filter(
        (high) => high >= range.first >>> 16 && high <= range.last >>> 16,
      );
      const question = { wanted, unwanted: opened(search.unwanted), among, range, all: tables.documents() };
      return { total: rank(question, highs, hits, levels), hits: hits.hits };
    },
  };
}

/** The part as the index knows it; null where no document can answer to it. */
function openPart(tables: Tables, sharing: Sharing, { forms, stems }: Part): IndexPart | null {
  const isExact = stems.length === 0;
  const known = forms.map((form) => tables.form(form));
  if (forms.length === 1) {
    const [form] = known;
    const asked = isExact ? [form?.stem] : stems.flat().map((stem) => tables.stem(stem));
    const found = asked.filter((stem) => stem !== undefined).map((stem) => tables.heads(stem));
    return found.length === 0 ? null : anyForm(tables, { stems: found, form: form?.number ?? 0, isExact });
  }
  const [own = []] = stems;
  const words = known.flatMap((form, at) => {
    const stem = isExact ? form?.stem : tables.stem(own[at] as string);
    return stem === undefined ? [] : [{ heads: tables.heads(stem), form: form?.number ?? 0 }];
  });
  return words.length < forms.length ? null : sideBySide(tables, sharing, words, isExact);
}

const highsOfAny = (parts: readonly IndexPart[]): number[] =>
  [...new Set(parts.flatMap((part) => [...part.highs()]))].sort((a, b) => a - b);

function highsOfAll(parts: readonly IndexPart[]): number[] {
  const sets = parts.map((part) => new Set(part.highs()));
  return highsOfAny(parts).filter((high) => sets.every((set) => set.has(high)));
}

function anyOf(parts: readonly IndexPart[], high: number): Block | null {
  return parts.map((part) => part.block(high)).reduce((a, b) => (a && b ? either(a, b) : (a ?? b)), null);
}

function allOf(wanted: readonly IndexPart[], unwanted: readonly IndexPart[], high: number): Block | null {
  const [first, ...others] = wanted.map((part) => part.block(high)) as [Block | null, ...(Block | null)[]];
  const found = others.reduce((a, b) => a && b && both(a, b), first);
  const excluded = anyOf(unwanted, high);
  return found && excluded ? without(found, excluded) : found;
}

function collect(highs: readonly number[], blockOf: (high: number) => Block | null): Numbers {
  const found = highs.flatMap((high) => {
    const block = blockOf(high);
    return block ? [{ high, block }] : [];
  });
  return new Numbers(
    found.map(({ high }) => high),
    found.map(({ block }) => block),
  );
}
