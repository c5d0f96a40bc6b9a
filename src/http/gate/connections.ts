// Bounds how many connections one client holds, so that nobody takes all that the server has.
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { directClients } from './clients.ts';

/** Closes at once what a client opens beyond `most`. Trusted proxies may open any number: many clients are behind each. */
export function boundConnections(app: FastifyInstance, trusted: readonly string[], most: number): void {
  const clientAt = directClients(trusted);
  const counts = new Map<string, number>();
  app.server.on('connection', (socket: Socket) => {
    const client = clientAt(socket);
    if (client === null) return;
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    socket.once('close', () => {
      const left = Number(counts.get(client)) - 1;
      if (left > 0) counts.set(client, left);
      else counts.delete(client);
    });
    if (count > most) socket.destroy();
  });
}
