import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InferenceError } from '../inference-error.ts';
import { manifest } from './manifest.ts';
import { ModelEntry } from './model-entry.ts';

/** Name of the file in the models folder in which an operator describes models of their own. */
export const ownManifestFile = 'manifest.json';

export const OwnManifest = z.strictObject({ models: z.array(ModelEntry) });
export type OwnManifest = z.infer<typeof OwnManifest>;

/**
 * The models that the operator has added to a models folder; none without such a file.
 * @throws InferenceError `inference/bad-manifest`, naming the entry and the field at fault
 */
export function ownModels(folder: string): ModelEntry[] {
  const path = join(folder, ownManifestFile);
  const { models } = parse(path, read(path));
  const names = new Set(manifest.models.map(({ name }) => name));
  for (const { name } of models) {
    if (names.has(name)) throw fault(path, `the name ${name} is taken already; choose another.`);
    names.add(name);
  }
  return models;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '{"models":[]}';
    throw fault(path, `it cannot be read: ${(error as Error).message}.`);
  }
}

function parse(path: string, text: string): OwnManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw fault(path, `it is no JSON: ${(error as Error).message}.`);
  }
  const parsed = OwnManifest.safeParse(value);
  if (!parsed.success) throw fault(path, complaints(parsed.error, value));
  return parsed.data;
}

function complaints({ issues }: z.ZodError, value: unknown): string {
  return `${issues.map(({ path, message }) => `${placeOf(path, value)}: ${message}`).join('; ')}.`;
}

/** An entry is called by its name where it has one: its number in the list says little. */
function placeOf(path: readonly PropertyKey[], value: unknown): string {
  const [list, at, ...rest] = path;
  const models = (value as { models?: { name?: unknown }[] } | null)?.models;
  const name = list === 'models' && typeof at === 'number' ? models?.[at]?.name : undefined;
  return (typeof name === 'string' ? [name, ...rest] : path).join('.') || 'the whole';
}

function fault(path: string, detail: string): InferenceError {
  return new InferenceError('inference/bad-manifest', `${path}: ${detail}`);
}
