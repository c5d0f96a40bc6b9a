// Counts what an import read, what it left out and why, and what a reader of the records should know.

/** How often something was left out, and why. */
export interface LeftOut {
  what: string;
  why: string;
  count: number;
}

export class Tally {
  readonly #read = new Map<string, number>();
  readonly #leftOut = new Map<string, LeftOut>();
  readonly #notes = new Map<string, number>();

  /** Counts one thing of the file, such as a row, by its name in the file. */
  read(what: string): void {
    this.#read.set(what, (this.#read.get(what) ?? 0) + 1);
  }

  /** Counts one value of the file for which the records have no place. */
  leaveOut(what: string, why: string): void {
    const key = JSON.stringify([what, why]);
    const count = (this.#leftOut.get(key)?.count ?? 0) + 1;
    this.#leftOut.set(key, { what, why, count });
  }

  /** Counts one thing of which the same must be known. */
  note(text: string): void {
    this.#notes.set(text, (this.#notes.get(text) ?? 0) + 1);
  }

  get wasRead(): ReadonlyMap<string, number> {
    return this.#read;
  }

  get leftOut(): LeftOut[] {
    return [...this.#leftOut.values()];
  }

  get notes(): ReadonlyMap<string, number> {
    return this.#notes;
  }
}
