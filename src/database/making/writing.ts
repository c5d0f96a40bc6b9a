// Writes what was made of statements: their documents, and what is known of each.
import { digestLength, type NoteAnswer } from '../../changes/digests.ts';
import type { TextIndexWriter } from '../../text-index/index-writer.ts';
import type { Database } from '../open.ts';
import type { PassageWriter } from '../passages.ts';
import type { TermWriter } from '../postings/term-writer.ts';
import type { MadeBatch, MadeStatement } from './maker.ts';

/** Where all that is known of an answer goes, beside its row. */
export interface Writers {
  terms: TermWriter;
  textIndex: TextIndexWriter;
  note: NoteAnswer;
  passages: PassageWriter;
}

/** Makes the function that writes one batch after another. Their numbers begin at 1, in the order of coming. */
export function statementWriter(
  database: Database,
  { terms, textIndex, note, passages }: Writers,
): (made: MadeBatch) => void {
  const insert = database.prepare("INSERT INTO stored_document VALUES (?, 'statements', ?, ?, ?, ?)");
  let number = 0;
  return (made) => {
    const { bodies, terms: numbers } = made;
    const [nextBody, nextTerms] = [cutter(bodies), cutter(numbers)];
    const nextDigest = cutter(made.digests);
    let digested = 0;
    const digest = (): Uint8Array => {
      digested += digestLength;
      return nextDigest(digested);
    };

    function write({ id, sortKey, weight, bodyEnd, termsEnd, passages: held }: MadeStatement): void {
      number += 1;
      insert.run(number, id, sortKey, weight, nextBody(bodyEnd));
      note('statements', id, digest());
      for (const passage of held) {
        note('renditions', passage.id, digest());
        passages.add(number, passage, nextTerms(passage.termsEnd));
      }
      terms.addNumbers(number, nextTerms(termsEnd));
    }

    terms.enter(made.newTerms);
    for (const statement of made.statements) write(statement);
    textIndex.addTokens(made.tokens, made.newForms);
  };
}

/** Cuts an array from where it was cut last up to an end. */
function cutter<T extends Uint8Array | Uint32Array>(array: T): (end: number) => T {
  let begin = 0;
  return (end) => {
    const cut = array.subarray(begin, end) as T;
    begin = end;
    return cut;
  };
}
