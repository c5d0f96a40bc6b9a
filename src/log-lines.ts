// Writes lines of the log to a file descriptor, and loses them rather than the server where that cannot be.
import { writeSync } from 'node:fs';
import { hostname } from 'node:os';

/** How long to wait for a reader that is slow, in milliseconds, before it is tried again. */
const pause = 10;

/**
 * Gives what writes whole lines at once. It waits where the other end is slow. What cannot be written (the disk is full, nobody
 * reads any more) is dropped and counted; the count is the first line once it can.
 */
export function lineWriter(fd: number): (lines: string) => void {
  let lost = 0;
  return (lines) => {
    try {
      if (lost > 0) writeAll(fd, tellingOf(lost));
      lost = 0;
      writeAll(fd, lines);
    } catch {
      lost += lines.split('\n').length - 1; // where else should it be said?
    }
  };
}

/** In the form of all other lines. */
function tellingOf(lost: number): string {
  const line = { level: 40, time: Date.now(), pid: process.pid, hostname: hostname(), lost };
  return `${JSON.stringify({ ...line, msg: 'lines of this log could not be written' })}\n`;
}

const waiting = new Int32Array(new SharedArrayBuffer(4));

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(waiting, 0, 0, pause);
    }
  }
}
