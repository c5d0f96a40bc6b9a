// Chooses the format of an answer, by `format=` or by `Accept`, and refuses options that have no effect in it.
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { nearest } from '../../text/nearest.ts';
import { type Fault, Problem } from '../problems/problem.ts';
import { type FormatBase, type FormatOption, formatOptions, type OptionHeeding } from './format.ts';

/**
 * The format that the request asks for, by `format=` or by `Accept`. Throws a Problem where there is none, and where the
 * query holds an option that it does not heed.
 */
export function chooseFormat<F extends FormatBase>(
  request: Pick<FastifyRequest, 'headers' | 'query'>,
  formats: readonly [F, ...F[]],
  named: string | undefined,
): F {
  const format = askedFormat(request, formats, named);
  demandHeeded(request.query as Record<string, unknown>, format, formats);
  return format;
}

/** Throws a Problem where the query holds options that the format does not heed, and names formats that do. */
export function demandHeeded(
  query: Record<string, unknown>,
  format: OptionHeeding,
  formats: readonly OptionHeeding[],
): void {
  const [first, ...rest] = formatOptions
    .filter((option) => query[option] !== undefined && !format.heeds?.includes(option))
    .map((option) => unheeded(option, format.name, formats));
  if (first) throw new Problem(first, ...rest);
}

function unheeded(option: FormatOption, format: string, formats: readonly OptionHeeding[]): Fault {
  const others = formats.filter(({ heeds }) => heeds?.includes(option)).map(({ name }) => name);
  return {
    code: 'invalid-parameter',
    detail: `${option}: has no effect in the format '${format}', only in ${others.join(', ')}; leave it out, or ask for \`format=${others[0]}\``,
    param: option,
  };
}

function askedFormat<F extends FormatBase>(
  request: Pick<FastifyRequest, 'headers'>,
  formats: readonly [F, ...F[]],
  named: string | undefined,
): F {
  const asked = formats.find(({ name }) => name === named);
  if (asked) return asked;
  const { accept } = request.headers;
  if (!accept || accept === '*/*') return formats[0];
  const whole = formats.map(({ mediaType }) => mediaType); // a client may name parameters, such as a profile
  const others = formats.flatMap(({ otherMediaTypes = [] }) => otherMediaTypes);
  const mediaType = new Negotiator({ headers: { accept } }).mediaType([...whole, ...others]);
  const found = formats[whole.indexOf(String(mediaType))];
  if (found) return found;
  const other = formats.find(({ otherMediaTypes = [] }) => otherMediaTypes.includes(String(mediaType)));
  if (other && mediaType !== undefined) return { ...other, mediaType };
  const types = whole.map(withoutCharset);
  throw new Problem({
    code: 'not-acceptable',
    detail: `this answer comes as ${types.join(', ')}, and the Accept header allows no such type`,
    allowed: types,
    hint: nearest(String(accept), types),
  });
}

/** A media type as it is asked for: its parameters tell it from others, its charset does not. */
const withoutCharset = (mediaType: string): string => mediaType.replace('; charset=utf-8', '');
