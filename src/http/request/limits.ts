// How long the server waits for a client, and how much it takes from one: each bound with its reason.

/** Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Until all headers of a request are there, from the opening of a connection or the first byte of the request on. */
  headersTimeout: number;
  /** Until all of a request is there. */
  requestTimeout: number;
  /** How often Node looks for requests that took longer. */
  connectionsCheckingInterval: number;
  /** How long an open connection may rest between two requests. */
  keepAliveTimeout: number;
  /** How long a connection may stand still in the middle of a request or an answer. */
  connectionTimeout: number;
  maxHeaderSize: number;
  /** Connections at a time; further ones are closed at once. */
  maxConnections: number;
  /** Downloads and whole lists at a time; further ones wait. */
  maxStreams: number;
  /** How long one of them waits until it is rejected. */
  streamPatience: number;
  /** Requests on one connection. */
  maxRequestsPerSocket: number;
}

export const limits: Limits = {
  headersTimeout: 10_000, // a request is a URL and some headers: a packet or two, on the slowest line
  requestTimeout: 10_000, // no route reads a body
  connectionsCheckingInterval: 1_000, // Node's own 30 s would let each slow client stay three times as long
  keepAliveTimeout: 72_000, // longer than proxies keep a connection (60 s is common), lest one sends into a closing one
  connectionTimeout: 60_000, // who stops to read a download would hold the state of the data that it is made from
  maxHeaderSize: 16_384, // Node's own; the longest URL that a filter needs takes a part of it
  maxConnections: 10_000, // at about 10 KB each; below the usual bound on open files
  maxStreams: 100, // each takes 1.5 MB if it is compressed by Brotli, also where the client reads nothing
  streamPatience: 5_000, // a burst of downloads is over by then; clients that stop reading are not
  maxRequestsPerSocket: 0, // any number: a new connection costs more than a request, and clients are counted by address
};
