import { EntityType } from '@askg/contract';
import type { ShownSentence } from './sentence-batches.ts';
import { type DropReason, type RelationKind, relationKinds, type Suggestions } from './suggestions.ts';

/** Code points of a label: what is longer is a clause, not a name. */
const longestLabel = 100;

/**
 * What can be believed of a reply about a batch: entities whose label stands word for word in the sentence named, and
 * relations of the closed set between two of them whose sentence holds both labels. All else is dropped and counted.
 * @returns undefined where the reply is not of the form asked for, and nothing of it can be used
 */
export function checkReply(reply: unknown, batch: readonly ShownSentence[]): Suggestions | undefined {
  if (!isRecord(reply) || !Array.isArray(reply['entities']) || !Array.isArray(reply['relations'])) return undefined;
  const found: Suggestions = { entities: [], relations: [], dropped: {} };
  const take = <T extends object>(items: unknown[], check: (item: unknown) => T | DropReason, kept: T[]): void => {
    for (const item of items) {
      const checked = check(item);
      if (typeof checked === 'string') found.dropped[checked] = (found.dropped[checked] ?? 0) + 1;
      else kept.push(checked);
    }
  };
  take(reply['entities'], (item) => checkEntity(item, batch), found.entities);
  const known = new Set(found.entities.map(({ label }) => label));
  take(reply['relations'], (item) => checkRelation(item, batch, known), found.relations);
  return found;
}

function checkEntity(item: unknown, batch: readonly ShownSentence[]): Suggestions['entities'][number] | DropReason {
  if (!isRecord(item) || !isLabel(item['label'])) return 'malformed';
  const type = EntityType.safeParse(item['type']);
  if (!type.success) return 'unknown-type';
  const sentence = batch[Number(item['sentence']) - 1];
  if (!sentence) return 'unknown-sentence';
  const { label } = item;
  return holds(sentence.text, label) ? { label, type: type.data, sentences: [sentence.id] } : 'not-in-sentence';
}

function checkRelation(
  item: unknown,
  batch: readonly ShownSentence[],
  known: ReadonlySet<string>,
): Suggestions['relations'][number] | DropReason {
  if (!isRecord(item) || !isLabel(item['from']) || !isLabel(item['to'])) return 'malformed';
  const { from, to, kind } = item;
  if (!isRelationKind(kind)) return 'unknown-relation';
  const sentence = batch[Number(item['sentence']) - 1];
  if (!sentence) return 'unknown-sentence';
  if (from === to || !known.has(from) || !known.has(to)) return 'unknown-entity';
  if (!holds(sentence.text, from) || !holds(sentence.text, to)) return 'not-in-sentence';
  return { kind, from, to, sentence: sentence.id };
}

/** Whether the words stand in the text as they are, not inside a longer word. */
function holds(text: string, label: string): boolean {
  for (let at = text.indexOf(label); at !== -1; at = text.indexOf(label, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + label.length);
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

function isLabel(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /[\p{L}\p{N}]/u.test(value) &&
    value === value.trim() &&
    [...value].length <= longestLabel
  );
}

function isRelationKind(value: unknown): value is RelationKind {
  return (relationKinds as readonly unknown[]).includes(value);
}

function isRecord<T>(value: T): value is T & Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
