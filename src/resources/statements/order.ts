// The order of statements as text: newest date first, undated last, ties by id.
import { lastOrder, orderOf } from '../../records/dates.ts';

const digits = String(lastOrder).length;

/** Comes after every date. */
const undated = '~';

/** A statement's place in the order. */
export const sortKey = (saidOn: string | null, id: string): string =>
  `${saidOn === null ? undated : String(lastOrder - orderOf(saidOn)).padStart(digits, '0')} ${id}`;
