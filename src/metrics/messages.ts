// What the process that started others asks them, and what they say.
import type { HealthPath, Told } from './admin.ts';

/** What is asked of a process: its metrics, or how it is. */
export type Asked = 'metrics' | HealthPath;

/** A question, and the number under which the answer is awaited. */
export interface Question {
  question: number;
  asked: Asked;
}

/** The metrics of a process, family by family. */
export type Families = {
  name: string;
  type: string;
  values: { value: number; labels: object; metricName?: string }[];
}[];

export interface Answer {
  answerTo: number;
  answer: Families | Told;
}

export const isAnswer = (message: unknown): message is Answer =>
  typeof message === 'object' && message !== null && 'answerTo' in message;
