// What an application counts of its traffic as it answers.
import { Durations } from './durations.ts';

export class Traffic {
  readonly durations = new Durations();
  /** What came in and could not be read as a request. */
  unreadable = 0;

  /** The same function, which is counted from then on. */
  countUnreadable<Given extends unknown[], Result>(answer: (...given: Given) => Result) {
    return (...given: Given): Result => {
      this.unreadable += 1;
      return answer(...given);
    };
  }
}
