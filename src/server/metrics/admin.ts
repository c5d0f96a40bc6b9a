// Serves the metrics and the health checks at the admin address, apart from the API.
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { Registry } from 'prom-client';
import type { Config } from '../../config.ts';
import { jsonMediaType } from '../../http/formats/json.ts';
import { problemMediaType } from '../../http/problems/problem.ts';
import { liveBody, stopping } from '../../resources/service/health.ts';
import { listenAt } from '../listening.ts';

/**
 * Serves at `ADMIN_HOST` and `ADMIN_PORT` until the API closes. Throws a StartError where it cannot listen.
 * `metrics` gives the text that Prometheus reads.
 */
export async function openAdmin(
  { ADMIN_HOST: host, ADMIN_PORT }: Config,
  api: FastifyInstance,
  metrics: () => Promise<string>,
): Promise<void> {
  const admin = fastify({
    loggerInstance: api.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true, // Prometheus keeps its connection open, which would delay a stop
  });
  admin.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  admin.get('/metrics', async (_request, reply) =>
    reply.type(Registry.PROMETHEUS_CONTENT_TYPE).send(await metrics()),
  );
  admin.get('/health/live', async (_request, reply) => reply.type(jsonMediaType).send(liveBody));
  admin.get('/health/ready', async (request, reply) => {
    try {
      const { statusCode, headers, body } = await api.inject('/health/ready');
      return reply.code(statusCode).type(String(headers['content-type'])).send(body);
    } catch {
      const problem = stopping(); // a closing application takes no injected requests
      return reply
        .code(problem.status)
        .type(problemMediaType)
        .send(JSON.stringify(problem.body(request.id)));
    }
  });
  api.addHook('onClose', () => admin.close());
  await listenAt(
    admin,
    { host, port: Number(ADMIN_PORT), settings: ['ADMIN_HOST', 'ADMIN_PORT'] },
    (address) => `metrics at ${address}/metrics`,
  );
}
