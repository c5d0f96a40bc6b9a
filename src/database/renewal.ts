// Follows the file of the database: takes up what an ingest puts in its place, and says what is wrong with it otherwise.
import { type BigIntStats, statSync } from 'node:fs';
import { checkBeside } from './check.ts';
import { DatabaseError } from './errors.ts';
import { type Database, openForReading } from './open.ts';

/** What is wrong with the file as it is now. */
export interface Trouble {
  /** For the log: where, why, and what to do. Null where it is not known yet whether anything is wrong. */
  error: unknown;
  /** For everybody: no path, nothing of the inside. */
  detail: string;
}

/** What changed for those who read. */
export interface Turn {
  /** The file that is served was written to: what is read from it from now on may be wrong. */
  isSpoilt: boolean;
  /** What takes its place; null where nothing does yet. */
  database: Database | null;
}

export interface Renewal {
  /** What changed since it was asked last; null where one goes on with what there is. */
  next(): Turn | null;
  /** Null where nothing is wrong. */
  trouble(): Trouble | null;
}

export interface RenewalOptions {
  /** Told when something goes wrong with the file, and when that is over (null). */
  onTrouble: (trouble: Trouble | null) => void;
  /** Files up to so many bytes are checked in the request that meets them; larger ones beside, which takes their time. */
  checkedAtOnce?: number;
  /** Whether who opens the file at the start checks it, however large it is. */
  isChecked?: boolean;
}

/** Some fifty milliseconds: no request should notice. */
export const checkedAtOnce = 64 * 1024 * 1024;

const details = {
  gone: 'the file of the database is gone or out of reach; answers are of the data that it held',
  checking: 'the database is being checked; this takes some seconds for each gigabyte',
  refused:
    'another file has taken the place of the database, and cannot be read; answers are of the data before it',
  spoilt: 'the database is damaged, and nothing is answered from it until it is whole again',
};

const checking: Trouble = { error: null, detail: details.checking };

/**
 * Follows the file of a database that is served. It is looked at once for all that is asked without a pause: that is one
 * request. Once for each turn of the event loop is too seldom: a turn can begin before the file is replaced and end
 * after a client knows of it.
 */
export function renewalOf(file: string, options: RenewalOptions): Renewal {
  return new Following(file, options);
}

class Following implements Renewal {
  readonly #file: string;
  readonly #options: Required<Omit<RenewalOptions, 'isChecked'>>;
  /** The file as it was looked at last. */
  #seen: BigIntStats | undefined;
  /** The file that answers come from, as it was when it was taken up. */
  #served: BigIntStats | undefined;
  /** Whether that was compared with its seal: a large one is opened at the start before it is. */
  #isProven = true;
  #isFresh = false;
  #isSpoilt = false;
  #trouble: Trouble | null = null;
  /** What a check beside has found of the file that was seen last; null while there is none, or none yet. */
  #found: { error: unknown } | null = null;

  constructor(
    file: string,
    { onTrouble, checkedAtOnce: most = checkedAtOnce, isChecked = false }: RenewalOptions,
  ) {
    this.#file = file;
    this.#options = { onTrouble, checkedAtOnce: most };
    this.#seen = look(file);
    this.#served = this.#seen;
    if (this.#seen && !isChecked && this.#isLarge(this.#seen)) {
      this.#isProven = false;
      this.#trouble = checking; // to be asked for: who is to be told of trouble may not be there yet
      this.#check(this.#seen);
    }
  }

  trouble = (): Trouble | null => this.#trouble;

  next(): Turn | null {
    if (this.#isFresh) return null;
    this.#isFresh = true;
    queueMicrotask(() => {
      this.#isFresh = false;
    });
    const found = look(this.#file);
    if (!isSame(found, this.#seen)) {
      this.#seen = found;
      this.#found = null;
      return found ? this.#meet(found) : this.#miss();
    }
    return found && this.#found ? this.#conclude(found, this.#found.error) : null;
  }

  /** The old one is still whole, whoever has it open. */
  #miss(): null {
    const error = new DatabaseError(
      `${this.#file}: is gone or out of reach; put it back, make it anew with: npm run ingest, or check the permissions of its folder`,
    );
    this.#set({ error, detail: details.gone });
    return null;
  }

  /** A file that was not seen before, or not like this. */
  #meet(found: BigIntStats): Turn | null {
    const isUntouched = this.#isUntouched(found); // its name or its permissions changed, or it is back
    if (isUntouched && this.#isProven) {
      this.#set(null);
      return null;
    }
    if (!this.#isLarge(found)) return this.#take(found, false);
    this.#set(checking);
    this.#check(found);
    return this.#isServed(found) && !isUntouched ? this.#spoil() : null;
  }

  /** A check beside is through. */
  #conclude(found: BigIntStats, error: unknown): Turn | null {
    this.#found = null;
    if (error !== null) return this.#refuse(found, error);
    if (this.#isUntouched(found)) {
      this.#isProven = true;
      this.#set(null);
      return null;
    }
    return this.#take(found, true);
  }

  #take(found: BigIntStats, isChecked: boolean): Turn | null {
    const isServed = this.#isServed(found);
    try {
      const database = openForReading(this.#file, { isChecked });
      this.#served = found;
      this.#isProven = true;
      this.#isSpoilt = false;
      this.#set(null);
      return { isSpoilt: isServed, database };
    } catch (error) {
      return this.#refuse(found, error);
    }
  }

  #refuse(found: BigIntStats, error: unknown): Turn | null {
    const turn = this.#isServed(found) ? this.#spoil() : null;
    this.#set({ error, detail: this.#isSpoilt ? details.spoilt : details.refused });
    return turn;
  }

  #spoil(): Turn | null {
    if (this.#isSpoilt) return null;
    this.#isSpoilt = true;
    return { isSpoilt: true, database: null };
  }

  #check(found: BigIntStats): void {
    void checkBeside(this.#file).then((error) => {
      if (this.#seen === found) this.#found = { error };
    });
  }

  #isLarge = ({ size }: BigIntStats): boolean => size > this.#options.checkedAtOnce;

  /** As long as it is open, nothing else has its number. */
  #isServed = ({ dev, ino }: BigIntStats): boolean => dev === this.#served?.dev && ino === this.#served.ino;

  /** It is what answers come from, and holds what it held then. */
  #isUntouched = (found: BigIntStats): boolean =>
    this.#isServed(found) && !this.#isSpoilt && isUnwritten(found, this.#served);

  #set(trouble: Trouble | null): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#options.onTrouble(trouble);
  }
}

/** Undefined where there is none, or where it cannot be reached. */
function look(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined; // its folder is closed to us, or no folder any more
  }
}

/** The number of an inode is given again when its file is gone; the time of its last change, which a rename is, is not. */
const isSame = (one: BigIntStats | undefined, other: BigIntStats | undefined): boolean =>
  one?.dev === other?.dev && one?.ino === other?.ino && one?.ctimeNs === other?.ctimeNs;

const isUnwritten = (one: BigIntStats, other: BigIntStats | undefined): boolean =>
  one.mtimeNs === other?.mtimeNs && one.size === other.size;
