import type { Corpus } from '@askg/corpus';
import { paperIri } from '@askg/ddm';
import { addCounts, type CountedCommit, type DescribedDataset, type GraphCounts } from '@askg/graph';
import type { Reader } from '../access/reader.ts';

/** Counts by the name of the graph; undefined for a graph that has not been counted yet. */
export type CountedGraphs = ReadonlyMap<string, GraphCounts | undefined>;

/** Where a dataset is asked. */
export function pathOf(collection: string | undefined): string {
  return collection === undefined ? '/sparql' : `/sparql/${collection}`;
}

/** What readers see of the corpus at the commit that was counted, or at the newest one before any was. */
export class DatasetView {
  readonly #baseIri: string;
  readonly #origin: string;
  readonly #commit: number | undefined;
  readonly #graphs: CountedGraphs;
  /** Keys of papers by the name of their graph. */
  readonly #papers: ReadonlyMap<string, string>;

  /** @param origin under which the client reaches this server */
  constructor(corpus: Pick<Corpus, 'baseIri' | 'snapshot'>, origin: string, counted: CountedCommit | undefined) {
    const { graphs } = corpus.snapshot(counted?.commit);
    this.#baseIri = corpus.baseIri;
    this.#origin = origin;
    this.#commit = counted?.commit;
    this.#graphs = counted?.graphs ?? new Map(graphs.map(({ name }) => [name, undefined] as const));
    this.#papers = new Map(graphs.flatMap(({ name, kind, key }) => (kind === 'paper' && key ? [[name, key]] : [])));
  }

  graphsOf({ graphs: readable }: Pick<Reader, 'graphs'>): CountedGraphs {
    return readable === undefined ? this.#graphs : new Map([...this.#graphs].filter(([name]) => readable.has(name)));
  }

  /** @param collection name of the collection that the reader is of; without it, all that the reader may read */
  dataset(reader: Pick<Reader, 'graphs'>, collection: string | undefined): DescribedDataset {
    const graphs = this.graphsOf(reader);
    const counts = [...graphs.values()].filter((each) => each !== undefined);
    const [example] = [...graphs.keys()].flatMap((name) => this.#papers.get(name) ?? []);
    return {
      iri: `${this.#origin}/void#${collection === undefined ? 'corpus' : `collection-${collection}`}`,
      title: collection === undefined ? 'Scholarly papers, down to the sentence' : `Collection ${collection}`,
      endpoint: this.#origin + pathOf(collection),
      uriSpace: this.#baseIri,
      exampleResource: example && paperIri(this.#baseIri, example),
      held:
        this.#commit === undefined
          ? undefined
          : { commit: this.#commit, documents: graphs.size, counts: addCounts(counts) },
    };
  }
}
