// Takes the documents of one stem in one block into the tables of a part, or right to the hits.
import { blockSize, type Dense, membersOf } from '../postings/block.ts';
import type { BestHits } from './best-hits.ts';
import { exactFlag, mostImpact, quotedFlag } from './impact.ts';
import type { Levels } from './levels.ts';
import { columnOf } from './occurrences.ts';
import { severalForms } from './packing.ts';
import { indexInBits, memberOf } from './ranks.ts';
import { type Places, startOf } from './standing.ts';
import type { Head, Row, Tables } from './tables.ts';

/** The number of the form that was asked for, and whether other forms do not count. */
export interface AskedForm {
  form: number;
  isExact: boolean;
}

/** So many times as many documents are looked up rather than entered. */
const manyTimes = 4;

/** Enters the documents that answer; where they are many, only those that stand in the tables of `among`. */
export function enter(tables: Tables, head: Head, asked: AskedForm, levels: Levels, among?: Levels): void {
  const row = tables.row(head);
  const hasForm = head.forms.includes(asked.form);
  if (hasForm && head.forms.length > 1) {
    enterMixed(row, formsIn(tables, head, row, asked.form), asked.isExact, levels);
    return;
  }
  const flag = hasForm ? exactFlag : 0;
  const { members, impacts } = row;
  if (members.isDense && among && among.count * manyTimes < members.count) {
    enterSome(members, impacts, flag, levels, among);
  } else levels.enter(membersOf(members), impacts, flag);
}

function enterSome(block: Dense, impacts: Uint8Array, flag: number, levels: Levels, among: Levels): void {
  const indexOf = indexInBits(block);
  for (let at = 0; at < among.count; at++) {
    const low = among.members[at] as number;
    const index = indexOf(low);
    if (index !== -1) levels.raise(low, (impacts[index] as number) | flag);
  }
}

/** Documents of several forms, of which one was asked for. */
function enterMixed({ members, impacts }: Row, flagsAt: FormFlags, isExact: boolean, levels: Levels): void {
  const lows = membersOf(members);
  for (let at = 0; at < lows.length; at++) {
    const flags = flagsAt(at);
    const impact = impacts[at] as number;
    if (!isExact) levels.raise(lows[at] as number, levelOf(impact, flags));
    else if (flags !== 0) levels.raise(lows[at] as number, (impact & mostImpact) | flags);
  }
}

/** Where a row is offered: the score of each level, and the first number of the block. */
export interface Offer {
  scores: Float64Array;
  base: number;
}

/** Offers the documents of a row to hits that want the best: looks at impacts alone, and up who has the highest. */
export function offerRow(
  tables: Tables,
  head: Head,
  form: number,
  { scores, base }: Offer,
  hits: BestHits,
): void {
  const row = tables.row(head);
  const { impacts } = row;
  const hasForm = head.forms.includes(form);
  const flagsAt = hasForm && head.forms.length > 1 ? formsIn(tables, head, row, form) : null;
  const memberAt = memberOf(row.members);
  const flag = hasForm ? exactFlag : 0;
  // Numbers ascend: of the hits, only those of later blocks have a higher one.
  const next = base + blockSize;
  let { worst } = hits;
  let isOver = hits.tiesLose(next);
  for (let at = 0; at < impacts.length; at++) {
    const impact = impacts[at] as number;
    if ((scores[impact | flag] as number) > worst) continue;
    const score = scores[flagsAt ? levelOf(impact, flagsAt(at)) : impact | flag] as number;
    if (score > worst || (score === worst && isOver)) continue;
    hits.add(score, base + memberAt(at));
    ({ worst } = hits);
    isOver = hits.tiesLose(next);
  }
}

/**
 * The level of a document with an impact by all forms of the stem, and flags by the one that was asked for. Where only
 * others stand inside quotation marks, it has half of the impact.
 */
function levelOf(impact: number, flags: number): number {
  const isOutside = flags !== 0 && (impact & ~flags & quotedFlag) !== 0;
  return isOutside ? (((impact & mostImpact) + 1) >> 1) | quotedFlag | flags : impact | flags;
}

/** The flags that a document has by one form alone, 0 where it has others only. */
type FormFlags = (at: number) => number;

/** Tells it from shapes and impacts and, where these are not enough to know, from places. */
function formsIn(tables: Tables, head: Head, { impacts, shapes }: Row, form: number): FormFlags {
  const index = head.forms.indexOf(form);
  let places: Places | undefined;
  return (at) => {
    if (shapes[at] === severalForms) {
      places ??= tables.places(head);
      return flagsAmong(places, at, index);
    }
    return shapes[at] === index ? exactFlag | ((impacts[at] as number) & quotedFlag) : 0;
  };
}

function flagsAmong(all: Places, document: number, form: number): number {
  const { counts, places, forms } = all;
  const start = startOf(all, document);
  const end = start + (counts[document] as number);
  let flags = 0;
  for (let at = start; at < end; at++) {
    if (forms[at] === form) flags |= exactFlag | (columnOf(places[at] as number) === 0 ? quotedFlag : 0);
  }
  return flags;
}
