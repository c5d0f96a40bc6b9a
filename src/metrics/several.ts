// Tells of several processes as of one: asks each, and adds up what they say.
import type { Worker } from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import type { HealthPath, Sources, Told } from './admin.ts';
import { type Answer, type Asked, type Families, isAnswer, type Question } from './messages.ts';

/** How long a process is waited for, in milliseconds; Prometheus waits ten seconds unless told otherwise. */
const patience = 3_000;

/** The processes that are to be asked, while each of them listens. */
export class Several implements Sources {
  readonly #workers = new Set<Worker>();
  readonly #awaited = new Map<number, (answer: Answer['answer'] | null) => void>();
  /** What each said the last time. */
  readonly #said = new Map<Worker, Families>();
  /** What those had counted that are gone: a sum that falls would be read as one that began anew. */
  #gone: Promise<Families> = Promise.resolve([]);
  #questions = 0;

  /** Takes a process in, from when it listens until it ends. */
  add(worker: Worker): void {
    this.#workers.add(worker);
    worker.on('message', (message: unknown) => {
      if (isAnswer(message)) this.#awaited.get(message.answerTo)?.(message.answer);
    });
    worker.once('exit', () => this.#remove(worker));
  }

  async metrics(): Promise<string> {
    const asked = [...this.#workers];
    const told = await Promise.all(asked.map((worker) => this.#familiesOf(worker)));
    const gone = this.#gone; // with what those counted that answered, and ended while others were awaited
    const still = told.filter((_, at) => this.#workers.has(asked[at] as Worker));
    return sumOf([...still, await gone]).metrics();
  }

  /** The worst of all answers: one process that is not ready is one that some requests meet. */
  async health(path: HealthPath): Promise<Told> {
    const told = await Promise.all([...this.#workers].map((worker) => this.#ask(worker, path)));
    const answers = told.map((each) => (each as Told | null) ?? silent);
    return answers.sort((a, b) => b.status - a.status)[0] ?? silent;
  }

  /** Of one that is too busy to answer, what it had counted when it last did. */
  async #familiesOf(worker: Worker): Promise<Families> {
    const families = (await this.#ask(worker, 'metrics')) as Families | null;
    if (families === null) return this.#countsOf(worker);
    this.#said.set(worker, families);
    return families;
  }

  /** None of one that was never heard. */
  #countsOf(worker: Worker): Families {
    return countsIn(this.#said.get(worker) ?? []);
  }

  /** Null where it does not answer in time. */
  #ask(worker: Worker, asked: Asked): Promise<Answer['answer'] | null> {
    const question = this.#questions++;
    return new Promise<Answer['answer'] | null>((resolve) => {
      const timer = setTimeout(resolve, patience, null);
      this.#awaited.set(question, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      worker.send({ question, asked } satisfies Question, () => undefined); // who cannot be reached does not answer
    }).finally(() => this.#awaited.delete(question));
  }

  /** At once: whoever looks finds its counts in one place, and in one only. */
  #remove(worker: Worker): void {
    const last = this.#countsOf(worker);
    this.#gone = this.#gone.then(
      async (gone) => (await sumOf([gone, last]).getMetricsAsJSON()) as unknown as Families, // see one-of-several.ts
    );
    this.#workers.delete(worker);
    this.#said.delete(worker);
  }
}

const sumOf = (families: Families[]) => AggregatorRegistry.aggregate(families);

/** What only ever grows. */
const countsIn = (families: Families): Families =>
  families.filter(({ type }) => type === 'counter' || type === 'histogram');

const silent: Told = {
  status: 503,
  mediaType: 'application/json; charset=utf-8',
  body: '{"status":"silent"}',
};
