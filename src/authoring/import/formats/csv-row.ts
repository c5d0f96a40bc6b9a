// One row of a CSV of quotations: the values of its cells by field.
import { type Kind, kinds } from '../../../records/kinds.ts';
import type { Named } from '../entities.ts';
import type { Importing } from '../importing.ts';
import { oneLine } from '../texts.ts';
import type { Column } from './csv-columns.ts';

/** What a spreadsheet must not take for a formula stands behind an apostrophe in our own tables. */
const protectedStart = /^'(?='*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;

/** A thing as a row names it, with its kind where a column tells it. */
export interface NamedInRow extends Named {
  kind: Kind | null;
}

export class Row {
  readonly isOurs: boolean;
  readonly #cells: (Column & { text: string })[];

  constructor(columns: readonly (Column | null)[], cells: readonly string[], isOurs: boolean) {
    this.isOurs = isOurs;
    this.#cells = columns.flatMap((column, at) => {
      const text = (cells[at] ?? '').replace(isOurs ? protectedStart : '', '');
      return column === null || text.trim() === '' ? [] : [{ ...column, text }];
    });
  }

  /** The text of a field on one line; null where the cell is empty or there is no such column. */
  text(field: string): string | null {
    const cell = this.#cells.find((each) => each.field === field);
    return cell === undefined ? null : oneLine(cell.text);
  }

  /** The text of a field to the letter; null where the cell is empty or there is no such column. */
  exactText(field: string): string | null {
    return this.#cells.find((each) => each.field === field)?.text ?? null;
  }

  number(field: string): number | undefined {
    const text = this.text(field);
    return text === null || !/^\d+$/.test(text) ? undefined : Number(text);
  }

  /** Texts by language; a column that names none is in the language given. */
  texts(field: string, language: string): Record<string, string> {
    const cells = this.#cells.filter((each) => each.field === field);
    return Object.fromEntries(cells.map((each) => [each.language ?? language, oneLine(each.text)]));
  }

  /** The values of a list, which a vertical bar separates. */
  list(field: string): string[] {
    const cell = this.#cells.find((each) => each.field === field);
    return cell === undefined ? [] : valuesOf(cell.text);
  }

  /** The quotations: a list in our own tables, one text in others, where a bar may belong to it. */
  quotations(): string[] {
    if (this.isOurs) return this.list('renditions.quotes.text');
    const text = this.text('renditions.quotes.text');
    return text === null ? [] : [text];
  }

  /** What a field refers to, from its columns of ids, kinds and names, whose lists are in the same order. */
  named(field: string, language: string): NamedInRow[] {
    const cells = this.#cells.filter((each) => each.field === field);
    const lists = cells.map((each) => ({ ...each, values: valuesOf(each.text) }));
    const length = Math.max(0, ...lists.map(({ values }) => values.length));
    return Array.from({ length }, (_, at) => {
      const names: Record<string, string> = {};
      let id: string | null = null;
      let kind: Kind | null = null;
      for (const { part, values, language: own } of lists) {
        const value = oneLine(values[at] ?? '');
        if (value === '') continue;
        if (part === 'id') id = value;
        else if (part === 'kind') kind = kinds.find((each) => each === value) ?? null;
        else names[own ?? language] = value;
      }
      return { id, kind, names };
    }).filter(({ id, names }) => id !== null || Object.keys(names).length > 0);
  }
}

/** The values between vertical bars; a backslash stands before a bar or backslash that belongs to a value. */
function valuesOf(text: string): string[] {
  const values: string[] = [];
  let value = '';
  for (let at = 0; at < text.length; at += 1) {
    const isEscape = text[at] === '\\' && /[\\|]/.test(text[at + 1] ?? '');
    if (isEscape) at += 1;
    if (text[at] === '|' && !isEscape) {
      values.push(value);
      value = '';
    } else value += text[at];
  }
  return [...values, value];
}

/** A row where it stands in its file, with what the import makes of it. */
export interface RowInFile {
  row: Row;
  line: number;
  importing: Importing;
}

/** With the language of those of its texts that say none. */
export interface RowInLanguage extends RowInFile {
  language: string;
}
