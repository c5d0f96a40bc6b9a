// GET /health/live and /health/ready: whether the process runs, and whether it can answer from its data.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Context, readData } from '../../http/context.ts';
import { chooseFormat } from '../../http/formats/choose.ts';
import { jsonItem, jsonMediaType } from '../../http/formats/json.ts';
import { answers } from '../../http/openapi/responses.ts';
import { Problem } from '../../http/problems/problem.ts';
import { derivationNotice } from '../../store/derivation.ts';
import type { Dataset, Store } from '../../store/store.ts';

const live = z
  .object({ status: z.literal('live').meta({ description: 'The process answers.', examples: ['live'] }) })
  .meta({ id: 'Live', description: 'The process runs.' });

const ready = z
  .object({
    status: z.literal('ready').meta({ description: 'The data can be read.', examples: ['ready'] }),
    version: z.string().meta({ description: 'Version of the dataset.', examples: ['3f2a9c1d0b7e4a65'] }),
    notice: z
      .string()
      .nullable()
      .meta({
        description: 'A task for the operator, such as an ingest after an upgrade; null if there is none.',
        examples: [null],
      }),
  })
  .meta({ id: 'Ready', description: 'The server can answer.' });

const liveJson = jsonItem(live);
const readyJson = jsonItem(ready);

const fresh = { 'content-type': jsonMediaType, 'cache-control': 'no-store' };

/** What says that the process runs. */
export const liveBody = JSON.stringify({ status: 'live' });

/** Why a server that stops is not ready: it still answers, but should be given no more. */
export const stopping = (): Problem => new Problem({ code: 'not-ready', detail: 'the server is stopping' });

export function healthRoutes(app: FastifyInstance, { store, isClosing }: Context): void {
  const shared = { tags: ['Service'], querystring: z.strictObject({}) };
  const config = { isNeverShed: true } as const;
  const liveSchema = {
    ...shared,
    operationId: 'checkLiveness',
    summary: 'Tell whether the process runs',
    description: 'For operators: if this does not answer, restart the process.',
    response: answers([liveJson], 'It runs.'),
  };
  const readySchema = {
    ...shared,
    operationId: 'checkReadiness',
    summary: 'Tell whether the server can answer',
    description:
      'For operators: send no requests to this server while this answers 503. It also does so while the server stops.',
    response: answers([readyJson], 'It can answer.'),
  };
  app.get('/health/live', { schema: liveSchema, config }, (request, reply) => {
    chooseFormat(request, [liveJson], undefined);
    reply.headers(fresh).send(liveBody);
  });
  app.get('/health/ready', { schema: readySchema, config }, async (request, reply) => {
    chooseFormat(request, [readyJson], undefined);
    if (isClosing()) throw stopping();
    const { version, derivation } = await readableDataset(store, request);
    const notice = derivationNotice(derivation);
    return reply.headers(fresh).send(JSON.stringify({ status: 'ready', version, notice }));
  });
}

/** The state of the dataset. Throws a Problem where there is none, and where the data cannot be read. */
async function readableDataset(store: Store, request: FastifyRequest): Promise<Dataset> {
  const trouble = store.trouble();
  if (trouble !== null) throw new Problem({ code: 'not-ready', detail: trouble.detail });
  return readData({ store }, async (data) => {
    try {
      await data.probe();
      return data.dataset;
    } catch (error) {
      request.log.error({ reqId: request.id, err: error }, 'the database cannot be read');
      throw new Problem({ code: 'not-ready', detail: 'the database cannot be read' });
    }
  });
}
