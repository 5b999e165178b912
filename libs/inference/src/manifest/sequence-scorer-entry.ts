import { z } from 'zod';

const AnswerToken = z.strictObject({
  /** As the vocabulary writes it, such as `▁true`. Its id is looked up in the tokenizer. */
  token: z.string().min(1),
  /** The id it must have there; a tokenizer with another one is refused. */
  id: z.int().min(0).exactOptional(),
});

/** What the manifest says of an encoder-decoder that answers in one word whether a text is relevant. */
export const sequenceScorerShape = {
  kind: z.literal('sequence-to-sequence-scorer'),
  /** `decoder_start_token_id` of the model's config: what the decoder is given before its first word. */
  decoderStart: z.int().min(0),
  answers: z.strictObject({ relevant: AnswerToken, other: AnswerToken }),
};
