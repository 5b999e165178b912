import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openCausalModel, openModelStore } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { mergeBlocks } from './merge-blocks.ts';
import { readProjector } from './projector.ts';
import { listwisePrompt } from './prompt.ts';
import { StatesReader } from './states-reader.ts';

const name = 'jina-reranker-v3';
// oxlint-disable-next-line node/no-process-env -- Only a test looks for the weights by itself.
const folder = process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '../../../../../data/models');
const isHere = existsSync(join(folder, name, 'model.onnx')) && existsSync(join(folder, name, 'projector.safetensors'));
const missing = ` (need ${name} in ASKG_MODELS, as scripts/models/export_jina_reranker_v3.py makes it)`;

// The example of the model card: its query, its documents, and the scores that it prints for the four relevant ones.
const query = 'What are the health benefits of green tea?';
const passages = [
  'Green tea contains antioxidants called catechins that may help reduce inflammation and protect cells from damage.',
  'El precio del café ha aumentado un 20% este año debido a problemas en la cadena de suministro.',
  'Studies show that drinking green tea regularly can improve brain function and boost metabolism.',
  'Basketball is one of the most popular sports in the United States.',
  '绿茶富含儿茶素等抗氧化剂，可以降低心脏病风险，还有助于控制体重。',
  'Le thé vert est riche en antioxydants et peut améliorer la fonction cérébrale.',
];
const printed = new Map([
  [0, 0.2976],
  [4, 0.2258],
  [2, 0.1911],
  [5, 0.164],
]);

(isHere ? describe : describe.skip)(`the published weights${isHere ? '' : missing}`, () => {
  it('give the scores of the model card', async () => {
    const store = openModelStore(folder, { noncommercial: true });
    const model = await openCausalModel(store, name, { cores: 2 });
    try {
      const reader = new StatesReader(model, await readProjector(store.path(name, 'projector.safetensors')));
      const vectors = await reader.read(listwisePrompt({ query, passages }), passages.length);
      const scores = mergeBlocks([vectors]);
      // The card was made with 16-bit floats.
      for (const [i, score] of printed) expect(Math.abs((scores[i] ?? NaN) - score)).toBeLessThan(5e-3);
    } finally {
      await model.close();
    }
  }, 600_000);
});
