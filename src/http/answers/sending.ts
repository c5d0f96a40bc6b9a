// Writes an answer to its connection, counts and logs it, without the framework.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Series } from '../../metrics/durations.ts';
import { rounded, shownUrl } from '../access-log.ts';
import { requestId } from '../request-id.ts';

/** Where an answer goes. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Names and values in turn of header fields that are for this request alone. */
  beside: string[];
  /** When it was begun to be answered, in milliseconds of `performance.now()`. */
  began: number;
}

/** An answer as it is written. */
export interface Written {
  status: number;
  /** Names and values of headers in turn: Node writes them as they are, without a look at each. */
  lines: string[];
  /** Null where the answer is that nothing has changed. */
  body: Buffer | null;
  /** Counts it. */
  series: Series;
}

/** Writes an answer to a GET; to be called once for each exchange. */
export type Send = (written: Written, exchange: Exchange) => void;

/** Makes the function that writes answers. `isClosing`: whether each is the last on its connection. */
export function sender(app: FastifyInstance, isClosing: () => boolean): Send {
  const shown = shownUrl(app);
  return ({ status: statusCode, lines, body, series }, { request, response, beside, began }) => {
    const reqId = requestId(request.headers['x-request-id']);
    if (isClosing()) response.shouldKeepAlive = false;
    response.writeHead(statusCode, [...lines, 'x-request-id', reqId, ...beside]);
    if (body === null) response.end();
    else response.end(body);
    const milliseconds = performance.now() - began;
    series.observe(milliseconds / 1_000);
    app.log.info(
      {
        reqId,
        method: 'GET',
        url: shown(String(request.url)),
        statusCode,
        milliseconds: rounded(milliseconds),
      },
      'answered',
    );
  };
}
