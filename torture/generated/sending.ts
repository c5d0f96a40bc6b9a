// Sends generated requests, and tells what is wrong with the answers and how long they took.
import { ticksOf } from '../../bench/performance/measure/processor.ts';
import type { Serving } from '../serving.ts';
import type { Answer } from '../wire/answer-reader.ts';
import { Connection } from '../wire/connection.ts';
import { complaintsOf } from './complaints.ts';
import { curlOf } from './curl.ts';
import { bytesOf, type Generated } from './requests.ts';
import { verdictOf } from './verdict.ts';
import type { Vocabulary } from './vocabulary.ts';

/** No answer may take longer, in milliseconds, but for whole downloads, which are as large as the data. Asked of the long run alone. */
export const longest = 1_000;

/** Formats that go on to the last row. */
const isDownload = ({ headers }: Answer): boolean =>
  /csv|ndjson|sqlite/.test(headers.get('content-type') ?? '');

/** Whoever used less than this share of a processor was not at work. */
const working = 0.3;

/** What was sent and what came of it. */
export class Tally {
  sent = 0;
  readonly byVerdict = { answer: 0, refusal: 0, either: 0 };
  readonly byStatus = new Map<number, number>();
  readonly slowest = { others: { milliseconds: 0, curl: '' }, downloads: { milliseconds: 0, curl: '' } };
  /** Requests that took long while the server had no part in it. */
  stalls = 0;
  readonly broken: string[] = [];
}

interface Asked {
  answer: Answer;
  milliseconds: number;
}

/** The same complaint about another request is no other failure. */
export const kindOf = (reason: string): string => reason.replaceAll(/'[^']*'/g, '').slice(0, 60);

/** Sends one request after another over one connection, for as long as the server keeps it. */
export class Sender {
  readonly #serving: Serving;
  readonly #vocabulary: Vocabulary;
  readonly #tally: Tally;
  #connection: Connection;

  constructor(serving: Serving, vocabulary: Vocabulary, tally: Tally) {
    this.#serving = serving;
    this.#vocabulary = vocabulary;
    this.#tally = tally;
    this.#connection = new Connection(serving.port);
  }

  /** Throws an Error that tells what is wrong with the answer, unless that is known. */
  async send(generated: Generated, known: ReadonlySet<string>): Promise<void> {
    if (!this.#connection.isFree) this.#connection = new Connection(this.#serving.port);
    const { answer, milliseconds } = await this.#ask(generated);
    const { slowest, byVerdict, byStatus } = this.#tally;
    const one = slowest[isDownload(answer) ? 'downloads' : 'others'];
    if (milliseconds > one.milliseconds) {
      one.milliseconds = Math.round(milliseconds);
      one.curl = curlOf(generated, this.#serving.origin);
    }
    this.#tally.sent += 1;
    byVerdict[verdictOf(generated, this.#vocabulary).expects] += 1;
    byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1);
    const complaints = complaintsOf(generated, answer, this.#vocabulary);
    const fresh = complaints.filter((complaint) => !known.has(kindOf(complaint)));
    if (fresh.length > 0) throw new Error(fresh.join('; '));
  }

  /**
   * A machine that is shared stops for a second at times. So what took long while the server hardly used a processor is
   * asked once more; where that is quick, it counts.
   */
  async #ask(generated: Generated): Promise<Asked> {
    const before = ticksOf(this.#serving.pid);
    const first = await this.#askOnce(generated);
    if (first.milliseconds <= longest || isDownload(first.answer) || !this.#connection.isFree) return first;
    if (ticksOf(this.#serving.pid) - before > (first.milliseconds / 10) * working) return first;
    this.#tally.stalls += 1;
    return this.#askOnce(generated);
  }

  async #askOnce(generated: Generated): Promise<Asked> {
    const before = performance.now();
    const answer = await this.#connection.ask(bytesOf(generated), generated.method === 'HEAD');
    return { answer, milliseconds: performance.now() - before };
  }

  end(): void {
    this.#connection.end();
  }
}
