// The settings that HTTP reads; the server's own settings hold them among others.

export interface HttpSettings {
  /** Origin under which clients reach the API; the request's own where it is undefined. */
  PUBLIC_URL?: string | undefined;
  /** Requests that a client may send in a minute; 0 for any number. */
  RATE_LIMIT: number;
}
