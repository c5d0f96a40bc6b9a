// What pages of other origins may do: read everything, and see the headers that help them.

/** Options of @fastify/cors. */
export const crossOrigin = {
  origin: '*',
  methods: ['GET', 'HEAD', 'POST'], // agents in browsers send POST to /mcp; everything else only reads
  exposedHeaders: [
    ...['ETag', 'Link', 'X-Request-Id', 'Allow'],
    ...['Accept-Ranges', 'Content-Range', 'Content-Disposition'],
    ...['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'],
  ],
  maxAge: 86_400,
  strictPreflight: false,
};

/** The same for answers that @fastify/cors does not see. */
export const exposed = {
  'access-control-allow-origin': crossOrigin.origin,
  'access-control-expose-headers': crossOrigin.exposedHeaders.join(', '),
};
