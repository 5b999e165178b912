import { bestLabels } from './chain.ts';
import { CompiledWeights, type KnownForm, edgeForm } from './compiled-weights.ts';
import { type Form, distances, featuresAtDistance, formOf } from './features.ts';
import { firstOf, innerOf, kinds, type Kind, labelCount, outside } from './labels.ts';
import { PathChances, transitionFactors } from './path-chances.ts';
import type { Weights } from './weights.ts';
import type { WordClasses } from './word-classes.ts';

/** Words `from` to `to` (not included) name something of a kind; `score` is how likely that is, from 0 to 1. */
export type Span = { from: number; to: number; kind: Kind; score: number };

type Seen = KnownForm & { pulls: Float64Array };

const n = labelCount;
/** Words whose scores are remembered; a paper has some thousands. */
const mostSeen = 20_000;

/** Finds spans in sentences. Remembers what it has worked out for a word. */
export class Tagger {
  readonly #weights: CompiledWeights;
  readonly #classes: WordClasses;
  readonly #factors: Float64Array;
  readonly #seen = new Map<string, Seen>();
  readonly #edge: Seen;

  constructor(weights: Weights, classes: WordClasses) {
    this.#weights = new CompiledWeights(weights);
    this.#classes = classes;
    this.#factors = transitionFactors(weights.transitions);
    const edge = edgeForm(this.#weights);
    this.#edge = { ...edge, pulls: this.#pulls(edge.form) };
  }

  tag(words: readonly string[]): Span[] {
    if (words.length === 0) return [];
    const emissions = this.#emissions(words);
    const labels = bestLabels(emissions, this.#weights.transitions);
    if (labels.every((label) => label === outside)) return [];
    const chances = new PathChances(emissions, this.#factors);
    return spansOf(labels).map((span) => ({ ...span, score: chanceOf(span, words.length, chances) }));
  }

  #emissions(words: readonly string[]): Float64Array {
    const seen = words.map((word) => this.#look(word));
    const emissions = new Float64Array(words.length * n);
    for (let i = 0; i < words.length; i++) {
      const own = emissions.subarray(i * n, (i + 1) * n);
      this.#weights.addJoint(own, seen, i, this.#edge);
      for (const [d, distance] of distances.entries()) {
        const { pulls } = seen[i + distance] ?? this.#edge;
        for (let label = 0; label < n; label++) own[label]! += pulls[d * n + label]!;
      }
    }
    return emissions;
  }

  #look(word: string): Seen {
    const known = this.#seen.get(word);
    if (known) return known;
    const form = formOf(word, this.#classes);
    const seen = { ...this.#weights.know(form), pulls: this.#pulls(form) };
    if (this.#seen.size >= mostSeen) this.#seen.clear();
    this.#seen.set(word, seen);
    return seen;
  }

  /** What a word says of the places at each of the distances before and after it. */
  #pulls(form: Form): Float64Array {
    const pulls = new Float64Array(distances.length * n);
    for (const [d, distance] of distances.entries()) {
      for (const feature of featuresAtDistance(form, distance)) {
        const weights = this.#weights.single.get(feature);
        if (weights) for (let label = 0; label < n; label++) pulls[d * n + label]! += weights[label]!;
      }
    }
    return pulls;
  }
}

/** The share of all paths that hold the span: those that begin it and go on to its end, less those that go on beyond. */
function chanceOf({ from, to, kind }: Omit<Span, 'score'>, length: number, chances: PathChances): number {
  const first = firstOf(kinds.indexOf(kind));
  const inner = innerOf(kinds.indexOf(kind));
  const whole = chances.of(from, to, first, inner);
  const longer = to < length ? chances.of(from, to + 1, first, inner) : 0;
  return Math.min(1, Math.max(0, whole - longer));
}

function spansOf(labels: Uint8Array): Omit<Span, 'score'>[] {
  const spans: Omit<Span, 'score'>[] = [];
  for (let i = 0; i < labels.length;) {
    const label = labels[i]!;
    if (label === outside) {
      i++;
      continue;
    }
    const from = i;
    const kind = Math.floor((label - 1) / 2);
    do i++;
    while (labels[i] === innerOf(kind));
    const name = kinds[kind];
    if (name !== undefined) spans.push({ from, to: i, kind: name });
  }
  return spans;
}
