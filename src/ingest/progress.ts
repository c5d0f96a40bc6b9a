// Tells how far long work has come: in place on a terminal, a line now and then in a log.
import type { Progress } from './pause.ts';

/** Short work says nothing; then a terminal hears four times a second, a log every ten seconds. */
const quietMilliseconds = 1_000;
const terminalInterval = 250;
const logInterval = 10_000;

const words = {
  read: 'reading and checking',
  check: 'checking records together',
  derive: 'building a new file',
} as const;

/** Cells of the bar. */
const barLength = 24;

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
    stderr.write(isTerminal ? `\r${bar(progress.share)} ${text}\u001b[K` : `${text}\n`);
    isShown = true;
  }

  /** Wipes the line that was written in place. */
  function end(): void {
    if (isShown && isTerminal) stderr.write('\r\u001b[K');
  }

  return { tell, end };
}

function bar(share: number): string {
  const filled = Math.floor(share * barLength);
  return '█'.repeat(filled) + '░'.repeat(barLength - filled);
}

/** What is done, how fast, and how long the rest of the phase takes at that pace. */
function progressText({ phase, records, share }: Progress, seconds: number): string {
  const parts = [`${words[phase]}: ${Math.floor(share * 100)} %`, `${records.toLocaleString('en')} done`];
  if (seconds > 0) parts.push(`${Math.round(records / seconds).toLocaleString('en')} a second`);
  if (seconds > 0 && share > 0) parts.push(`${duration((seconds * (1 - share)) / share)} left`);
  return parts.join(', ');
}

/** `40 s`, `3 min 5 s` */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
