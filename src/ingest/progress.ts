// Tells how far long work has come: in place on a terminal, a line now and then in a log.
import type { Progress } from './pause.ts';

/** Short work says nothing; then a terminal hears four times a second, a log every ten seconds. */
const quietMilliseconds = 1_000;
const terminalInterval = 250;
const logInterval = 10_000;

const words = { read: 'reading and checking', write: 'writing', derive: 'deriving the answers' } as const;

/** Makes a function to be told of progress, and one to be called at the end. */
export function progressTeller(
  stderr: { write(text: string): unknown; isTTY?: boolean },
  now: () => number = () => performance.now(),
) {
  const isTerminal = stderr.isTTY === true;
  const interval = isTerminal ? terminalInterval : logInterval;
  let phase = '';
  let phaseStart = now();
  let nextAt = now() + (isTerminal ? quietMilliseconds : logInterval);
  let isShown = false;

  function tell(progress: Progress): void {
    const time = now();
    if (progress.phase !== phase) {
      phase = progress.phase;
      phaseStart = time;
    }
    if (time < nextAt) return;
    nextAt = time + interval;
    const text = progressText(progress, (time - phaseStart) / 1000);
    stderr.write(isTerminal ? `\r${text}\u001b[K` : `${text}\n`);
    isShown = true;
  }

  /** Wipes the line that was written in place. */
  function end(): void {
    if (isShown && isTerminal) stderr.write('\r\u001b[K');
  }

  return { tell, end };
}

function progressText({ phase, records }: Progress, seconds: number): string {
  if (records === 0) return `${words[phase]} …`;
  const rate = seconds > 0 ? `, ${Math.round(records / seconds).toLocaleString('en')} a second` : '';
  return `${words[phase]}: ${records.toLocaleString('en')} records${rate}`;
}
