import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;
export type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: JsonSchema };

/** One operation as our own OpenAPI document describes it; nothing here knows the code behind it. */
export type Operation = {
  id: string;
  method: string;
  /** `/api/openings/{idOrCode}` */
  path: string;
  audience: string;
  parameters: Parameter[];
  body: JsonSchema | null;
  /** Media types of a file that is sent as it is. */
  uploads: string[];
  /** By status and media type: the schema of a JSON answer, null for one that is not JSON. */
  replies: Map<number, Map<string, z.ZodType | null>>;
};

type Described = {
  operationId: string;
  'x-audience'?: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema?: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema?: JsonSchema }> }>;
};
type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: { Problem: JsonSchema } };
};

/** Reads every operation of a document. */
export function readOperations(document: unknown): Operation[] {
  const { paths, components } = document as Document;
  const problem = toZod(components.schemas.Problem);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const content = described.requestBody?.content ?? {};
      const body = content['application/json']?.schema ?? null;
      const replies = Object.entries(described.responses).map(([status, { content = {} }]) => {
        const types = Object.entries(content).map(
          ([type, { schema }]) =>
            [type, type === 'application/problem+json' ? problem : schema ? toZod(schema) : null] as const,
        );
        return [Number(status), new Map(types)] as const;
      });
      return {
        id: described.operationId,
        method: method.toUpperCase(),
        path,
        audience: described['x-audience'] ?? 'anyone',
        parameters: described.parameters,
        body,
        uploads: body ? [] : Object.keys(content),
        replies: new Map(replies),
      };
    }),
  );
}

export function toZod(schema: JsonSchema): z.ZodType {
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}
