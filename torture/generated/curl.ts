// Writes a request as a line for a shell that sends it again.
import type { Generated } from './requests.ts';

/** A curl command that sends the same bytes, as far as curl can. */
export function curlOf({ method, target, headers, body }: Generated, origin: string): string {
  const hasHost = headers.some(([name]) => name === 'Host');
  const fields = [...headers, ...(hasHost ? [] : [['Host', '']])].map(
    ([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`,
  );
  const verb = method === 'HEAD' ? ['--head'] : method === 'GET' ? [] : ['-X', quoted(method)];
  const sent = body === '' ? [] : ['--data-binary', quoted(body), ...(method === 'GET' ? ['-X', 'GET'] : [])];
  const where = target.startsWith('/')
    ? [quoted(origin + target)]
    : ['--request-target', quoted(target), origin];
  return ['curl', '-gsi', '--path-as-is', ...verb, ...fields, ...sent, ...where].join(' ');
}

/** A word for bash: every byte that is not plain as its number. */
const quoted = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) && !text.includes("'")
    ? `'${text}'`
    : `$'${text.replaceAll(/[^\x20-\x7e]|['\\]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`;
