// The rules that a single record must keep beyond its shape; what needs other records is checked later.
import type { Kind } from '../records/references.ts';
import type { FieldPath } from './problems.ts';
import type { RecordOf } from './records.ts';
import type { Misfit } from './shape.ts';

/** Everything in the record that breaks a rule; empty where it keeps them all. */
export function checkRules<K extends Kind>(kind: K, record: RecordOf<K>): Misfit[] {
  return rules[kind](record);
}

const rules: { [K in Kind]: (record: RecordOf<K>) => Misfit[] } = {
  person: () => [],
  organization: () => [],
  place: ({ id, within }) => notItself(id, within, ['within']),
  topic: ({ id, broader }) => notItself(id, broader, ['broader']),
  event: ({ id, partOf, participants }) => [
    ...notItself(id, partOf, ['partOf']),
    ...eachOnce(
      participants.map(({ person }) => person),
      (at) => ['participants', at, 'person'],
    ),
  ],
  source: ({ language }) => knownLanguage(language, ['language']),
  statement: ({ speakers, mentions, renditions }) => [
    ...eachOnce(speakers, (at) => ['speakers', at]),
    ...eachOnce(mentions, (at) => ['mentions', at]),
    ...renditions.flatMap((rendition, at) => renditionRules(rendition, ['renditions', at])),
  ],
  claim: (claim) => spanRules(claim, []),
};

type Rendition = RecordOf<'statement'>['renditions'][number];

function renditionRules(rendition: Rendition, path: FieldPath): Misfit[] {
  return [
    ...knownLanguage(rendition.language, [...path, 'language']),
    ...spanRules(rendition, path),
    ...modeRules(rendition, path),
    ...quoteRules(rendition, path),
  ];
}

/** What is called direct or mixed has quoted words to show, and what is called indirect has none. */
function modeRules({ mode, quotes }: Rendition, path: FieldPath): Misfit[] {
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

/** Quotes stand inside the span, in the order of the text, none over another, each as long as its offsets say. */
function quoteRules({ quotes, start, end }: Rendition, path: FieldPath): Misfit[] {
  return quotes.flatMap((quote, at) => {
    const before = quotes[at - 1]?.end ?? start;
    const length = [...quote.text].length;
    const complain = (message: string): Misfit[] => [{ path: [...path, 'quotes', at], message }];
    if (quote.end - quote.start !== length) {
      return complain(
        `has ${length} characters, but ${quote.start}–${quote.end} holds ${quote.end - quote.start}; ${relocate}`,
      );
    }
    if (quote.start < start || quote.end > end) {
      return complain(
        `${quote.start}–${quote.end} is not inside the rendition's ${start}–${end}; ${relocate}`,
      );
    }
    if (quote.start < before) {
      return complain(
        `begins at ${quote.start}, before the quote above it ends (${before}); put them in order`,
      );
    }
    return [];
  });
}

const relocate = 'let npm run locate fill in the offsets';

function spanRules({ start, end }: { start: number; end: number }, path: FieldPath): Misfit[] {
  if (start < end) return [];
  return [
    {
      path: [...path, 'end'],
      message: `expected an end after the start (${start}), found ${end}; ${relocate}`,
    },
  ];
}

function notItself(id: string, parent: string | null, path: FieldPath): Misfit[] {
  return parent === id ? [{ path, message: `'${id}' cannot stand above itself; name another, or null` }] : [];
}

function eachOnce(values: readonly string[], pathOf: (at: number) => FieldPath): Misfit[] {
  return values.flatMap((value, at) =>
    values.indexOf(value) === at ? [] : [{ path: pathOf(at), message: `'${value}' stands twice; keep one` }],
  );
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const isKnown = new Map<string, boolean>(); // asking Intl takes longer than all else about a rendition

/** A tag can be well formed and still be nobody's language: `xx`, or `arr` for `ar`. */
function knownLanguage(tag: string, path: FieldPath): Misfit[] {
  const known = isKnown.get(tag) ?? languages.of(tag) !== undefined;
  isKnown.set(tag, known);
  return known ? [] : [{ path, message: `no known language '${tag}'; expected a BCP 47 tag such as 'ar'` }];
}
