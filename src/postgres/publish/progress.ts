// Tells how far a publish has come: in place on a terminal, a line now and then in a log.

import type { Progress } from './publish.ts';

const terminalInterval = 250;
const logInterval = 10_000;

/** Makes a function to be told of progress, and one to be called at the end. */
export function progressLines(stderr: { write(text: string): unknown; isTTY?: boolean }) {
  const isTerminal = stderr.isTTY === true;
  const interval = isTerminal ? terminalInterval : logInterval;
  let nextAt = performance.now() + interval;
  let isShown = false;
  return {
    tell({ phase, share }: Progress): void {
      if (performance.now() < nextAt) return;
      nextAt = performance.now() + interval;
      isShown = true;
      const text = `${Math.floor(share * 100)} %, ${phase}`;
      stderr.write(isTerminal ? `\r${text}\u001b[K` : `${text}\n`);
    },
    /** Wipes the line that was written in place. */
    end(): void {
      if (isShown && isTerminal) stderr.write('\r\u001b[K');
    },
  };
}
