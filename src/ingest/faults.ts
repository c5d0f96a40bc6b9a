// A fault in the form of a file itself: encoding, syntax, or a construct that is refused.

/** What is wrong at one place of a text; line and column count from 1. */
export interface Fault {
  line: number;
  column: number;
  message: string;
}
