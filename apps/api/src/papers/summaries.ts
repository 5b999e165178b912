import { Inject, Injectable } from '@nestjs/common';
import type { Paper, PublicationStatus } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import type { GraphStore } from '@askg/graph';
import { Reader } from '../access/reader.ts';
import { graphStoreToken } from '../sparql/graph-store-token.ts';
import { readResultView, type ResultTerm } from '../sparql/result-view.ts';

/** What a list says of a paper. */
export type PaperSummary = {
  key: string;
  title: string;
  authors: string[];
  year?: string;
  venue?: string;
  /** Of one that is not in good standing. */
  status?: PublicationStatus;
};

export type Summaries = { papers: PaperSummary[]; sentences?: number };

const prefixes = `PREFIX ddm: <https://w3id.org/askg/ddm#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>`;

const metadataQuery = `${prefixes}
SELECT ?key ?year ?venue ?index ?name WHERE {
  ?paper a ddm:Paper ; ddm:key ?key .
  OPTIONAL { ?paper ddm:year ?year }
  OPTIONAL { ?paper ddm:venue/foaf:name ?venue }
  OPTIONAL {
    ?paper ddm:hasContribution ?contribution .
    ?contribution ddm:index ?index ; ddm:contributorRole ddm:contributor-author ; ddm:person/foaf:name ?name
  }
}`;

const sentencesQuery = `${prefixes}
SELECT ?graph (COUNT(?sentence) AS ?count) WHERE { GRAPH ?graph { ?sentence a ddm:Sentence } } GROUP BY ?graph`;

type Metadata = Pick<PaperSummary, 'year' | 'venue'> & { authors: { index: number; name: string }[] };

/**
 * Papers with their authors, year and venue: which there are says the catalog at once, the rest says the graph, asked
 * once for each commit. While no engine can answer, a paper has its title only.
 */
@Injectable()
export class SummaryService {
  readonly #corpus: Corpus;
  readonly #store: GraphStore;
  #known:
    { commit: number; metadata: ReadonlyMap<string, Metadata>; sentences: ReadonlyMap<string, number> } | undefined;

  constructor(@Inject(Corpus) corpus: Corpus, @Inject(graphStoreToken) store: GraphStore) {
    this.#corpus = corpus;
    this.#store = store;
  }

  /** The papers that this reader may read. */
  async list(reader: Reader): Promise<Summaries> {
    const known = await this.#fromGraph();
    const papers = this.#corpus
      .papers()
      .filter((paper) => isReadable(paper) && reader.mayRead(paper.key))
      .map((paper) => summary(paper, known?.metadata.get(paper.key)))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
    return { papers, ...(known === undefined ? {} : { sentences: sentencesIn(known.sentences, reader) }) };
  }

  /** Papers that could not be read, with the reason; they are in no collection yet. */
  failed(reader: Reader): Paper[] {
    if (!reader.readsAll) return [];
    return this.#corpus.papers().filter(({ state }) => state === 'failed');
  }

  async #fromGraph() {
    if (this.#known?.commit === this.#store.commit()) return this.#known;
    try {
      const [rows, counts] = await Promise.all([this.#rows(metadataQuery), this.#rows(sentencesQuery)]);
      const sentences = new Map(
        counts.bindings.map(({ graph, count }) => [graph?.value ?? '', Number(count?.value ?? 0)]),
      );
      this.#known = { commit: rows.commit, metadata: collect(rows.bindings), sentences };
    } catch {
      return undefined;
    }
    return this.#known;
  }

  async #rows(query: string) {
    const view = await readResultView(this.#store, { query, defaultGraphs: [], namedGraphs: [] }, new Reader());
    return { bindings: view.kind === 'bindings' ? view.bindings : [], commit: view.commit };
  }
}

function sentencesIn(counts: ReadonlyMap<string, number>, { graphs }: Reader): number {
  let sum = 0;
  for (const [graph, count] of counts) if (graphs?.has(graph) ?? true) sum += count;
  return sum;
}

function isReadable({ state, graphDigest }: Paper): boolean {
  return state !== 'removed' && graphDigest !== undefined;
}

function summary({ key, title, status }: Paper, metadata: Metadata | undefined): PaperSummary {
  const { authors = [], ...rest } = metadata ?? {};
  const ordered = authors.toSorted((a, b) => a.index - b.index);
  return { key, title: title ?? '', authors: ordered.map(({ name }) => name), ...rest, ...(status ? { status } : {}) };
}

function collect(bindings: readonly Record<string, ResultTerm | undefined>[]): Map<string, Metadata> {
  const papers = new Map<string, Metadata>();
  for (const { key, year, venue, index, name } of bindings) {
    if (!key) continue;
    const paper = papers.get(key.value) ?? {
      authors: [],
      ...(year ? { year: year.value } : {}),
      ...(venue ? { venue: venue.value } : {}),
    };
    if (name) paper.authors.push({ index: Number(index?.value ?? 0), name: name.value });
    papers.set(key.value, paper);
  }
  return papers;
}
