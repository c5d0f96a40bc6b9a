// What a tool is: its name, its arguments, and how it answers them by asking the API.
import { z } from 'zod';
import type { Filter } from '../http/request/filters.ts';
import type { Api } from './api.ts';

export interface Tool {
  name: string;
  title: string;
  /** For the agent: when to use it, and which tool comes next. */
  description: string;
  input: z.ZodObject;
  output: z.ZodObject;
  /** Throws a Refusal where the API refuses the arguments. */
  answer(api: Api, given: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** Declares a tool; the types of its arguments and of its answer are those of its schemas. */
export const tool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  declared: Omit<Tool, 'input' | 'output' | 'answer'> & {
    input: Input;
    output: Output;
    answer(api: Api, given: z.output<Input>): Promise<z.output<Output>>;
  },
): Tool => ({ ...declared, answer: (api, given) => declared.answer(api, declared.input.parse(given)) });

/** The arguments that some filters of a list stand for, each with the filter's own description. */
export const filterArguments = (filters: readonly Filter[], names: readonly string[]) =>
  Object.fromEntries(
    filters
      .filter(({ param }) => names.includes(param))
      .map(({ param, description, example }) => [
        param,
        z
          .string()
          .min(1)
          .optional()
          .meta({ description, examples: [example] }),
      ]),
  );
