/** swagger-client has no types of its own. */
declare module 'swagger-client' {
  type Operation = (parameters: object) => Promise<{ body: unknown }>;
  export default function SwaggerClient(
    url: string,
  ): Promise<{ apis: Record<string, Record<string, Operation | undefined> | undefined> }>;
}
