// Tells of the one process that serves, at the admin address.
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { healthOf, openAdmin } from './admin.ts';
import { type Measured, processRegistry, registerFamilies } from './families.ts';

/** How an application is told of. */
export interface Telling {
  /** Takes what can be told. */
  measure(measured: Measured): void;
  /** Begins to tell; before the application listens. Throws a StartError where that cannot be. */
  open(app: FastifyInstance): Promise<void>;
}

export function tellAlone(config: Config): Telling {
  const registry = processRegistry();
  return {
    measure: (measured) => registerFamilies(registry, measured),
    async open(app) {
      let admin: FastifyInstance | null = null;
      app.addHook('onClose', async () => admin?.close());
      const sources = { metrics: () => registry.metrics(), health: healthOf(app) };
      admin = await openAdmin(config, sources, app.log);
    },
  };
}
