import { EntityType } from '@askg/contract';
import { relationKinds } from './suggestions.ts';

const text = { type: 'string' } as const;
const number = { type: 'integer' } as const;

/** A small model does not find an end by itself; with so many a reply keeps within the tokens that it may have. */
const mostEntities = 30;
const mostRelations = 12;

/** The JSON Schema of a model's reply about one batch; sentences are named by their number in it, from 1. */
export const replySchema = {
  type: 'object',
  properties: {
    entities: listOf(
      { label: text, type: { type: 'string', enum: EntityType.options }, sentence: number },
      mostEntities,
    ),
    relations: listOf(
      { from: text, kind: { type: 'string', enum: relationKinds }, to: text, sentence: number },
      mostRelations,
    ),
  },
  required: ['entities', 'relations'],
  additionalProperties: false,
} as const;

function listOf(properties: Record<string, object>, maxItems: number): object {
  const items = { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
  return { type: 'array', items, maxItems };
}
