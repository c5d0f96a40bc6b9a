// Reads the text of a filter: which values it holds, and whether it asks for them or excludes them.
import { COMMAS } from '../../text/name-key.ts';

/** One value as it is written, without its quotation marks and backslashes. */
export interface WrittenValue {
  text: string;
  /** Whether marks or a backslash say that all of it is the value. */
  isQuoted: boolean;
}

/** The values of one text, and whether it asks for documents without them. */
export interface WrittenValues {
  negated: boolean;
  values: WrittenValue[];
}

/** What is known of texts. */
export interface Known {
  /** Whether a text is a name of something, commas and a leading `!` included. */
  isName(text: string): boolean;
  /** Whether it is an id as it stands. */
  isId(text: string): boolean;
}

/**
 * Reads `a,b`, `!a,b`, `"a, b",c` and `a\, b`. A text that is a name as it stands is one value, whatever it holds; otherwise a comma
 * parts values, and names with commas among them are found too. Before ids and
 * quotation marks a `!` always excludes.
 */
export function readValues(given: string, known: Known): WrittenValues {
  const text = given.trim();
  if (!text.startsWith('!')) return { negated: false, values: valuesIn(text, known) };
  const excluded = valuesIn(text.slice(1), known);
  const isSign = /^!\s*"/.test(text) || excluded.every((value) => known.isId(value.text));
  const isName = !isSign && known.isName(text);
  return isName ? { negated: false, values: valuesIn(text, known) } : { negated: true, values: excluded };
}

/** Every text that could be a name, so that all of them can be looked up at once. */
export function possibleNames(given: string): string[] {
  const asked: string[] = [];
  const isName = (text: string): boolean => {
    asked.push(text);
    return false;
  };
  const { values } = readValues(given, { isName, isId: () => false });
  return [...asked, ...values.map(({ text }) => text)];
}

/** A value with the place where it is written. */
interface Piece extends WrittenValue {
  start: number;
  end: number;
}

/** Parts between commas that may make up a name, where the whole text is none. */
const mostParts = 4;

/** Whether a text is one value as it stands. */
const isPlain = (text: string): boolean => !/[,،"\\]/.test(text);

function valuesIn(text: string, known: Known): WrittenValue[] {
  if (isPlain(text)) return [{ text: text.trim(), isQuoted: false }];
  const pieces = piecesOf(text);
  const values: WrittenValue[] = [];
  for (let at = 0; at < pieces.length; ) {
    const rest = pieces.slice(at);
    const run = runsOf(rest).find((each) => isOneName(text, each, known));
    values.push(run ? { text: joined(text, run), isQuoted: true } : (rest[0] as Piece));
    at += run?.length ?? 1;
  }
  return values;
}

/** Two pieces or more from the first on, the longest run first. */
function runsOf(pieces: readonly Piece[]): (readonly Piece[])[] {
  const lengths = [pieces.length, ...Array.from({ length: mostParts - 1 }, (_, at) => mostParts - at)];
  const fitting = lengths.filter((length) => length >= 2 && length <= pieces.length);
  return [...new Set(fitting)].map((length) => pieces.slice(0, length));
}

/** A comma without white space beside it parts two names, even where the two are a name together: ids are joined so. */
function isOneName(text: string, run: readonly Piece[], { isName }: Known): boolean {
  const whole = joined(text, run);
  if (run.some(({ isQuoted }) => isQuoted) || !isName(whole)) return false;
  const isTight = !/\s[,،]|[,،]\s/.test(whole);
  return !(isTight && run.every((piece) => isName(piece.text)));
}

const joined = (text: string, run: readonly Piece[]): string =>
  text.slice(run[0]?.start, run.at(-1)?.end).trim();

/** A piece in quotation marks up to a comma or the end; or up to a comma without a backslash before it. */
const piece = /\s*"((?:[^"\\]|\\.)*)"\s*(?=[,،]|$)|((?:[^,،\\]|\\.|\\$)*)/suy;

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start <= text.length; ) {
    piece.lastIndex = start;
    const [all = '', quoted, bare = ''] = piece.exec(text) ?? [];
    const end = start + all.length;
    const written = quoted ?? bare.trim();
    const plain = written.replace(/\\([,،!"\\])/g, '$1');
    pieces.push({ text: plain, isQuoted: quoted !== undefined || plain !== written, start, end });
    start = end + 1;
  }
  return pieces;
}

/** How many values a text holds at most. */
export const countValues = (text: string): number => text.split(COMMAS).length;
