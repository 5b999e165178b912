import { EntityType } from '@askg/contract';
import { relationKinds } from './suggestions.ts';

const text = { type: 'string' } as const;
const number = { type: 'integer' } as const;

/** The JSON Schema of a model's reply about one batch; sentences are named by their number in it, from 1. */
export const replySchema = {
  type: 'object',
  properties: {
    entities: listOf({ label: text, type: { type: 'string', enum: EntityType.options }, sentence: number }),
    relations: listOf({ from: text, kind: { type: 'string', enum: relationKinds }, to: text, sentence: number }),
  },
  required: ['entities', 'relations'],
  additionalProperties: false,
} as const;

function listOf(properties: Record<string, object>): object {
  const items = { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
  return { type: 'array', items };
}
