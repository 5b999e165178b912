import { z } from 'zod';
import { Problem } from './problem.ts';
import { Box, Degraded, Digest, Iri, Timings } from './values.ts';

/** A quoted unit: its verbatim words, where they stand, and digests of the text and the graph they were taken from. */
export const Citation = z.object({
  n: z.int().min(1),
  iri: Iri,
  paper: z.string(),
  title: z.string(),
  section: z.string().exactOptional(),
  unit: z.enum(['sentence', 'caption', 'item', 'table-row', 'metadata']),
  quote: z.string(),
  boxes: z.array(Box),
  textDigest: Digest,
  graphDigest: Digest,
});
export type Citation = z.infer<typeof Citation>;

export const BoundTerm = z.object({
  type: z.enum(['uri', 'literal']),
  value: z.string(),
  datatype: z.string().exactOptional(),
});
export type BoundTerm = z.infer<typeof BoundTerm>;

/** A result row that supports a claim; `query` is the position in the answer's `sparql`. */
export const Row = z.object({
  query: z.int().min(0),
  bindings: z.record(z.string(), BoundTerm),
  sources: z.array(Citation),
});
export type Row = z.infer<typeof Row>;

export const Support = z.object({
  label: z.enum(['supported', 'partly', 'unsupported']),
  score: z.number(),
  method: z.string(),
});
export type Support = z.infer<typeof Support>;

export const Claim = z.object({ text: z.string(), support: Support, citations: z.array(Citation), rows: z.array(Row) });
export type Claim = z.infer<typeof Claim>;

/** A query that was run for the answer; `ms` in milliseconds, `loss` from 0 (nothing given up) to 1. */
export const SparqlRun = z.object({
  kind: z.enum(['fact', 'textual-nodes']),
  origin: z.enum(['planner', 'model', 'user']),
  text: z.string(),
  rows: z.int().min(0),
  ms: z.number().min(0),
  state: z.enum(['ok', 'empty', 'invalid', 'timeout']),
  relaxed: z.array(z.object({ step: z.string(), loss: z.number() })),
  /** Of a query that found nothing: the condition without which it would have found something, as SPARQL. */
  emptiedBy: z.string().exactOptional(),
  /** Of an invalid query: what is wrong with it. */
  faults: z.array(z.string()).exactOptional(),
});
export type SparqlRun = z.infer<typeof SparqlRun>;

export const Link = z.object({
  phrase: z.string(),
  chosen: Iri,
  /** `kind`: the name of its class, such as `Keyword`, which tells things of one name apart. */
  alternatives: z.array(z.object({ iri: Iri, label: z.string(), score: z.number(), kind: z.string().exactOptional() })),
  /** Whether the person who asked chose it among alternatives. */
  confirmed: z.literal(true).exactOptional(),
});
export type Link = z.infer<typeof Link>;

export const AnswerPassage = z.object({
  iri: Iri,
  paper: z.string(),
  score: z.number(),
  methods: z.array(z.string()),
});
export type AnswerPassage = z.infer<typeof AnswerPassage>;

/** `no-answer` means that nothing could be tried: see `problem`. `not-in-corpus` comes with the nearest units. */
export const Verdict = z.enum(['supported', 'partly-supported', 'not-in-corpus', 'no-answer']);
export type Verdict = z.infer<typeof Verdict>;

export const Usage = z.object({
  modelCalls: z.int().min(0),
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
});
export type Usage = z.infer<typeof Usage>;

/** A model that took part in finding: what it did, which weights it has, and under which licence. */
export const ModelUse = z.object({
  role: z.enum(['embedder', 'reranker']),
  name: z.string(),
  /** SHA-256 of the weights in hex; of a model behind a server, of what is known of it. */
  digest: z.string(),
  /** Absent where the weights are out of sight. */
  licence: z.string().exactOptional(),
  /** false: the licence forbids every use that earns money. */
  commercial: z.boolean().exactOptional(),
});
export type ModelUse = z.infer<typeof ModelUse>;

/**
 * What did not come of a question, for programs. `no-query`: no query to the graph means it; `no-result`: those that were run
 * found nothing; `model-unavailable`: the chat model gave nothing that could be used.
 */
export const AnswerState = z.enum(['no-query', 'no-result', 'model-unavailable']);
export type AnswerState = z.infer<typeof AnswerState>;

/** A file of instructions to a chat model. Its version is in its name; a prompt that says something else is another file. */
export const PromptUse = z.object({
  file: z.string(),
  /** SHA-256 of the file. */
  digest: Digest,
});
export type PromptUse = z.infer<typeof PromptUse>;

/** With what a question was asked besides its mode and collection, so that it can be asked again in the same way. */
export const AskSettings = z.object({
  /** Key of the one paper that was asked. */
  paper: z.string().exactOptional(),
  /** What phrases of the question were said to mean. */
  links: z.array(z.object({ phrase: z.string(), chosen: Iri })).exactOptional(),
  /** Name of the chat model, or `none`. */
  model: z.string(),
});
export type AskSettings = z.infer<typeof AskSettings>;

export const Answer = z.object({
  schema: z.literal('askg.answer/1'),
  id: z.string(),
  question: z.string(),
  mode: z.enum(['answer', 'retrieve', 'sparql']),
  corpus: z.object({ version: z.int().min(0), collection: z.string().exactOptional() }),
  /** The other graph that was asked in place of the corpus, and when it was last described. */
  graph: z.object({ name: z.string(), source: z.string(), described: z.string() }).exactOptional(),
  verdict: Verdict,
  answer: z.string(),
  claims: z.array(Claim),
  nearest: z.array(Citation),
  sparql: z.array(SparqlRun),
  links: z.array(Link),
  passages: z.array(AnswerPassage),
  models: z.array(ModelUse).exactOptional(),
  states: z.array(AnswerState).exactOptional(),
  degraded: z.array(Degraded),
  usage: Usage,
  timings: Timings,
  problem: Problem.exactOptional(),
  settings: AskSettings.exactOptional(),
  /** What the run set out to do, step by step. */
  plan: z.array(z.string()).exactOptional(),
  /** All quotes that were chosen, those that no claim cites included. */
  evidence: z.array(Citation).exactOptional(),
  /** The prompts that a chat model was sent. */
  prompts: z.array(PromptUse).exactOptional(),
  /** Id of the answer whose question was asked again. */
  rerunOf: z.string().exactOptional(),
  /**
   * SHA-256 of the answer as it is kept, without this field, in the canonical form of RFC 8785: keys in the order of their
   * UTF-16 code units, no space, numbers and strings as `JSON.stringify` writes them, in UTF-8.
   */
  hash: Digest.exactOptional(),
});
export type Answer = z.infer<typeof Answer>;
