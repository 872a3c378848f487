/** The API's description, written from the kinds: Zod's own JSON Schema of each shape, nothing by hand (decision 0007). */
import { z } from 'zod';
import { type AnyKind, field, type Fields } from '@entente/kernel';
import { showLabel, type Lang } from '@entente/text';
import type { Command } from '../module.ts';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of everything this node serves under `/api`. */
export function openApi(web: Web, lang: Lang): Json {
  const paths = Object.fromEntries([
    ['/api/search', { get: searchOperation(lang) }],
    ...web.kinds.flatMap((kind) => [
      [`/api/{coop}/${kind.path}`, { get: listOperation(kind, lang) }],
      [`/api/{coop}/${kind.path}/{id}`, { get: getOperation(kind, lang) }],
    ]),
    ...[...web.commands.values()].map((command) => [`/api/commands/${command.name}`, { post: commandOperation(command, lang) }]),
  ] as [string, Json][]);
  return {
    openapi: '3.1.0',
    info: { title: 'Entente', version: web.version, description: `Node of ${web.kernel.party}` },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A personal token, made on the account page.' } },
      schemas: { Problems: PROBLEMS, ...Object.fromEntries(web.kinds.map((kind) => [kind.name, recordSchema(kind)])) },
    },
  };
}

const PROBLEMS: Json = {
  type: 'object', required: ['problems'],
  properties: {
    problems: {
      type: 'array',
      items: {
        type: 'object', required: ['id', 'path', 'params', 'message'],
        properties: { id: { type: 'string' }, path: { type: 'array', items: { type: ['string', 'integer'] } }, params: { type: 'object' }, message: { type: 'string' } },
      },
    },
  },
};

const schemaOf = (shape: z.ZodType): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' }) as Json;
  return schema;
};

/** The schema of a content; a variant is one of its cases. */
function contentSchema(kind: AnyKind): Json {
  const schema = schemaOf(kind.shape);
  const properties = { ...(schema['properties'] as Json) };
  for (const [name, each] of Object.entries(kind.fields as Fields)) {
    if (each.type !== 'variant') continue;
    properties[name] = { description: `By \`${each.by ?? ''}\`.`, anyOf: Object.entries(each.cases ?? {}).map(([code, one]) => ({ title: code, ...schemaOf(field.shapeOf(one.fields ?? {})) })) };
  }
  return { ...schema, properties };
}

function recordSchema(kind: AnyKind): Json {
  const text = { type: 'string' };
  return {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' }, kind: { const: kind.name }, kv: { type: 'integer' }, coop: text, party: text, version: text, ordinal: { type: 'integer' },
      standing: { enum: kind.regime === 'joint' ? ['proposed', 'agreed', 'changing', 'declined', 'retired'] : ['current', 'retired'] },
      title: {}, date: { type: ['string', 'null'] }, at: { type: 'string', format: 'date-time' }, waitsFor: { type: 'array', items: text },
      content: contentSchema(kind), translations: { type: 'object' },
    },
  };
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const jsonOf = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
const inPath = (name: string): Json => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const inQuery = (name: string, type = 'string'): Json => ({ name, in: 'query', schema: { type } });
const refusals: Json = { default: { description: 'Problems', ...jsonOf(ref('Problems')) } };

function listOperation(kind: AnyKind, lang: Lang): Json {
  const filters = (kind.list?.filters ?? []).map((name: string) => inQuery(name));
  return {
    summary: showLabel(kind.label.many, lang), operationId: `list-${kind.name}`,
    parameters: [inPath('coop'), ...['q', 'sort', 'standing', 'by', 'from', 'to', 'linked'].map((name) => inQuery(name)), inQuery('limit', 'integer'), inQuery('offset', 'integer'), ...filters],
    responses: { 200: { description: 'Rows', ...jsonOf({ type: 'object', properties: { total: { type: 'integer' }, counts: { type: 'object' }, rows: { type: 'array', items: ref(kind.name) } } }) }, ...refusals },
  };
}

const searchOperation = (lang: Lang): Json => ({
  summary: pages.t(lang)('search'), operationId: 'search', parameters: [inQuery('q'), inQuery('kind')],
  responses: { 200: { description: 'Hits', ...jsonOf({ type: 'object', properties: { hits: { type: 'array', items: { type: 'object' } } } }) }, ...refusals },
});

const getOperation = (kind: AnyKind, lang: Lang): Json => ({
  summary: showLabel(kind.label.one, lang), operationId: `get-${kind.name}`, parameters: [inPath('coop'), inPath('id')],
  responses: { 200: { description: 'Record', ...jsonOf(ref(kind.name)) }, ...refusals },
});

const commandOperation = (command: Command, lang: Lang): Json => ({
  summary: showLabel(command.about, lang), operationId: command.name,
  requestBody: { required: true, ...jsonOf(schemaOf(command.input)) },
  responses: { 200: { description: 'Answer' }, ...refusals },
});
