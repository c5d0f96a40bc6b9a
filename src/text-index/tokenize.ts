// Turns the texts of a document into tokens: the number of a form, and the position where it stands.

import type { IndexedText } from '../text/indexed-text.ts';
import type { FormDictionary } from './form-dictionary.ts';
import { positionIn } from './positions.ts';

/** Takes the number of a form and its position. */
export type TakeToken = (form: number, position: number) => void;

/** Takes every token of a document, field by field. A text that comes twice in a field counts once. */
export function tokenize(
  dictionary: FormDictionary,
  { quoted = [], own = [], names = [] }: IndexedText,
  take: TakeToken,
): void {
  takeTexts(0, quoted, textForms, take);
  takeTexts(1, own, textForms, take);
  takeTexts(2, names, nameForms, take);

  /** Takes one piece of the text after another. No word reaches across a space. */
  function* textForms(text: string): Generator<readonly number[]> {
    for (const piece of text.split(' ')) yield dictionary.formsOfPiece(piece);
  }

  function nameForms(name: string): [readonly number[]] {
    return [dictionary.formsOfName(name)];
  }
}

/** One place stays empty after each text, so that no phrase reaches into the next one. */
function takeTexts(
  field: number,
  texts: readonly string[],
  formsOf: (text: string) => Iterable<readonly number[]>,
  take: TakeToken,
): void {
  let place = 0;
  for (const text of new Set(texts)) {
    for (const forms of formsOf(text)) {
      for (const form of forms) take(form, positionIn(field, place++));
    }
    place++;
  }
}
