// What is wrong with a record, and in which field.

/** The way from a record to one of its values: `['renditions', 1, 'mode']`. */
export type FieldPath = readonly (string | number)[];

/** One thing that is wrong with a record. The message also says how to put it right. */
export interface Issue {
  path: FieldPath;
  /** True if the name of the field is wrong, rather than its value. */
  isName?: boolean;
  message: string;
}
