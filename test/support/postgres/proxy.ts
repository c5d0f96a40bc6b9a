// A proxy between a server and PostgreSQL that makes the network slow, or silent.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type { Test } from 'tap';

export interface Proxy {
  port: number;
  /** Delays what PostgreSQL answers by so many milliseconds; null: nothing comes through any more, and nothing is closed. */
  delay(milliseconds: number | null): void;
}

/** Starts a proxy to a port of this machine; it ends with the test. */
export async function startProxy(t: Test, to: number): Promise<Proxy> {
  let delay: number | null = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(to, '127.0.0.1');
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.on('data', (bytes) => delay !== null && database.write(bytes));
    database.on('data', (bytes) => {
      if (delay === null) return;
      setTimeout(() => client.write(bytes), delay);
    });
    client.on('close', () => database.destroy());
    database.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    delay: (milliseconds) => {
      delay = milliseconds;
    },
  };
}
