/** What each client is asked for: statements of two speakers, a person, a search, and an id that is wrong. */
export type Calls = (baseUrl: string) => Promise<Found>;

export interface Found {
  ids: string[];
  modes: ('direct' | 'mixed' | 'indirect')[];
  name: string | undefined;
  total: number;
  /** From the problem that answers the wrong id. */
  hint: string | undefined;
}
