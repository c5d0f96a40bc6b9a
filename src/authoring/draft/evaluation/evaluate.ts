// Measures the reading on annotated articles and prints the figures: precision, recall and F1 by overlap, speakers, modes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Streams } from '../arguments.ts';
import { articleOf, type Language, type Span } from '../article.ts';
import { Names } from '../names.ts';
import { readArticle } from '../reading.ts';
import { readRecord } from '../record.ts';
import { formOf } from '../tokens.ts';
import type { Utterance } from '../utterance.ts';
import { type Annotated, type Gold, readAnnotated } from './annotated.ts';
import { tellFigures } from './document.ts';

export type Figures = {
  articles: number;
  gold: number;
  found: number;
  half: number;
  most: number;
  direct: string;
  speaker: number;
};

type Tally = {
  gold: number;
  found: number;
  hits: Map<number, number>;
  direct: [number, number];
  speakers: [number, number];
  articles: number;
};

const LEVELS = [0.5, 0.8] as const;

/** Prints a table with a row for each group of articles (`ar/tuned-*`, `ar/apart-*`, `en/...`) below a folder. */
export function evaluate(folder: string, document: string | null, streams: Streams): number {
  tellFigures(table(folder), 'figures', document, streams);
  return 0;
}

/** The table of figures as Markdown. */
function table(folder: string): string {
  const rows = (['ar', 'en'] as const).flatMap((language) =>
    (['tuned', 'apart'] as const).map((group) => ({
      language,
      group,
      figures: figuresOf(path.join(folder, language), language, group),
    })),
  );
  return [
    '| language | articles | utterances | found | F1 at 0.5 | F1 at 0.8 | direct and mixed found at 0.8 | speaker right |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ language, group, figures: f }) =>
        `| ${language === 'ar' ? 'Arabic' : 'English'} | ${f.articles}, ${group === 'tuned' ? 'used for tuning' : 'set apart'} | ${f.gold} | ${f.found} | ${f.half.toFixed(2)} | ${f.most.toFixed(2)} | ${f.direct} | ${f.speaker.toFixed(2)} |`,
    ),
  ].join('\n');
}

/** The figures over the files of a folder whose names begin with `group`. */
export function figuresOf(folder: string, language: Language, group: string): Figures {
  const tally: Tally = { gold: 0, found: 0, hits: new Map(), direct: [0, 0], speakers: [0, 0], articles: 0 };
  const names = new Names(readRecord(null));
  for (const file of readdirSync(folder)
    .filter((name) => name.startsWith(group))
    .sort()) {
    const annotated = readAnnotated(readFileSync(path.join(folder, file), 'utf8'));
    count(tally, annotated, readArticle(articleOf(file, annotated.text, language), names));
  }
  const f1 = (level: number) => (2 * (tally.hits.get(level) ?? 0)) / Math.max(1, tally.gold + tally.found);
  const [direct, ofDirect] = tally.direct;
  const [speakers, ofSpeakers] = tally.speakers;
  return {
    articles: tally.articles,
    gold: tally.gold,
    found: tally.found,
    half: f1(0.5),
    most: f1(0.8),
    direct: (direct / Math.max(1, ofDirect)).toFixed(2),
    speaker: speakers / Math.max(1, ofSpeakers),
  };
}

function count(tally: Tally, { text, gold }: Annotated, found: readonly Utterance[]): void {
  tally.articles += 1;
  tally.gold += gold.length;
  tally.found += found.length;
  for (const level of LEVELS)
    tally.hits.set(level, (tally.hits.get(level) ?? 0) + pairs(gold, found, level).size);
  const matched = pairs(gold, found, 0.8);
  for (const each of gold)
    if (each.mode !== 'indirect') {
      tally.direct[1] += 1;
      if (matched.has(each)) tally.direct[0] += 1;
    }
  for (const [each, utterance] of pairs(gold, found, 0.5)) {
    tally.speakers[1] += 1;
    if (sameSpeaker(text, each, utterance, gold)) tally.speakers[0] += 1;
  }
}

/** Pairs each annotated utterance with the one found that overlaps most, at least by `level`; none twice. */
export function pairs(
  gold: readonly Gold[],
  found: readonly Utterance[],
  level: number,
): Map<Gold, Utterance> {
  const all = gold.flatMap((each) =>
    found.map((utterance) => ({ each, utterance, overlap: overlap(each.contents, utterance.contents) })),
  );
  const chosen = new Map<Gold, Utterance>();
  const used = new Set<Utterance>();
  for (const { each, utterance } of all
    .filter((pair) => pair.overlap >= level)
    .sort((one, other) => other.overlap - one.overlap)) {
    if (chosen.has(each) || used.has(utterance)) continue;
    chosen.set(each, utterance);
    used.add(utterance);
  }
  return chosen;
}

/** Shared length against the length of both together. */
function overlap(one: readonly Span[], other: readonly Span[]): number {
  const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = one
    .flatMap((a) => other.map((b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))))
    .reduce((sum, each) => sum + each, 0);
  return shared / Math.max(1, length(one) + length(other) - shared);
}

/** The speaker is right where his words are the annotated ones, or share a name with any annotated words of the same person. */
function sameSpeaker(text: string, gold: Gold, { speaker }: Utterance, all: readonly Gold[]): boolean {
  if (speaker === null) return gold.who === 'nobody';
  if (gold.speaker !== null && speaker.start < gold.speaker.end && speaker.end > gold.speaker.start)
    return true;
  const words = (value: string) =>
    (value.match(/\p{L}{3,}/gu) ?? []).map((word) => formOf(word).replace(/^ال/, ''));
  const known = new Set(
    all
      .filter(({ who }) => who === gold.who)
      .flatMap(({ speaker: span }) => (span === null ? [] : words(text.slice(span.start, span.end)))),
  );
  return [...words(speaker.text), ...words(speaker.name)].some((word) => known.has(word));
}
