import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lastTokenEncoder, openCausalModel, openModelStore } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { documentForm, pseudoQuery, queryForm } from './prompts.ts';
import { unit, unitCosine } from './vector-sums.ts';

const name = 'e2rank-0.6b';
// oxlint-disable-next-line node/no-process-env -- Only a test looks for the weights by itself.
const folder = process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '../../../../../data/models');
const isHere = existsSync(join(folder, name, 'model.onnx'));
const missing = ` (need ${name} in ASKG_MODELS, as scripts/models/export_e2rank.py makes it)`;

// The example of the README: its queries, its documents, and the scores that it prints for transformers.
const queries = ['What is the capital of China?', 'Explain gravity'];
const documents = [
  'The capital of China is Beijing.',
  'Gravity is a force that attracts two bodies towards each other. It gives weight to physical objects and is responsible for the movement of planets around the sun.',
];
const printed = {
  embedding: [0.5951, 0.0304, 0.062, 0.5627],
  reranking: [0.8514, 0.2427, 0.3315, 0.7923],
};

(isHere ? describe : describe.skip)(`the published weights of E2Rank${isHere ? '' : missing}`, () => {
  it('give the scores of the README', async () => {
    const encoder = lastTokenEncoder(await openCausalModel(openModelStore(folder), name, { cores: 2 }));
    try {
      const read = async (prompts: string[]) => (await encoder.lastStates(prompts)).map(unit);
      const passages = await read(documents.map(documentForm));
      const scores = async (prompts: string[]) =>
        (await read(prompts)).flatMap((query) => passages.map((passage) => unitCosine(query, passage)));
      const found = {
        embedding: await scores(queries.map((query) => queryForm(query))),
        reranking: await scores(queries.map((query) => pseudoQuery(query, documents, { readmeCompat: true }))),
      };
      // Other engines differ by up to 0.003.
      const near = (values: number[]) => values.map((value) => expect.closeTo(value, 2));
      expect(found).toEqual({ embedding: near(printed.embedding), reranking: near(printed.reranking) });
    } finally {
      await encoder.close();
    }
  }, 600_000);
});
