import { z } from 'zod';
import { Iri } from './values.ts';

/** Longest note and longest expected text, in UTF-16 code units. */
export const longestNote = 2000;

/** What a reader thinks of a claim: `missing` says that something should have been there. */
export const Judgement = z.enum(['right', 'wrong', 'missing']);
export type Judgement = z.infer<typeof Judgement>;

/** What should have been in an answer: a unit of a paper by its IRI, or its words, with the key of its paper if known. */
export const Expected = z.strictObject({
  iri: Iri.exactOptional(),
  text: z.string().min(1).max(longestNote).exactOptional(),
  paper: z.string().min(1).exactOptional(),
});
export type Expected = z.infer<typeof Expected>;

/** What `POST /api/feedback` takes. Fields that are not known are refused. */
export const Feedback = z.strictObject({
  answer: z.string().min(1).describe('Id of the answer.'),
  claim: z.int().min(0).exactOptional().describe('Position of the claim, from 0; without it, the answer as a whole.'),
  judgement: Judgement,
  note: z.string().max(longestNote).exactOptional().describe('Why, in plain text.'),
  expected: Expected.exactOptional().describe('For "missing": what should have been there.'),
});
export type Feedback = z.infer<typeof Feedback>;

/** Feedback as it is kept; `at` is ISO 8601 in UTC. */
export const KeptFeedback = Feedback.extend({ at: z.string() });
export type KeptFeedback = z.infer<typeof KeptFeedback>;
