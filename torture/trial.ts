// What a trial is: it breaks something on purpose, and tells whether the promise held and with which figures.

/** How much a trial does: `short` takes seconds and runs with the tests, `full` takes minutes. */
export type Scale = 'short' | 'full';

/** What was counted or measured, in the words in which the page shows it: `{ name: 'killed', value: '200 times' }`. */
export interface Figure {
  name: string;
  value: string;
}

/** What came of a trial. */
export interface Outcome {
  figures: Figure[];
  /** Each way in which the promise was broken, in words that lead to the cause; empty where it held. */
  broken: string[];
}

/** The parts of the page, in its order. */
export type Part =
  | 'Nothing lost, nothing half-done'
  | 'Nobody where they do not belong'
  | 'Under load and in operation';

export interface Trial {
  /** Its name on the command line and in links, for instance `ingest-killed`. */
  id: string;
  part: Part;
  /** The promise, in one sentence for those who run a server. */
  promise: string;
  /** Runs it in a folder of its own, which is removed afterwards. */
  run(scale: Scale, folder: string, say: (text: string) => void): Promise<Outcome>;
}
