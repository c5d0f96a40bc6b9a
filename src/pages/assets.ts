// The style sheet, the script and the icon of the pages, each under an address that changes with its content.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inProject } from '../project.ts';

/** A file that pages load. */
export interface Asset {
  href: string;
  mediaType: string;
  bytes: Buffer;
}

function assetOf(name: string, ending: string, mediaType: string): Asset {
  const bytes = readFileSync(inProject('assets', `${name}.${ending}`));
  return { href: `/assets/${name}.${hash('sha256', bytes, 'hex').slice(0, 12)}.${ending}`, mediaType, bytes };
}

export const style = assetOf('page', 'css', 'text/css; charset=utf-8');
export const script = assetOf('page', 'js', 'text/javascript; charset=utf-8');
export const icon = assetOf('icon', 'svg', 'image/svg+xml');

export const assets: readonly Asset[] = [style, script, icon];
