// Turns the texts of a document into tokens: the number of a form, and the position where it stands.

import type { IndexedText } from '../text/indexed-text.ts';
import type { FormDictionary } from './form-dictionary.ts';
import { positionIn } from './positions.ts';

/** Takes the number of a form and its position. */
export type TakeToken = (form: number, position: number) => void;

/** Takes every token of a document, field by field. A text that comes twice in a field counts once. */
export function tokenize(
  dictionary: FormDictionary,
  docId: number,
  { quoted = [], own = [], names = [] }: IndexedText,
  take: TakeToken,
): void {
  takeTexts(0, quoted);
  takeTexts(1, own);
  let place = 0;
  for (const list of names) {
    for (const name of dictionary.namesIn(list)) {
      if (name.takenBy === docId) continue;
      name.takenBy = docId;
      place = takeForms(2, place, name.forms);
    }
  }

  function takeTexts(field: number, texts: readonly string[]): void {
    let place = 0;
    for (const text of new Set(texts)) place = takeForms(field, place, dictionary.formsOfText(text));
  }

  /** Returns the place of the next text. One stays empty before it, so that no phrase reaches into it. */
  function takeForms(field: number, first: number, forms: readonly number[]): number {
    let place = first;
    for (const form of forms) take(form, positionIn(field, place++));
    return place + 1;
  }
}
