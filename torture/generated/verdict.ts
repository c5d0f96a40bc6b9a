// Says from the description what has to become of a request: an answer, a refusal, or either where the description cannot tell.
import { templateOf } from '../../test/support/contract.ts';
import { type Exception, exceptions, textsOf } from './exceptions.ts';
import { type Operation, operations } from './operations.ts';
import { bytesOf, type Generated } from './requests.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What has to become of a request, and why. */
export type Verdict =
  | { expects: 'answer' }
  | { expects: 'refusal'; because: string }
  /** The exceptions that leave it open. */
  | { expects: 'either'; open: readonly Exception[] };

/** A request as the description sees it. */
export interface Read {
  generated: Generated;
  operation: Operation;
  /** Decoded values by parameter, in the order in which they came. */
  path: ReadonlyMap<string, string>;
  query: ReadonlyMap<string, readonly string[]>;
  vocabulary: Vocabulary;
}

/** More than this in the request line and the header fields together Node does not read; it counts in its own way. */
const mostHeader = { surely: 15_500, surelyNot: 17_000 };

/** What has to become of a request. */
export function verdictOf(generated: Generated, vocabulary: Vocabulary): Verdict {
  const malformed = malformation(generated);
  if (malformed !== null) return { expects: 'refusal', because: malformed };
  const read = readRequest(generated, vocabulary);
  if (read === null) return whereNothingIs(generated);
  const fault = faultOf(read);
  const open = exceptions.filter(({ fits }) => fits(read));
  if (fault !== null && !open.some(({ covers }) => covers?.includes(fault.name)))
    return { expects: 'refusal', because: fault.because };
  return open.length > 0 ? { expects: 'either', open } : { expects: 'answer' };
}

/** What makes a request none, whatever it asks for. */
function malformation(generated: Generated): string | null {
  const { method, target, headers, body } = generated;
  if (bytesOf(generated).length - body.length > mostHeader.surelyNot) return 'it is too long';
  if (/[^\x21-\x7e]/.test(target)) return 'its URL holds bytes that a URL cannot hold';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (headers.some(([, value]) => /[\x00-\x08\x0a-\x1f\x7f]/.test(value)))
    return 'a header field holds a control';
  if (!headers.some(([name]) => name === 'Host')) return 'it has no Host';
  return ['GET', 'HEAD', 'OPTIONS'].includes(method) ? null : `${method} is no method of the description`;
}

/** A path that is written with percent signs may be one that there is; so may a whole URL. */
function whereNothingIs({ target, method }: Generated): Verdict {
  const isOpen = method === 'OPTIONS' || /[%#]|^[^/]/.test(target.split('?', 1)[0] ?? '');
  const open = exceptions.filter(({ name }) => name === 'another spelling of a path');
  return isOpen ? { expects: 'either', open } : { expects: 'refusal', because: 'nothing is served there' };
}

function readRequest(generated: Generated, vocabulary: Vocabulary): Read | null {
  const [rawPath = '', ...rest] = generated.target.split('?');
  const template = templateOf(rawPath);
  const operation = operations.find((each) => each.template === template);
  if (operation === undefined || generated.method === 'OPTIONS') return null;
  const names = [...operation.template.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
  const pattern = new RegExp(
    `^${operation.template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '([^/]+)')}$`,
  );
  const values = pattern.exec(rawPath)?.slice(1) ?? [];
  const path = new Map(names.map((name, at) => [name, decoded(values[at] ?? '', false)]));
  return { generated, operation, path, query: queryOf(rest.join('?')), vocabulary };
}

function queryOf(text: string): Map<string, string[]> {
  const query = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [name = '', ...rest] = pair.split('=');
    const key = decoded(name, true);
    query.set(key, [...(query.get(key) ?? []), decoded(rest.join('='), true)]);
  }
  return query;
}

/** What cannot be decoded stands for itself. */
function decoded(text: string, isForm: boolean): string {
  const spaced = isForm ? text.replaceAll('+', ' ') : text;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Where a request breaks the description: the parameter and how. */
function faultOf(read: Read): { name: string; because: string } | null {
  const { operation, query } = read;
  for (const name of query.keys()) {
    const isKnown = operation.parameters.some((each) => each.where === 'query' && each.name === name);
    if (!isKnown) return { name, because: `there is no parameter '${name}'` };
  }
  for (const parameter of operation.parameters) {
    const texts = textsOf(read, parameter);
    if (texts.length === 0 && !parameter.isRequired) continue;
    if (texts.length === 0) return { name: parameter.name, because: `${parameter.name} is required` };
    if (!parameter.allows(texts))
      return { name: parameter.name, because: `${parameter.name} breaks its schema` };
  }
  return null;
}
