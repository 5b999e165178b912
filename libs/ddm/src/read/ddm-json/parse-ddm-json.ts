import { DdmError } from '../../ddm-error.ts';
import { decodeText } from '../markdown/decode-text.ts';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [name: string]: Json };

/** The largest file that is read, in bytes: far above any paper. */
const largest = 16 * 1024 * 1024;

/**
 * The paper of a file.
 * @throws DdmError `ddm/too-large`, `ddm/malformed-text`, `ddm/malformed-json`, `ddm/not-ddm-json`
 */
export function parseDdmJson(bytes: Uint8Array): JsonObject {
  const text = decodeText(bytes, largest).replace(/^\ufeff/, '');
  let value: Json;
  try {
    // An escape can write half a character, which no text holds.
    value = JSON.parse(text, (_, each: Json) => (typeof each === 'string' ? each.toWellFormed() : each)) as Json;
  } catch (cause) {
    throw new DdmError('ddm/malformed-json', cause instanceof Error ? cause.message : String(cause), { cause });
  }
  if (!isObject(value) || !Array.isArray(value['sections'])) {
    throw new DdmError('ddm/not-ddm-json', 'The file is no object with “sections”.');
  }
  return value;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
