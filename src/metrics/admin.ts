// The address for those who run the server: its metrics, and how it is, apart from the one that the public reaches.
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { Registry } from 'prom-client';
import type { Config } from '../config.ts';
import { jsonMediaType } from '../http/formats/json.ts';
import { problemMediaType } from '../http/problem.ts';
import { requestId } from '../http/request-id.ts';
import { listenAt } from '../listening.ts';
import { liveBody, stopping } from '../service/health.ts';

/** The paths of the API that are served here, too. */
export const healthPaths = ['/health/live', '/health/ready'] as const;

export type HealthPath = (typeof healthPaths)[number];

/** An answer of the API, as it is passed on. */
export interface Told {
  status: number;
  mediaType: string;
  body: string;
}

/** Where the answers come from. */
export interface Sources {
  /** All metrics, as Prometheus reads them. */
  metrics(): Promise<string>;
  health(path: HealthPath): Promise<Told>;
}

/** Serves at `ADMIN_HOST` and `ADMIN_PORT`. Throws a StartError where it cannot. */
export async function openAdmin(
  { ADMIN_HOST: host, ADMIN_PORT }: Config,
  sources: Sources,
  log: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const admin = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true, // who reads metrics holds a connection, and would hold up the end
  });
  admin.get('/metrics', async (_request, reply) => {
    const text = await sources.metrics();
    return reply.headers({ ...fresh, 'content-type': Registry.PROMETHEUS_CONTENT_TYPE }).send(text);
  });
  for (const path of healthPaths) {
    admin.get(path, async (_request, reply) => {
      const { status, mediaType, body } = await sources.health(path);
      return reply
        .code(status)
        .headers({ ...fresh, 'content-type': mediaType })
        .send(body);
    });
  }
  const settings = ['ADMIN_HOST', 'ADMIN_PORT'] as const;
  await listenAt(
    admin,
    { host, port: Number(ADMIN_PORT), settings },
    (address) => `metrics at ${address}/metrics`,
  );
  return admin;
}

const fresh = { 'cache-control': 'no-store' };

/** Asks the API itself, by way of no socket. While it closes it takes nothing by this way, though it still lives. */
export const healthOf =
  (app: FastifyInstance): Sources['health'] =>
  (path) =>
    app.inject(path).then(
      ({ statusCode: status, headers, body }) => ({
        status,
        mediaType: String(headers['content-type']),
        body,
      }),
      () => whileStopping(path),
    );

function whileStopping(path: HealthPath): Told {
  if (path === '/health/live') return { status: 200, mediaType: jsonMediaType, body: liveBody };
  const problem = stopping();
  const body = JSON.stringify(problem.body(requestId(undefined)));
  return { status: problem.status, mediaType: problemMediaType, body };
}
