// The settings that HTTP reads; the server's own settings hold them among others.

export interface HttpSettings {
  /** Address under which clients reach the API, without a slash at its end; the request's own where it is undefined. */
  PUBLIC_URL?: string | undefined;
  /** Requests that a client may send in a minute; 0 for any number. */
  RATE_LIMIT: number;
}
