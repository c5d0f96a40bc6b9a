// The error of a store.

/** `detail` is for clients: no path, no host. `isPassing`: the next request may succeed. */
interface DatabaseErrorOptions extends ErrorOptions {
  detail?: string;
  isPassing?: boolean;
}

/** Says why the data cannot be read, and what to do about it. Clients get 503; the message is for the log. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
  /** Says to clients what is wrong. */
  readonly detail: string;
  readonly isPassing: boolean;

  constructor(
    message: string,
    { detail = damaged, isPassing = false, ...options }: DatabaseErrorOptions = {},
  ) {
    super(message, options);
    this.detail = detail;
    this.isPassing = isPassing;
  }
}

const damaged = 'the database is damaged, and nothing is answered from it until it is whole again';
