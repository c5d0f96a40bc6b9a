// The error of a store.

/** Says why the data cannot be read, and what to do about it. Clients get 503; the message is for the log. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}
