// Lets requests that are on their way at the stop arrive: a connection is not closed under a client that is just sending.
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** How long a connection may still bring a request after the stop, in milliseconds. Each answer then says that it is the last. */
const lingering = 500;

/**
 * Connections that wait to be accepted are until none has come for so long, but no longer than this; in milliseconds. A
 * turn of the event loop accepts one; one of several processes is handed one after it has said that it took the last.
 * In the longer time a backlog (511) is accepted by a server that has as much to do as it can. Clients who come back again
 * and again would use all that they are given, and leave no time to finish what they asked for.
 */
const [quiet, longest] = [250, 1_500];

/**
 * At the stop Node closes idle connections at once, though a request may lie in their buffers unread, and forgets those
 * that wait to be accepted. Here they are accepted first, and idle ones closed a little later.
 */
export function finishConnections(app: FastifyInstance): void {
  const { server } = app;
  const sockets = new Set<Socket>();
  let accepted = 0;
  server.on('connection', (socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const closeIdle = server.closeIdleConnections.bind(server);
  app.addHook('preClose', async () => {
    server.closeIdleConnections = () => {
      const timer = setInterval(() => {
        closeIdle(); // those, too, whose answer was under way at the stop: it did not say that it is the last
        // To Node those are busy that have never sent anything, such as browsers open in advance.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      }, lingering);
      server.once('close', () => clearInterval(timer));
    };
    const end = performance.now() + longest;
    for (let before = -1; before < accepted && performance.now() < end; ) {
      before = accepted;
      await wait(quiet);
    }
  });
}
