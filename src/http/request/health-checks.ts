// Recognises health checks: those who run the server must reach it, above all when it is in trouble.
import type { FastifyRequest } from 'fastify';

const paths = ['/health/live', '/health/ready'];

/** True for the routes of health, which are neither counted nor rejected under load. */
export const isHealthCheck = ({ routeOptions }: FastifyRequest): boolean =>
  paths.includes(String(routeOptions.url));
