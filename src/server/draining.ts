// Lets the requests that are on their way when a stop begins arrive, and closes the connections that bring none.
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/**
 * Time in which a stopping server still accepts connections and requests, in milliseconds. Each response then ends its connection.
 * Node alone would close idle connections at once, though a request may lie in their buffers, and drop the connections that wait
 * to be accepted.
 */
const drainMs = 500;

/** Time between two searches for idle connections, in milliseconds: responses that began before the stop leave some. */
const closeIdleMs = 200;

/** Makes `app.close()` drain the connections of the server before it closes them. */
export function drainBeforeClose(app: FastifyInstance): void {
  const { server } = app;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  app.addHook('preClose', async () => {
    if (!server.listening) return;
    await wait(drainMs);
    const timer = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy(); // Node counts silent ones as busy
    }, closeIdleMs);
    server.once('close', () => clearInterval(timer));
  });
}

/**
 * Tells from the first moment of a stop on that the application closes, while it still accepts connections and answers. To be called
 * before anything that waits in `preClose`: those hooks run one after another, in the order in which they were added.
 */
export function closingOf(app: FastifyInstance): () => boolean {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  return () => isClosing;
}
