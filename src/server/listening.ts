// Listens at an address, or says in a line why that cannot be and what to set.
import type { FastifyInstance } from 'fastify';

/** Says why the server could not start and what to do. */
export class StartError extends Error {
  override name = 'StartError';
}

/** An address, and the settings that it is from. */
export interface Address {
  host: string;
  port: number;
  settings: readonly [host: string, port: string];
}

/** Listens, and logs what `say` makes of where. Closes the application and throws a StartError where it cannot. */
export async function listenAt(
  app: FastifyInstance,
  address: Address,
  say: (address: string) => string,
): Promise<void> {
  const { host, port } = address;
  try {
    await app.listen({ host, port, listenTextResolver: say });
  } catch (error) {
    await app.close();
    throw new StartError(obstacle(error, address), { cause: error });
  }
}

/** What is in the way, in words that also say what to set. */
function obstacle(error: unknown, { host, port, settings: [hostSetting, portSetting] }: Address): string {
  return isInUse(error)
    ? `port ${port} of ${host} is in use; stop what listens there, or set ${portSetting} to another one`
    : `cannot listen on port ${port} of ${host} (${error}); set ${hostSetting} to an address of this machine, ${portSetting} to a free port`;
}

const isInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
