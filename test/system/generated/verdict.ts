// Says from the description what is wrong with an answer to a generated request.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { violations } from '../../support/contract.ts';
import type { Answer } from '../server.ts';
import type { Generated } from './requests.ts';

/** Everything that is wrong with an answer. */
export function complaintsOf(generated: Generated, answer: Answer): string[] {
  const { method, url, mood, headers: sent } = generated;
  const { status, headers } = answer;
  const body = textOf(answer);
  const mustBeRefused = faultOf(generated);
  const complaints = violations(method, url, { statusCode: status, headers, body });
  const complain = (isWrong: boolean, text: string): void => {
    if (isWrong) complaints.push(text);
  };
  complain(status >= 500, `status ${status}`);
  complain(mood === 'right' && status >= 400, `refused with ${status} though the description allows it`);
  complain(mustBeRefused !== null && status < 400, `answered with ${status} though ${mustBeRefused}`);
  complain(status === 405 && headers.allow === undefined, '405 without Allow');
  complain(status === 304 && sent['if-none-match'] === undefined, '304 though nothing was compared');
  complain(status === 206 && sent['range'] === undefined, '206 though no part was asked for');
  complain((method === 'HEAD' || status === 304) && answer.body.length > 0, 'a body where there is none');
  const id = sent['x-request-id'] ?? '';
  const isPlain = /^[\w.-]{1,64}$/.test(id);
  complain(
    status !== 431 && isPlain !== (headers['x-request-id'] === id),
    `sent the request id '${id}', got '${headers['x-request-id']}'`,
  );
  complain(/node_modules|SqliteError|\bat \S+ \(\S+:\d+:\d+\)/.test(body), 'internals show');
  const isRows = status === 200 && String(headers['content-type']).includes('ndjson');
  complain(isRows && !body.split('\n').slice(0, -1).every(isJson), 'a row is no JSON');
  return complaints.map((each) => `${each}: ${body.slice(0, 300)}`);
}

/** Where a request breaks the description: an unknown parameter, a missing one, or one that its schema forbids. */
function faultOf({ operation, query }: Generated): string | null {
  if (operation === null) return null;
  const parameters = operation.parameters.filter(({ where }) => where === 'query');
  const unknown = query.find(({ name }) => !parameters.some((each) => each.name === name));
  if (unknown !== undefined) return `there is no parameter '${unknown.name}'`;
  for (const { name, isRequired, allows, schema } of parameters) {
    const texts = query.filter((each) => each.name === name).map(({ text }) => text);
    const isZeroPadded = schema.type === 'integer' && texts.some((text) => /^0\d/.test(text)); // it may be read as a number
    if (texts.length === 0 ? isRequired : !allows(texts) && !isZeroPadded)
      return `'${name}' breaks its schema`;
  }
  return null;
}

function textOf({ headers, body }: Answer): string {
  if (body.length === 0) return '';
  if (String(headers['content-type']).includes('sqlite')) return 'binary';
  const coding = headers['content-encoding'];
  if (coding === 'gzip') return gunzipSync(body).toString();
  return (coding === 'br' ? brotliDecompressSync(body) : body).toString();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
