import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ModelStore } from '../fetch/model-store.ts';
import type { SequenceScorerEntry } from '../manifest/model-entry.ts';
import type { PairTemplate } from '../pair-template.ts';

const folder = join(import.meta.dirname, 'tiny', 'monot5');

/** What `tiny/make_tiny_monot5.py` computed with torch: prompts, ids of the whole, and the two logits of what `maxTokens` leave. */
export const monoT5Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  maxTokens: number;
  pairs: { query: string; document: string; prompt: string; ids: number[]; relevant: number; other: number }[];
  texts: { text: string; ids: number[] }[];
};

export const monoT5Tokenizer = JSON.parse(readFileSync(join(folder, 'tokenizer.json'), 'utf8')) as object;

/** Ids of the tiny vocabulary; the two answers stand where they do in the English T5. */
export const monoT5Ids = { end: 1, blank: 3, true: 1176, false: 6136 };

/** The text of monoT5, as the reference has it. */
export const monoT5Text: PairTemplate = { query: 'Query: ', document: ' Document: ', end: ' Relevant:' };

export const layouts = { fused: ['model.onnx'], pair: ['encoder_model.onnx', 'decoder_model.onnx'] };
export type Layout = keyof typeof layouts;

export function tinyMonoT5File(name: string): string {
  return join(folder, name);
}

export function tinyMonoT5(layout: Layout, changes: Partial<SequenceScorerEntry> = {}): SequenceScorerEntry {
  return {
    name: `tiny-monot5-${layout}`,
    kind: 'sequence-to-sequence-scorer',
    origin: 'made for tests',
    licence: 'Apache-2.0',
    maxTokens: monoT5Expected.maxTokens,
    decoderStart: 0,
    answers: {
      relevant: { token: '▁true', id: monoT5Ids.true },
      other: { token: '▁false', id: monoT5Ids.false },
    },
    files: [...layouts[layout], 'tokenizer.json'].map((name) => ({
      name,
      bytes: statSync(join(folder, name)).size,
      sha256: createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
      sources: [],
    })),
    ...changes,
  };
}

/** A store in an empty folder that knows this model, and in which it already is. */
export function storeWithMonoT5(empty: string, model: SequenceScorerEntry): ModelStore {
  const store = new ModelStore(empty, { models: [model] });
  mkdirSync(join(empty, model.name));
  for (const { name } of model.files) cpSync(join(folder, name), store.path(model.name, name));
  return store;
}
