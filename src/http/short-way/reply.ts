// The reply of the short way: gathers headers, makes the bytes ready, and writes both.
import type { Series } from '../../metrics/durations.ts';
import type { Answer } from '../answers/answers.ts';
import type { Finisher } from '../answers/keep.ts';
import type { Exchange, Send } from '../answers/sending.ts';
import type { Asking, Replying } from '../exchange.ts';

/** What all replies of an application share. */
export interface Means {
  finisher: Finisher;
  send: Send;
  /** The headers of every answer: by name, and names and values in turn. */
  constant: Readonly<Record<string, string>>;
  constantLines: readonly string[];
}

export class ShortReply implements Replying {
  readonly #means: Means;
  readonly #exchange: Exchange;
  readonly #request: Asking;
  readonly #route: string;
  readonly #seriesOf: (status: number) => Series;
  /** Those of this answer, beside the constant ones. */
  readonly #own: Record<string, string> = {};
  #status = 200;

  constructor(
    means: Means,
    exchange: Exchange,
    request: Asking,
    route: string,
    seriesOf: (status: number) => Series,
  ) {
    this.#means = means;
    this.#exchange = exchange;
    this.#request = request;
    this.#route = route;
    this.#seriesOf = seriesOf;
  }

  header(name: string, value: string): void {
    if (this.#means.constant[name] !== value) this.#own[name] = value;
  }

  headers(values: Record<string, string>): void {
    for (const name in values) this.header(name, String(values[name]));
  }

  getHeader(name: string): string | undefined {
    return this.#own[name];
  }

  code(status: number): this {
    this.#status = status;
    return this;
  }

  /** Rows without a limit, which are streams, do not come this way (`workers/heavy.ts`). */
  send(body?: unknown): void {
    const { contentCoding } = this.#request;
    if (body === undefined) this.#sendUnchanged();
    else if (contentCoding === null) this.#write(body as Buffer);
    else this.#finish(contentCoding, body as Buffer);
  }

  #finish(contentCoding: string, bytes: Buffer): void {
    this.#means.finisher.finish(this.#request, contentCoding, bytes, (body, encoding, keep) => {
      const own = this.#own;
      if (encoding !== null) own['content-encoding'] = encoding;
      own['content-length'] = String(body.length);
      keep?.({ ...this.#head(), body });
      this.#write(body);
    });
  }

  #sendUnchanged(): void {
    this.#means.finisher.keepUnchanged(this.#request, () => ({ ...this.#head(), body: null }));
    this.#write(null);
  }

  /** All of an answer that is kept but its body. */
  #head(): Omit<Answer, 'body'> {
    const headers = { ...this.#means.constant, ...this.#own };
    return { etag: String(headers['etag']), route: this.#route, headers };
  }

  #write(body: Buffer | null): void {
    const status = this.#status;
    const lines = [...this.#means.constantLines];
    for (const name in this.#own) lines.push(name, this.#own[name] as string);
    this.#means.send({ status, lines, body, series: this.#seriesOf(status) }, this.#exchange);
  }
}
