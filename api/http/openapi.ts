import { z } from 'zod';
import type { AnyEndpoint, Endpoint } from '../endpoint.ts';
import { type RefusalKind, refusalKinds } from '../refusals.ts';

const problem = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  code: z.string(),
  detail: z.string(),
  faults: z
    .array(
      z.object({
        in: z.enum(['query', 'path', 'body']),
        name: z.string(),
        code: z.string(),
        detail: z.string(),
      }),
    )
    .optional(),
  more: z.record(z.string(), z.unknown()).optional(),
  requestId: z.unknown().optional(),
});

/** OpenAPI 3.1 of the endpoints, from the very schemas that check requests and filter replies. */
export function describeApi(endpoints: readonly AnyEndpoint[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = describe(endpoint);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: '就业e图 API',
      version: '1',
      description: 'Openings and employment service points on one map. Places are WGS-84, longitude first.',
    },
    paths,
    components: { schemas: { Problem: z.toJSONSchema(problem) } },
  };
}

/** What any endpoint of its audience and method may refuse with. */
function refusalsOf(endpoint: Endpoint): Set<RefusalKind> {
  const kinds = new Set<RefusalKind>(['invalid', 'throttled', ...(endpoint.refuses ?? [])]);
  if (endpoint.audience !== 'anyone') kinds.add('unauthenticated').add('forbidden');
  if (endpoint.method !== 'GET') kinds.add('forbidden').add('conflict');
  if (endpoint.body || endpoint.upload) kinds.add('tooLarge');
  return kinds.add('unavailable');
}

function requestBody({ body, upload }: Endpoint): object {
  if (upload)
    return {
      requestBody: {
        required: true,
        content: Object.fromEntries(upload.types.map((type) => [type, {}])),
      },
    };
  if (!body) return {};
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function replyContent({ replyType = 'application/json', reply }: Endpoint): object {
  const isJson = (type: string) => /[/+]json$/.test(type);
  return Object.fromEntries(
    [replyType]
      .flat()
      .map((type) => [type, isJson(type) ? { schema: z.toJSONSchema(reply, { io: 'output' }) } : {}]),
  );
}

function describe(endpoint: Endpoint): object {
  const refuses = [...refusalsOf(endpoint)];
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    'x-audience': endpoint.audience,
    parameters: [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)],
    ...requestBody(endpoint),
    responses: {
      [endpoint.status ?? 200]: {
        description: 'OK',
        content: replyContent(endpoint),
      },
      ...Object.fromEntries(
        refuses.map((kind) => [
          refusalKinds[kind],
          {
            description: kind,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

function parameters(place: 'path' | 'query', object: z.ZodObject): object[] {
  const schema = z.toJSONSchema(object, { io: 'input' }) as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    ...(description ? { description } : {}),
    ...(place === 'query' ? { style: 'form', explode: false } : {}),
    schema: rest,
  }));
}
