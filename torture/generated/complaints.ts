// Says what is wrong with an answer to a generated request: by the description, by the verdict, and by what every answer keeps.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { violations } from '../../test/support/contract.ts';
import type { Answer } from '../wire/answer-reader.ts';
import type { Generated } from './requests.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything that is wrong with an answer; nothing where all is well. */
export function complaintsOf(generated: Generated, answer: Answer, vocabulary: Vocabulary): string[] {
  const body = textOf(answer);
  const headers = Object.fromEntries(answer.headers);
  const received = { statusCode: answer.status, headers, body };
  return [
    ...(answer.status >= 500 ? [`status ${answer.status}: ${body.slice(0, 300)}`] : []),
    ...violations(generated.method, generated.target, received),
    ...againstVerdict(verdictOf(generated, vocabulary), answer, body),
    ...againstHeaders(generated, answer),
    ...againstFormat(answer, body),
  ];
}

function textOf({ headers, body }: Answer): string {
  const coding = headers.get('content-encoding');
  const mediaType = headers.get('content-type') ?? '';
  if (body.length === 0 || /sqlite/.test(mediaType)) return body.length === 0 ? '' : 'binary';
  if (coding === 'gzip') return gunzipSync(body).toString();
  return coding === 'br' ? brotliDecompressSync(body).toString() : body.toString();
}

function againstVerdict(verdict: Verdict, { status }: Answer, body: string): string[] {
  const isRefusal = status >= 400;
  if (verdict.expects === 'answer' && isRefusal)
    return [`refused with ${status} though the description allows it: ${body.slice(0, 300)}`];
  if (verdict.expects === 'refusal' && !isRefusal)
    return [`answered with ${status} though ${verdict.because}`];
  if (verdict.expects !== 'either' || !isRefusal || body === '') return [];
  const code = /"code":"([a-z-]+)"/.exec(body)?.[1] ?? '';
  const allowed = verdict.open.flatMap(({ refusals }) => refusals);
  const names = verdict.open.map(({ name }) => name).join('; ');
  return allowed.includes(code) || allowed.includes('any')
    ? []
    : [`refused with ${status} ${code}, though only this is open: ${names}`];
}

function againstHeaders({ method, headers: sent }: Generated, { status, headers, length }: Answer): string[] {
  const asked = (name: string): string | undefined => sent.find(([each]) => each === name)?.[1];
  const complaints: string[] = [];
  const complain = (isSo: boolean, text: string): void => void (isSo && complaints.push(text));
  const id = asked('X-Request-Id');
  const isRead = headers.get('connection') !== 'close'; // what cannot be read as a request tells no id
  const isPlain = id !== undefined && /^[\w.-]{1,64}$/.test(id);
  const wanted = isPlain ? id : null;
  const given = headers.get('x-request-id');
  complain(
    isRead && wanted !== null && given !== undefined && given !== wanted,
    'another X-Request-Id than was sent',
  );
  complain(
    wanted === null && given !== undefined && given === id,
    'an X-Request-Id that is not plain came back',
  );
  complain(status === 405 && headers.get('allow') === undefined, '405 without Allow');
  complain(status === 503 && headers.get('retry-after') === undefined, '503 without Retry-After');
  complain(status === 304 && asked('If-None-Match') === undefined, '304 though nothing was compared');
  complain(status === 206 && asked('Range') === undefined, '206 though no part was asked for');
  complain((method === 'HEAD' || status === 304) && length > 0, 'a body where there is none');
  const names = [...headers.keys()].filter((name) => !/^[a-z][a-z-]*$/.test(name));
  complain(names.length > 0, `a header field is called ${names.join()}`);
  return complaints;
}

/** Rows are JSON, and nothing of the inside shows. */
function againstFormat({ status, headers }: Answer, body: string): string[] {
  const complaints: string[] = [];
  if (/node_modules|SqliteError|\bat \S+ \(\S+:\d+:\d+\)/.test(body)) complaints.push('the inside shows');
  if (status !== 200 || !/ndjson/.test(headers.get('content-type') ?? '')) return complaints;
  const rows = body.split('\n').slice(0, -1);
  return rows.every(isJson) ? complaints : [...complaints, 'a row is no JSON'];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
