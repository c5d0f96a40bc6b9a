// What the page of a route is made from.
import type { Asking } from './asking.ts';
import type { Page } from './layout.tsx';

/** Makes the page of a route from its JSON answer; `null` where the page needs none. */
export interface Route {
  make: (asking: Asking, answer: unknown) => Page | Promise<Page>;
  /** Parameters that the JSON answer is asked with, in addition to those of the request. */
  parameters?: Record<string, string>;
  /** Whether the page needs no answer of the route. */
  isAlone?: boolean;
}
