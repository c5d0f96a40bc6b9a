// Tells how far long work has come: in place on a terminal, a line now and then in a log.

/** How far work has come. */
export interface Progress {
  phase: string;
  /** How much of the phase is done, from 0 to 1. */
  share: number;
  /** Records done so far in this phase, where it counts them. */
  records?: number;
}

/** Short work says nothing; then a terminal hears four times a second, a log every ten seconds. */
const quietMilliseconds = 1_000;
const terminalInterval = 250;
const logInterval = 10_000;

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

/** What is done; where records are counted, also how fast, and how long the rest of the phase takes at that pace. */
function progressText({ phase, records, share }: Progress, seconds: number): string {
  const parts = [`${phase}: ${Math.floor(share * 100)} %`];
  if (!records) return parts.join();
  parts.push(`${records.toLocaleString('en')} done`);
  if (seconds > 0) parts.push(`${Math.round(records / seconds).toLocaleString('en')} a second`);
  if (seconds > 0 && share > 0) parts.push(`${duration((seconds * (1 - share)) / share)} left`);
  return parts.join(', ');
}

/** `40 s`, `3 min 5 s` */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
