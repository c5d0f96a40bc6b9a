// What pages of other origins may do: read everything, and see the headers that help them.

/** Options of @fastify/cors. */
export const crossOrigin = {
  origin: '*',
  methods: ['GET', 'HEAD'],
  exposedHeaders: [
    ...['ETag', 'Link', 'X-Request-Id', 'Allow'],
    ...['Accept-Ranges', 'Content-Range', 'Content-Disposition'],
  ],
  maxAge: 86_400,
  strictPreflight: false,
};
