import { z } from 'zod';
import { Problem } from './problem.ts';
import { PublicationStatus } from './publication-status.ts';
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
  /** Of a quote from a paper that was not in good standing when the answer was given. */
  status: PublicationStatus.exactOptional(),
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

/** What one paper says of one aspect: words, how far they answer, and the claims that they stand in, by position. */
export const ComparedCell = z.object({
  /** Empty where nothing in the paper answers. */
  text: z.string(),
  /** `not-in-corpus`: not in this paper. `no-answer`: it could not be searched. */
  verdict: Verdict,
  /** Positions in the answer's `claims`. */
  claims: z.array(z.int().min(0)),
});
export type ComparedCell = z.infer<typeof ComparedCell>;

/** Papers side by side: a row for each, with a cell for each aspect. */
export const AnswerTable = z.object({
  aspects: z.array(z.string()),
  rows: z.array(
    z.object({
      /** Key of the paper. */
      paper: z.string(),
      title: z.string(),
      /** As many as there are aspects, in their order. */
      cells: z.array(ComparedCell),
    }),
  ),
});
export type AnswerTable = z.infer<typeof AnswerTable>;

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

/** Where an answer is looked for: in the graph and the text, or in the text alone. */
export const Ways = z.enum(['both', 'text']);
export type Ways = z.infer<typeof Ways>;

/** With what a question was asked besides its mode and collection, so that it can be asked again in the same way. */
export const AskSettings = z.object({
  /** Key of the one paper that was asked. */
  paper: z.string().exactOptional(),
  /** What phrases of the question were said to mean. */
  links: z.array(z.object({ phrase: z.string(), chosen: Iri })).exactOptional(),
  /** `text` where the graph was left out; absent where it was not. */
  ways: Ways.exactOptional(),
  /** Name of the chat model, or `none`. */
  model: z.string(),
});
export type AskSettings = z.infer<typeof AskSettings>;

const Reading = z.enum(['yes', 'no', 'maybe']);

/** Whether what was asked comes out as yes or no. It is read from cues and so no more than probable. */
export const AnswerPolarity = z.object({
  /** `maybe`: the papers do not say the same, or say that it depends. */
  reading: Reading,
  /** 0 to 1. */
  probability: z.number(),
  /** The answer opens with it: such readings are mostly right. Otherwise it is no more than a leaning. */
  told: z.literal(true).exactOptional(),
  /** What each paper says, and the quotes that it was read from, as positions in the answer's `claims`. */
  papers: z.array(
    z.object({
      paper: z.string(),
      title: z.string(),
      reading: Reading,
      probability: z.number(),
      claims: z.array(z.int().min(0)),
    }),
  ),
});
export type AnswerPolarity = z.infer<typeof AnswerPolarity>;

/** A part of a question that asked several things, and what came of it. */
export const AnswerPart = z.object({
  /** Its words as they were asked: what it takes from an earlier part is put in. */
  question: z.string(),
  verdict: Verdict,
  /** Positions in the answer's `claims`. */
  claims: z.array(z.int().min(0)),
  /** Of a part for yes or no. */
  polarity: AnswerPolarity.exactOptional(),
});
export type AnswerPart = z.infer<typeof AnswerPart>;

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
  /** Of a question for yes or no, or a statement to be checked. */
  polarity: AnswerPolarity.exactOptional(),
  /** Of a question that compares papers. */
  table: AnswerTable.exactOptional(),
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
  /** Of a question that was split: its parts in order. */
  parts: z.array(AnswerPart).exactOptional(),
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
