// Fetches the words of a search: forms and stems, then all postings that the search can read.
import type { DocIdRange } from '../../doc-ids/doc-id-set.ts';
import type { Clause, TextQuery } from '../../text/query.ts';
import {
  type BlockPostings,
  type BlockSummary,
  blockView,
  type IndexReader,
} from '../../text-index/index-reader.ts';
import { decodePositions } from '../../text-index/positions.ts';
import { openTextIndex, type TextIndex } from '../../text-index/text-index.ts';
import { uint32View } from '../../text-index/typed-views.ts';
import { type Field, integerOf } from '../copy-fields.ts';
import type { HeldWord } from '../held.ts';
import * as statements from '../statements.ts';
import type { Version } from '../version.ts';

/** The forms and stems that the dictionary has, by name. */
interface Dictionary {
  forms: Map<string, { number: number; stem: number }>;
  stems: Map<string, number>;
}

/** The index of the words of a query, in a range of documents. */
export async function fetchWords(version: Version, query: TextQuery, range: DocIdRange): Promise<TextIndex> {
  const clauses = [...(query.kind === 'matching' ? query.must : []), ...query.mustNot];
  const dictionary = await fetchDictionary(version, clauses);
  const words = await fetchPostings(version, clauses, dictionary, range);
  return openTextIndex(readerOf(dictionary, words), () => version.lastNumber, version.scratch);
}

/** An index without words, for requests without a search. */
export const noWords: TextIndex = openTextIndex(
  readerOf({ forms: new Map(), stems: new Map() }, new Map()),
  () => 0,
);

async function fetchDictionary(version: Version, clauses: readonly Clause[]): Promise<Dictionary> {
  const { held, reader } = version;
  const forms = [...new Set(clauses.flatMap((clause) => clause.forms))];
  const stems = [...new Set(clauses.flatMap((clause) => clause.stems.flat()))];
  const newForms = forms.filter((form) => !held.forms.has(form));
  const newStems = stems.filter((stem) => !held.stems.has(stem));
  const [formRows, stemRows] = await Promise.all([
    newForms.length === 0
      ? []
      : reader.rows<{ form: string; number: number; stem: number }>(statements.formsByName, [newForms]),
    newStems.length === 0
      ? []
      : reader.rows<{ stem: string; number: number }>(statements.stemsByName, [newStems]),
  ]);
  const dictionary: Dictionary = { forms: new Map(), stems: new Map() };
  for (const { form, number, stem } of formRows) dictionary.forms.set(form, { number, stem });
  for (const { stem, number } of stemRows) dictionary.stems.set(stem, number);
  for (const form of forms) {
    const known = dictionary.forms.get(form) ?? held.forms.get(form)?.form ?? null;
    held.forms.set(form, { form: known });
    if (known) dictionary.forms.set(form, known);
  }
  for (const stem of stems) {
    const known = dictionary.stems.get(stem) ?? held.stems.get(stem)?.stem ?? null;
    held.stems.set(stem, { stem: known });
    if (known !== null) dictionary.stems.set(stem, known);
  }
  return dictionary;
}

/** Of a phrase all positions are read; quotation marks (no stems) ask for the stems of their forms. */
async function fetchPostings(
  version: Version,
  clauses: readonly Clause[],
  { forms, stems }: Dictionary,
  range: DocIdRange,
): Promise<Map<number, HeldWord>> {
  const [first, last] = [range.first >>> 16, Math.max(range.last, 0) >>> 16];
  const isPhrase = new Map<number, boolean>();
  for (const clause of clauses) {
    const byForm = clause.forms.flatMap((form) => forms.get(form)?.stem ?? []);
    const byStem = clause.stems.flat().flatMap((stem) => stems.get(stem) ?? []);
    for (const stem of [...byForm, ...byStem])
      isPhrase.set(stem, isPhrase.get(stem) === true || clause.forms.length > 1);
  }
  const words = new Map<number, HeldWord>();
  const fetched = [true, false].map(async (phrase) => {
    const missing = [...isPhrase].flatMap(([stem, isOfPhrase]) => {
      if (isOfPhrase !== phrase) return [];
      const word = version.held.words.get(stem);
      const isEnough = word && word.first <= first && word.last >= last && (word.isPhrase || !phrase);
      if (isEnough) words.set(stem, word);
      return isEnough ? [] : [stem];
    });
    if (missing.length === 0) return;
    const rows = await version.reader.copy(statements.copyBlocks(missing, { first, last }, phrase));
    for (const [stem, word] of wordsOf(rows, missing, { first, last, isPhrase: phrase })) {
      words.set(stem, word);
      version.held.words.set(stem, word, { size: word.bytes });
    }
  });
  await Promise.all(fetched);
  return words;
}

/** What the objects of a held block take besides its bytes, roughly. */
const overheadBytes = 600;

function wordsOf(
  rows: readonly Field[][],
  stems: readonly number[],
  fetched: Pick<HeldWord, 'first' | 'last' | 'isPhrase'>,
): Map<number, HeldWord> {
  const words = new Map(
    stems.map((stem) => [
      stem,
      {
        ...fetched,
        summaries: new Map<number, BlockSummary>(),
        postings: new Map<number, BlockPostings>(),
        positions: new Map<number, Uint8Array>(),
        bytes: overheadBytes,
      },
    ]),
  );
  for (const [stem, block, count, maxQuoted, maxOther, forms, ...postings] of rows) {
    const word = words.get(integerOf(stem));
    if (!word) continue;
    const key = integerOf(block);
    const rowKey = integerOf(stem) * 65_536 + key;
    const summary = {
      rowKey,
      count: integerOf(count),
      maxQuotedImpact: integerOf(maxQuoted),
      maxOtherImpact: integerOf(maxOther),
      forms: uint32View(forms as Uint8Array),
    };
    word.summaries.set(key, summary);
    const [docs, impacts, formCodes, positions] = postings;
    if (docs && impacts && formCodes)
      word.postings.set(rowKey, { docs: blockView(docs, summary.count), impacts, formCodes });
    if (positions) word.positions.set(rowKey, positions);
    word.bytes += postings.reduce((sum, field) => sum + (field?.length ?? 0), overheadBytes);
  }
  return words;
}

/** A reader of what was fetched: the rows are there for whatever the query asks. */
function readerOf({ forms, stems }: Dictionary, words: ReadonlyMap<number, HeldWord>): IndexReader {
  const wordOf = ({ rowKey }: BlockSummary) => words.get(Math.floor(rowKey / 65_536)) as HeldWord;
  const postings = (summary: BlockSummary) => wordOf(summary).postings.get(summary.rowKey) as BlockPostings;
  return {
    form: (form) => forms.get(form),
    stem: (stem) => stems.get(stem),
    summaries: (stem) => words.get(stem)?.summaries ?? new Map(),
    postings,
    docs: (summary) => postings(summary).docs,
    positions(summary) {
      const bytes = wordOf(summary).positions.get(summary.rowKey) as Uint8Array;
      return decodePositions(bytes, summary.count, summary.forms.length > 1);
    },
  };
}
