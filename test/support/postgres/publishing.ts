// Publishes in tests as the command does.
import { publishCommand } from '../../../src/server/publish-command.ts';

/** How a publish ended, and what it said. */
export interface Published {
  status: number;
  output: string;
}

/** Publishes a database file. */
export async function publishFile(file: string, ...args: string[]): Promise<Published> {
  const said: string[] = [];
  const write = (text: string) => said.push(text);
  const context = { environment: { DATABASE: file }, stdout: { write }, stderr: { write } };
  const status = await publishCommand(args, context);
  return { status, output: said.join('') };
}
