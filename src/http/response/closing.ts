// Tells from the first moment of a stop on that the application closes, while it still accepts connections and answers.
import type { FastifyInstance } from 'fastify';

/**
 * Whether the application closes. To be called before anything that waits in `preClose`: those hooks run one after another,
 * in the order in which they were added.
 */
export function closingOf(app: FastifyInstance): () => boolean {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  return () => isClosing;
}
