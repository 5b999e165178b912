import { join } from 'node:path';
import { type ModelIdentity, ModelStore, openEmbedder } from '@askg/inference';
import { Retriever } from '@askg/retrieval';
import { withLeaning } from '../../../libs/kgqp/src/answer/polarity/told-sentence.ts';
import { KeptEmbedder } from '../retrieval/kept-embedder.ts';
import type { StanceExample } from './fit-stance.ts';
import type { LabelledTexts } from './labelled-texts.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The same texts twice: with their leaning by the embedder of the product, and by their words alone. */
export type StanceExamples = { byMeaning: StanceExample[]; byWords: StanceExample[]; embedder: ModelIdentity };

export async function stanceExamples(labelled: readonly LabelledTexts[]): Promise<StanceExamples> {
  const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
  const cache = join(root, 'node_modules', '.cache', 'askg-eval', 'vectors');
  const embedder = new KeptEmbedder(await openEmbedder(new ModelStore(models)), cache);
  // Scoring by meaning asks the embedder alone.
  const retriever = new Retriever({ index: undefined as never, embedder });
  try {
    const byMeaning: StanceExample[] = [];
    for (const { texts, reading, ...rest } of labelled) {
      const sentences = await withLeaning(rest.asked, texts, async (statement, those) => {
        const { scores, method } = await retriever.scoreTexts(statement, those);
        if (method === 'words') throw new Error('The embedder failed.');
        return scores;
      });
      byMeaning.push({ ...rest, sentences, due: reading });
    }
    const byWords = labelled.map(({ texts, reading, ...rest }) => ({
      ...rest,
      sentences: texts.map((text) => ({ text })),
      due: reading,
    }));
    return { byMeaning, byWords, embedder: embedder.model };
  } finally {
    await embedder.close();
  }
}
