// Puts load on a server: as much as it answers, or so much a second whatever it answers.
import { setTimeout as wait } from 'node:timers/promises';
import { Connection, NoAnswer } from '../wire/connection.ts';
import { Results } from './results.ts';
import type { Ask } from './traffic.ts';

/** Each client asks, waits for the answer, and asks again. `results` of a round can be read while it runs. */
export async function askInTurn(
  port: number,
  clients: number,
  seconds: number,
  next: () => Ask,
  results = new Results(),
): Promise<Results> {
  const end = performance.now() + seconds * 1_000;
  const follow = async (): Promise<void> => {
    let connection = new Connection(port, { keepsBodies: false });
    while (performance.now() < end) {
      if (!connection.isFree) connection = new Connection(port, { keepsBodies: false });
      await askOne(connection, next(), performance.now(), results);
    }
    connection.end();
  };
  await Promise.all(Array.from({ length: clients }, follow));
  return results;
}

/**
 * How many connections there may be, fewer than the server lets one client have; a request for which there is none waits
 * for one, and the time counts.
 */
const mostConnections = 900;

/** A client waits no longer for an answer, in milliseconds. */
const patience = 10_000;

/** So often requests that are due are sent, in milliseconds. */
const tick = 2;

/** Offers requests at a rate that does not depend on answers; times count from when a request was due. */
export async function offer(
  port: number,
  rate: number,
  seconds: number,
  next: () => Ask,
  results = new Results(),
): Promise<Results> {
  const pool = new Pool(port, results);
  const start = performance.now();
  for (let sent = 0; ; ) {
    const passed = Math.min(performance.now() - start, seconds * 1_000);
    const due = Math.floor((passed / 1_000) * rate);
    for (; sent < due; sent += 1) pool.give(next(), start + (sent / rate) * 1_000);
    pool.giveUp(performance.now() - patience);
    if (passed >= seconds * 1_000) break;
    await wait(tick);
  }
  await pool.finish();
  return results;
}

interface Due {
  ask: Ask;
  at: number;
}

/** Connections that take requests as they come due. */
class Pool {
  readonly #port: number;
  readonly #results: Results;
  readonly #free: Connection[] = [];
  readonly #queue: Due[] = [];
  #first = 0;
  #open = 0;

  constructor(port: number, results: Results) {
    this.#port = port;
    this.#results = results;
  }

  give(ask: Ask, at: number): void {
    this.#results.offered += 1;
    const connection = this.#take();
    if (connection) void this.#send(connection, { ask, at });
    else this.#queue.push({ ask, at });
  }

  /** What has waited for a connection since before then is given up. */
  giveUp(before: number): void {
    for (let due = this.#queue[this.#first]; due && due.at < before; due = this.#queue[this.#first]) {
      this.#first += 1;
      this.#results.failed(`${due.ask.kind}: no connection was free in time`);
    }
    if (this.#first < 10_000) return;
    this.#queue.splice(0, this.#first);
    this.#first = 0;
  }

  /** Waits until every request has come to an end. */
  async finish(): Promise<void> {
    while (this.#open > this.#free.length || this.#first < this.#queue.length) {
      this.giveUp(performance.now() - patience);
      await wait(tick);
    }
    for (const connection of this.#free) connection.end();
  }

  #take(): Connection | null {
    for (let free = this.#free.pop(); free; free = this.#free.pop()) {
      if (free.isFree) return free;
      this.#open -= 1;
    }
    if (this.#open >= mostConnections) return null;
    this.#open += 1;
    return new Connection(this.#port, { keepsBodies: false, patience });
  }

  async #send(connection: Connection, { ask, at }: Due): Promise<void> {
    await askOne(connection, ask, at, this.#results);
    if (connection.isFree) this.#free.push(connection);
    else this.#open -= 1;
    const due = this.#queue[this.#first];
    const free = due && this.#take();
    if (!free) return;
    this.#first += 1;
    void this.#send(free, due);
  }
}

async function askOne(connection: Connection, ask: Ask, since: number, results: Results): Promise<void> {
  const isReused = connection.answered > 0;
  try {
    const answer = await connection.ask(ask.bytes);
    results.answered(ask, answer, performance.now() - since);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    results.failed(`${ask.kind}: ${error.message}${isReused ? ', on a connection in use' : ''}`);
  }
}
