import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Corpus } from './corpus.ts';
import { useCorpora } from './testing/test-corpus.ts';
import { add, base, clock } from './testing/test-paper.ts';

// Processes are started and killed, and disks synced: slow on a busy machine.
jest.setTimeout(60_000);
const corpora = useCorpora();
const paperNumber = fc.nat({ max: 4 });
const steps = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      paper: paperNumber,
      text: fc.nat({ max: 3 }),
      cites: paperNumber,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), paper: paperNumber }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lift' as const), paper: paperNumber }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('link' as const) }) },
);
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;
type Graphs = Map<string, string>;

/** A corpus beside the simplest thing that behaves like one. */
class Compared {
  readonly corpus: Corpus;
  readonly states: Graphs[] = [new Map()];
  readonly #papers = new Map<number, { graph: string; text: number; cites: number }>();
  readonly #removed = new Set<number>();
  /** Those that may be read again, and have not been. */
  readonly #lifted = new Set<number>();

  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }

  async take(step: Step): Promise<void> {
    const { corpus } = this;
    switch (step.do) {
      case 'add': {
        const adding = add(corpus, {
          text: `${step.paper} ${step.text}`,
          source: `source of ${step.paper}`,
          pipeline: `p${step.text} ${step.cites}`,
          identifiers: { doi: `10.1/${step.paper}` },
          cited: [{ id: 'ref1', doi: `10.1/${step.cites}` }],
        });
        if (this.#removed.has(step.paper)) {
          await expect(adding).rejects.toMatchObject({ code: 'corpus/removed' });
          break;
        }
        const { graph, unchanged } = await adding;
        this.#lifted.delete(step.paper);
        expect(unchanged).toBe(this.#papers.get(step.paper)?.graph === graph);
        this.#papers.set(step.paper, { graph, text: step.text, cites: step.cites });
        if (!unchanged) this.#commit((graphs) => graphs.set(corpus.graphName(`10.1_${step.paper}`), graph));
        break;
      }
      case 'remove': {
        const removing = corpus.removePaper(`10.1/${step.paper}`);
        if (this.#lifted.delete(step.paper)) {
          await removing;
          this.#removed.add(step.paper);
          break;
        }
        if (!this.#papers.has(step.paper)) {
          await expect(removing).rejects.toMatchObject({ code: expect.stringMatching(/removed|unknown-paper/) });
          break;
        }
        await removing;
        this.#removed.add(step.paper);
        this.#papers.delete(step.paper);
        this.#commit((graphs) => {
          graphs.delete(corpus.graphName(`10.1_${step.paper}`));
          this.#takeLinks(graphs);
        });
        break;
      }
      case 'lift':
        expect(corpus.liftTombstone(`10.1_${step.paper}`)).toBe(this.#removed.has(step.paper));
        if (this.#removed.delete(step.paper)) this.#lifted.add(step.paper);
        break;
      case 'link': {
        const { unchanged } = await corpus.updateLinks();
        if (!unchanged) this.#commit((graphs) => this.#takeLinks(graphs));
        const linked = [...this.#papers].some(([n, { cites }]) => n !== cites && this.#papers.has(cites));
        expect(this.states.at(-1)?.has(corpus.linksGraphName)).toBe(linked);
        break;
      }
    }
  }

  #takeLinks(graphs: Graphs): void {
    const links = this.corpus.snapshot().graphs.find(({ kind }) => kind === 'links');
    if (links) graphs.set(links.name, links.digest);
    else graphs.delete(this.corpus.linksGraphName);
  }

  #commit(change: (graphs: Graphs) => unknown): void {
    const graphs = new Map(this.states.at(-1));
    change(graphs);
    this.states.push(graphs);
  }
}

function snapshot(corpus: Corpus, commit?: number): Graphs {
  return new Map(corpus.snapshot(commit).graphs.map(({ name, digest }) => [name, digest]));
}

function applyChanges(corpus: Corpus, earlier: Graphs, commit: number): Graphs {
  const graphs = new Map(earlier);
  for (const { name, digest } of corpus.changesSince(commit).changes) {
    if (digest === null) graphs.delete(name);
    else graphs.set(name, digest);
  }
  return graphs;
}

const sorted = (graphs: Graphs): unknown => [...graphs].toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('the history of a corpus', () => {
  it('is that of a simple model, and changes lead from every commit to the newest, also after gc', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 14 }), async (taken) => {
        const compared = new Compared(corpora.create());
        const { corpus, states } = compared;
        for (const next of taken) await compared.take(next);
        const newest = states.length - 1;
        expect(corpus.commitNumber()).toBe(newest);
        const last = sorted(states[newest] ?? new Map());
        for (const [commit, graphs] of states.entries()) {
          expect(sorted(snapshot(corpus, commit))).toEqual(sorted(graphs));
          expect(sorted(applyChanges(corpus, graphs, commit))).toEqual(last);
          expect(corpus.changesSince(commit).commit).toBe(newest);
        }
        corpus.close();
        const alone = Corpus.open(corpus.folder, { exclusive: true, clock });
        try {
          alone.gc();
          expect(sorted(snapshot(alone))).toEqual(last);
          for (const [commit, graphs] of states.entries()) {
            expect(sorted(applyChanges(alone, graphs, commit))).toEqual(last);
            if (commit < newest) expect(() => alone.snapshot(commit)).toThrow();
          }
          for (const { digest } of alone.snapshot().graphs) await alone.readGraph(digest);
          for await (const { faults } of alone.verify()) expect(faults).toEqual([]);
        } finally {
          alone.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('begins with the base that it was made with', () => {
    expect(corpora.create().linksGraphName).toBe(`${base}graph/links`);
  });
});
