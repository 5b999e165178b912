import { Inject, Injectable } from '@nestjs/common';
import type { Answer, AnswerDiff } from '@askg/contract';
import { citationsOf, Corpus } from '@askg/corpus';
import { keptGraphs, openKeptGraphs, type OxigraphPool } from '@askg/graph';
import { diffAnswers, hasRun, rerunKept, UnitReader } from '@askg/kgqp';
import { graphIri } from '@askg/ddm';
import type { Request } from 'express';
import { Access } from '../access/access.service.ts';
import type { Reader } from '../access/reader.ts';
import { ApiError } from '../api-error.ts';
import { AskBody } from '../ask/ask-body.ts';
import { AskService, type Asker } from '../ask/ask.service.ts';
import { answerOf } from '../ask/last-event.ts';
import { AnswerLibrary } from './answer-library.ts';
import type { Rerun, RerunBody } from './rerun-body.ts';

/** Asks questions again, and tells what is different. */
@Injectable()
export class RerunService {
  readonly #corpus: Corpus;
  readonly #access: Access;
  readonly #ask: AskService;
  readonly #answers: AnswerLibrary;
  readonly #units: UnitReader;
  /** An engine for an earlier commit takes as much memory as any other, so there is one at a time. */
  #isRunning = false;

  constructor(
    @Inject(Corpus) corpus: Corpus,
    @Inject(Access) access: Access,
    @Inject(AskService) ask: AskService,
    @Inject(AnswerLibrary) answers: AnswerLibrary,
  ) {
    this.#corpus = corpus;
    this.#access = access;
    this.#ask = ask;
    this.#answers = answers;
    this.#units = new UnitReader(corpus);
  }

  /**
   * @throws ApiError `api/not-found`, `api/busy`, `api/bad-request`, and all that asking may throw; corpus/unknown-commit for
   *   "kept" when `gc` has forgotten the commit
   */
  async rerun(id: string, { on, model }: RerunBody, asker: Asker): Promise<Rerun> {
    const answer = this.#answers.readable(asker.request, id);
    if (on === 'kept') return { diff: await this.#onKept(answer, asker) };
    const body = askBody(answer, model);
    const { events } = this.#ask.start(body, asker, answer.id);
    const again = await answerOf(events);
    return { diff: await this.compare(asker.request, answer, again), answer: again };
  }

  /** What is different between two answers, with the words that stand at the quotes of the first one now. */
  async compare(request: Request, from: Answer, to: Answer): Promise<AnswerDiff> {
    const reader = this.#access.readerOf(request);
    const { texts } = await this.#units.texts(citationsOf(from), ({ paper }) =>
      reader.mayRead(paper) ? this.#corpus.paper(paper)?.graphDigest : undefined,
    );
    return diffAnswers({ from, to }, texts);
  }

  async #onKept(answer: Answer, { request, signal }: Asker): Promise<AnswerDiff> {
    if (answer.graph !== undefined) {
      throw new ApiError('api/bad-request', 'The answer is from another graph, of which no versions are kept.');
    }
    const reader = this.#access.readerOf(request, answer.corpus.collection);
    const commit = answer.corpus.version;
    const { removed } = keptGraphs(this.#corpus, commit);
    if (this.#isRunning) throw new ApiError('api/busy', 'Another answer is being checked against an earlier commit.');
    this.#isRunning = true;
    let store: OxigraphPool | undefined;
    try {
      const { folder } = this.#corpus;
      if (answer.sparql.some(hasRun)) store = await openKeptGraphs({ folder, commit, now, signal });
      const readable = readableGraphs(this.#corpus.baseIri, answer, reader);
      const options = { signal, ...(readable === undefined ? {} : { readable }) };
      const diff = await rerunKept(answer, { units: this.#units, options, ...(store ? { store } : {}) });
      const without = `${removed.length} papers of that commit were removed since, and took no part.`;
      return removed.length === 0 ? diff : { ...diff, notes: [...diff.notes, without] };
    } finally {
      this.#isRunning = false;
      await store?.close();
    }
  }
}

/** The question with the settings that it was asked with. Answers that do not tell their model have called one, or none. */
function askBody(answer: Answer, model: string | undefined): AskBody {
  const { question, mode, corpus, graph, settings, usage } = answer;
  const links = settings?.links ?? answer.links.filter(({ confirmed }) => confirmed);
  const written = model ?? settings?.model ?? (usage.modelCalls === 0 ? 'none' : undefined);
  return AskBody.parse({
    question,
    mode,
    stream: false,
    ...(settings?.ways === undefined ? {} : { ways: settings.ways }),
    ...(settings?.paper === undefined ? {} : { paper: settings.paper }),
    ...(corpus.collection === undefined ? {} : { collection: corpus.collection }),
    ...(graph === undefined ? {} : { graph: graph.name }),
    ...(links.length === 0 ? {} : { links: links.map(({ phrase, chosen }) => ({ phrase, chosen })) }),
    ...(written === undefined || graph !== undefined ? {} : { model: written }),
  });
}

/** The graphs that the queries were asked of, as far as they may be read; undefined: all. */
function readableGraphs(base: string, { settings }: Answer, reader: Reader): ReadonlySet<string> | undefined {
  const paper = settings?.paper;
  if (paper === undefined) return reader.graphs;
  const derived = reader.readsAll ? ['links', 'people', 'entities'].map((name) => `${base}graph/${name}`) : [];
  return new Set(reader.mayRead(paper) ? [graphIri(base, paper), ...derived] : []);
}

const now = (): number => performance.now();
