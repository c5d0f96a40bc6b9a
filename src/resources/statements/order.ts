// The order of statements as text: newest day first, undated last, ties by id; days compare as bytes.

/** A statement's place in the order. */
export const sortKey = (day: string | null, id: string): string =>
  `${day === null ? undatedKey : turned(day)} ${id}`;

/** Comes after every day and before every undated statement. */
export const undatedKey = '~';

/** The first key of the given day, month or year, coming from later ones. */
export const firstKeyOn = (date: string): string => turned(date.padEnd(10, '-99').slice(0, 10));

/** The first key that comes after the given day, month or year: of the days before it. */
export const firstKeyAfter = (date: string): string => `${turned(date)}~`;

/** Each digit becomes its complement to 9, so that later days sort before earlier ones. */
const turned = (date: string): string => date.replace(/\d/g, (digit) => String(9 - Number(digit)));
