import { createHash } from 'node:crypto';
import type { Answer } from '@askg/contract';

/** The answer with the hash of all the rest of it. */
export function sealAnswer(answer: Answer): Answer {
  return { ...answer, hash: hashOfAnswer(answer) };
}

/** Whether an answer is word for word what was sealed; undefined for one that was never sealed. */
export function isSealed(answer: Answer): boolean | undefined {
  return answer.hash === undefined ? undefined : answer.hash === hashOfAnswer(answer);
}

/** SHA-256 in hex over the canonical JSON of an answer without its `hash`. */
export function hashOfAnswer(answer: Answer): string {
  const { hash: _, ...rest } = answer;
  return createHash('sha256').update(canonicalJson(rest)).digest('hex');
}

/**
 * JSON in the canonical form of RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785): keys in the order of their UTF-16 code
 * units, no space, numbers and strings as ECMAScript writes them. Fields that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  // Not through a sorted object: of keys that are whole numbers it keeps an order of its own.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
