// Speaks to a listening server byte by byte, where a client would not let the test send what it wants to send.
import { connect } from 'node:net';

export interface Raw {
  status: number;
  head: string;
  body: string;
}

/** Sends text as it is and reads until the server closes, or until nothing came for a while. */
export function exchange(port: number, text: string, patience = 5_000): Promise<Raw> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').setTimeout(patience, () => socket.destroy());
    socket.on('data', (piece) => {
      received += piece;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(parsed(received)));
  });
}

/** The last answer of what was received; `100 Continue` comes before it. */
function parsed(everything: string): Raw {
  const received = everything.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  const end = received.indexOf('\r\n\r\n');
  const head = received.slice(0, Math.max(end, 0));
  return { status: Number(head.split(' ')[1] ?? 0), head, body: received.slice(end + 4) };
}
