import { setImmediate as nextTurn } from 'node:timers/promises';
import { writeQuery } from '@askg/graph';
import type { Choice, FindOptions } from '../facts.ts';
import type { LabelIndex } from '../linking/label-index.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import { matchLabels } from '../linking/match-labels.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import { resolvedIn } from '../linking/resolved-in.ts';
import { takeChoices } from '../linking/take-choices.ts';
import { assemble, type Candidate } from './assemble.ts';
import { askCitedAuthors } from './cited-authors.ts';
import { ClassPaths } from './class-paths.ts';
import { type CompiledPlan, compilePlan } from './compile-plan.ts';
import { type ComparedPlans, planComparison } from './comparison.ts';
import { confidenceOf } from './confidence.ts';
import { describePlan } from './describe-plan.ts';
import { markQuestion } from './mark-question.ts';
import { weighWords, type WeighedWord } from './weighed-word.ts';
import { joinValues } from './join-values.ts';
import type { Outline } from './outline.ts';
import { readOutline } from './read-outline.ts';
import { segment } from './segment.ts';

/** A query that may mean the question, with how well it fits. */
export type PlannedQuery = Candidate & { compiled: CompiledPlan; text: string; confidence: number; reading: string };

/** What a question may mean. */
export type Planning = {
  words: readonly WeighedWord[];
  matches: readonly LabelMatch[];
  queries: readonly PlannedQuery[];
  /** What the words may name, with what a choice has ruled out. */
  offered: readonly LabelMatch[];
  /** Choices that fit none of the things that their phrase may name. */
  untaken: readonly Choice[];
};

type PlanOptions = Pick<FindOptions, 'isConfined' | 'choices'>;

const mostOutlines = 10;
const mostQueries = 12;

/** Turns questions into queries over the schema of a vocabulary, with the words of its lexicon. */
export class Planner {
  readonly #lexicon: Lexicon;
  readonly paths: ClassPaths;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.paths = new ClassPaths(lexicon);
  }

  /**
   * The queries that a question may mean, best first; the same question always gives the same.
   * @param papers IRIs of the papers that may be asked; all when left out
   * @param choices what a person has said that phrases mean
   * @param isConfined whether things across papers, whose IRIs name other papers, stay out of the queries
   */
  plan(question: string, labels: LabelIndex, papers?: ReadonlySet<string>, options: PlanOptions = {}): Planning {
    const steps = this.#steps(question, labels, papers, options);
    for (;;) {
      const next = steps.next();
      if (next.done) return next.value;
    }
  }

  /**
   * The same in turns with whatever else the process has to do: a long question takes a tenth of a second, and a run that is
   * cancelled meanwhile must be able to say so.
   * @throws the reason of the signal
   */
  async planInTurns(
    question: string,
    labels: LabelIndex,
    papers?: ReadonlySet<string>,
    options: PlanOptions & Pick<FindOptions, 'signal'> = {},
  ): Promise<Planning> {
    const steps = this.#steps(question, labels, papers, options);
    for (;;) {
      const next = steps.next();
      if (next.done) return next.value;
      await nextTurn();
      options.signal?.throwIfAborted();
    }
  }

  /** Yields after each reading of the question that was tried. */
  *#steps(
    question: string,
    labels: LabelIndex,
    papers: ReadonlySet<string> | undefined,
    { isConfined = false, choices = [] }: PlanOptions,
  ): Generator<void, Planning> {
    const lexicon = isConfined ? this.#lexicon : resolvedIn(this.#lexicon, labels);
    const words = weighWords(question, lexicon, labels);
    const named = matchLabels(labels, words).flatMap((match) =>
      withinPapers(isConfined ? withinEach(match) : match, papers),
    );
    const { matches: linked, untaken } = takeChoices(named, words, question, choices);
    const matches = joinValues(linked, words, lexicon);
    yield;
    const segmentations = segment(words, markQuestion(words, lexicon, matches)).slice(0, mostOutlines);
    yield;
    const outlines = segmentations
      .map((segmentation) => readOutline(words, segmentation, lexicon))
      .flatMap((outline) => [outline, askCitedAuthors(outline) ?? []].flat());
    const candidates: Candidate[] = [];
    for (const outline of outlines) {
      yield;
      candidates.push(...assemble(outline, lexicon, this.paths).slice(0, mostQueries));
    }
    candidates.sort((a, b) => b.score - a.score);
    const planned = new Map<string, PlannedQuery>();
    for (const { candidate, compiled, ...rest } of this.#comparisons(outlines, lexicon)) {
      const text = writeQuery(compiled.query);
      planned.set(text, { ...candidate, ...rest, compiled, text });
    }
    for (const candidate of candidates) {
      if (planned.size >= mostQueries) break;
      const compiled = compilePlan(candidate.plan, candidate.outline, lexicon);
      if (compiled === undefined) continue;
      const text = writeQuery(compiled.query);
      if (!planned.has(text)) {
        planned.set(text, {
          ...candidate,
          compiled,
          text,
          confidence: confidenceOf(candidate, lexicon),
          reading: describePlan(candidate.plan, candidate.outline, lexicon),
        });
      }
    }
    return { words, matches, queries: [...planned.values()], offered: named, untaken };
  }

  /** The best reading of a question that compares two things, if it does. */
  #comparisons(outlines: readonly Outline[], lexicon: Lexicon): ComparedPlans[] {
    const found = outlines.flatMap((outline) => planComparison(outline, lexicon, this.paths) ?? []);
    return found.toSorted((a, b) => b.candidate.score - a.candidate.score).slice(0, 1);
  }
}

/** The match by its nodes alone, without what they are across papers. */
function withinEach(match: LabelMatch): LabelMatch {
  const { canonicals: _, unresolved: __, ...own } = match;
  return own;
}

/** The match without nodes of other papers; nothing when none is left. */
function withinPapers(match: LabelMatch, papers: ReadonlySet<string> | undefined): LabelMatch[] {
  if (papers === undefined) return [match];
  const iris = match.iris.filter((iri) => papers.has(iri.replace(/(\/paper\/[^/]+)\/.*$/, '$1')));
  return iris.length === 0 ? [] : [{ ...match, iris }];
}
