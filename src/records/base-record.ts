// What records of all kinds have.

export interface BaseRecord {
  id: string;
  /** Retired ids that now lead to this record. */
  formerly: string[];
}
