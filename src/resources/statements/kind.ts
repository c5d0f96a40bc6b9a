// Statements: their records, what these refer to, and the rules that they keep by themselves.

import type { FieldPath, Issue } from '../../records/issue.ts';
import { defineKind, eachDocument } from '../../records/kind.ts';
import { eachOnce, isPlaced, placeRules, relocate } from '../../records/rules.ts';
import * as targets from '../../records/targets.ts';
import { outlet } from '../organizations/kind.ts';
import { statementDocument } from './documents.ts';
import { sortKey } from './order.ts';
import { type RenditionRecord, type StatementRecord, statementRecord } from './schema.ts';

export const statementKind = defineKind<StatementRecord>({
  kind: 'statement',
  schema: statementRecord,
  reservedIds: ['counts', 'facets'],
  rules: ({ speakers, mentions, renditions }) => [
    ...eachOnce(speakers, (at) => ['speakers', at]),
    ...eachOnce(mentions, (at) => ['mentions', at]),
    ...renditions.flatMap((rendition, at) => renditionRules(rendition, ['renditions', at])),
  ],
  references({ speakers, event, place, addressees, topics, mentions, renditions }, refer) {
    for (const [at, speaker] of speakers.entries()) refer(speaker, targets.agent, 'speakers', at);
    refer(event, targets.event, 'event');
    refer(place, targets.place, 'place');
    for (const [at, addressee] of addressees.entries()) refer(addressee, targets.agent, 'addressees', at);
    for (const [at, topic] of topics.entries()) refer(topic, targets.topic, 'topics', at);
    for (const [at, mention] of mentions.entries()) refer(mention, targets.mentionable, 'mentions', at);
    for (const [at, { source, via }] of renditions.entries()) {
      refer(source, targets.source, 'renditions', at, 'source');
      refer(via, outlet, 'renditions', at, 'via');
    }
  },
  citations: ({ renditions }) => renditions.map((rendition, at) => [rendition, ['renditions', at]]),
  sortKey: ({ id, saidOn }) => sortKey(saidOn, id),
  documents: eachDocument(statementDocument),
});

function renditionRules(rendition: RenditionRecord, path: FieldPath): Issue[] {
  return [
    ...placeRules(rendition, path),
    ...modeRules(rendition, path),
    ...quoteRules(rendition, path),
    ...excerptRules(rendition, path),
  ];
}

/** What is called direct or mixed has quoted words to show, and what is called indirect has none. */
function modeRules({ mode, quotes }: RenditionRecord, path: FieldPath): Issue[] {
  if (mode === 'indirect' && quotes.length > 0) {
    return [{ path: [...path, 'mode'], message: "'indirect' has no quotes; write 'mixed', or remove them" }];
  }
  if (mode !== 'indirect' && quotes.length === 0) {
    return [
      { path: [...path, 'mode'], message: `'${mode}' needs at least one quote; add it, or write 'indirect'` },
    ];
  }
  return [];
}

/** An excerpt stands inside the span, and is as long as its offsets say. */
function excerptRules(rendition: RenditionRecord, path: FieldPath): Issue[] {
  const { excerpt } = rendition;
  if (excerpt === null) return [];
  const { text, start: from, end: to } = excerpt;
  const length = [...text].length;
  const issue = (message: string): Issue[] => [{ path: [...path, 'excerpt'], message }];
  if (!isPlaced(rendition))
    return issue('cannot be proven, as its rendition has no place in a text; remove it');
  const { start, end } = rendition;
  if (to - from !== length)
    return issue(`has ${length} characters, but ${from}–${to} holds ${to - from}; ${relocate}`);
  if (from < start || to > end)
    return issue(`${from}–${to} is not inside the rendition's ${start}–${end}; ${relocate}`);
  return [];
}

/** Quotes stand inside the span, in the order of the text, none over another, each as long as its offsets say. */
function quoteRules(rendition: RenditionRecord, path: FieldPath): Issue[] {
  const { quotes } = rendition;
  return quotes.flatMap((quote, at) => {
    const issue = (message: string): Issue[] => [{ path: [...path, 'quotes', at], message }];
    if (!isPlaced(rendition)) {
      if (quote.start === null && quote.end === null) return [];
      return issue('has offsets, and its rendition has none; remove them, or give the rendition its place');
    }
    if (quote.start === null || quote.end === null) return issue(`has no offsets; ${relocate}`);
    const { start, end } = rendition;
    const before = quotes[at - 1]?.end ?? start;
    const length = [...quote.text].length;
    if (quote.end - quote.start !== length) {
      return issue(
        `has ${length} characters, but ${quote.start}–${quote.end} holds ${quote.end - quote.start}; ${relocate}`,
      );
    }
    if (quote.start < start || quote.end > end) {
      return issue(`${quote.start}–${quote.end} is not inside the rendition's ${start}–${end}; ${relocate}`);
    }
    if (quote.start < before) {
      return issue(`begins at ${quote.start}, before the quote above it ends (${before}); put them in order`);
    }
    return [];
  });
}
