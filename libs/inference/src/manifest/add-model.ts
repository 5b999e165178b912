import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileDigest } from '../fetch/file-digest.ts';
import { InferenceError } from '../inference-error.ts';
import { manifest } from './manifest.ts';
import { ModelEntry, type ModelFile } from './model-entry.ts';
import { type OwnManifest, ownManifestFile, ownModels } from './own-models.ts';

/** Name of the file beside the weights that says all of a model but its files. */
export const modelCardFile = 'askg-model.json';

/**
 * Adds a model of the operator's own to a models folder: copies its files there and writes the entry with their sizes and
 * digests. An entry of that name, of the operator's own too, is replaced.
 * @param from a folder with the files and an `askg-model.json`: an entry of the manifest without `files`
 * @throws InferenceError `inference/bad-manifest`, `inference/folder-not-writable`
 */
export async function addModel(folder: string, from: string, signal?: AbortSignal): Promise<ModelEntry> {
  const card = readCard(from);
  const names = (await readdir(from)).filter((name) => name !== modelCardFile);
  const files = await Promise.all(names.map((name) => describe(from, name, signal)));
  const parsed = ModelEntry.safeParse({ ...card, files });
  if (!parsed.success) {
    const said = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
    throw fault(from, `${said.join('; ')}.`);
  }
  const model = parsed.data;
  if (manifest.models.some(({ name }) => name === model.name)) {
    throw fault(from, `name: ${model.name} is one of askg's own models; choose another.`);
  }
  const others = ownModels(folder).filter(({ name }) => name !== model.name);
  try {
    await mkdir(join(folder, model.name), { recursive: true });
    for (const { name } of files) {
      signal?.throwIfAborted();
      await copyFile(join(from, name), join(folder, model.name, name));
    }
    await write(join(folder, ownManifestFile), { models: [...others, model] });
  } catch (error) {
    if (signal?.aborted) throw new InferenceError('inference/cancelled', `Adding ${model.name} was cancelled.`);
    throw new InferenceError('inference/folder-not-writable', `${folder}: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  return model;
}

function readCard(from: string): object {
  try {
    const card: unknown = JSON.parse(readFileSync(join(from, modelCardFile), 'utf8'));
    if (typeof card === 'object' && card !== null) return card;
  } catch (error) {
    throw fault(from, (error as Error).message);
  }
  throw fault(from, 'it is no object.');
}

async function describe(from: string, name: string, signal?: AbortSignal): Promise<ModelFile> {
  const path = join(from, name);
  const { size } = await stat(path);
  return { name, bytes: size, sha256: await fileDigest(path, signal), sources: [] };
}

/** Whole or not at all: another process may read it at any time. */
async function write(path: string, content: OwnManifest): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

function fault(from: string, detail: string): InferenceError {
  return new InferenceError('inference/bad-manifest', `${join(from, modelCardFile)}: ${detail}`);
}
