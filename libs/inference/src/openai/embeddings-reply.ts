import { z } from 'zod';
import { unusableReply } from './unusable-reply.ts';

const Embeddings = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()) })) });

/**
 * The embeddings of a reply in the order of the texts that were sent, by the index that the server gives each.
 * Errors: `inference/unusable-reply` when it is none, or not one for each text.
 */
export function embeddingsOf(reply: unknown, texts: number): number[][] {
  const parsed = Embeddings.safeParse(reply);
  if (!parsed.success) throw unusableReply(`it is no list of embeddings: ${z.prettifyError(parsed.error)}`);
  const { data } = parsed.data;
  const byIndex = new Map(data.map(({ index, embedding }) => [index, embedding]));
  if (byIndex.size !== texts || data.length !== texts) {
    throw unusableReply(`it has ${data.length} vectors for ${texts} texts.`);
  }
  return Array.from({ length: texts }, (_, index) => {
    const embedding = byIndex.get(index);
    if (embedding === undefined) throw unusableReply(`text ${index} has no vector.`);
    return embedding;
  });
}
