// What every answer tells a browser not to do with it: the values are helmet's, worked out once.
import { hash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';
import type { HttpSettings } from '../settings.ts';

/** Half a year, in seconds. */
const halfYear = 15_768_000;

/**
 * The headers of every answer, by their names in lower case. An answer is data: nothing may be loaded, run or framed
 * from it, and pages of any origin may read it (`cross-origin.ts`). Browsers are told to stay with HTTPS only where
 * clients reach the API by it: HSTS over plain HTTP means nothing (RFC 6797, 7.2), and for a loopback address it would
 * lock out every other server on that name. What helmet has for pages alone is left out.
 */
export function securityHeaders({ PUBLIC_URL }: Pick<HttpSettings, 'PUBLIC_URL'>): Record<string, string> {
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: PUBLIC_URL?.startsWith('https:')
      ? { maxAge: halfYear, includeSubDomains: false }
      : false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: { action: 'deny' },
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  set(request, response, () => undefined);
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}

/** The one style that Swagger UI puts into its page, for its logo; a test looks for it in what is installed. */
export const styleInPage = '.logo_small_svg__cls-2{fill:#fff}.logo_small_svg__cls-3{fill:#85ea2d}';

/**
 * What Swagger UI needs beside: the scripts, styles and pictures of its own server (some pictures are in its style
 * sheet), and to ask the API. No script stands in its page, and none that did would run.
 */
export const documentationPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': `'self' 'sha256-${hash('sha256', styleInPage, 'base64')}'`,
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};
