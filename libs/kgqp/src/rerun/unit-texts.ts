import { type Citation, CodedError } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import { parseIri } from '@askg/ddm';
import { PaperLibrary } from '../evidence/paper-library.ts';

/** The words at each of some addresses: none where there is no unit any more, several for the fields of a paper. */
export type UnitTexts = ReadonlyMap<string, readonly string[]>;

/** Reads the words of units in any version of a paper that is still kept. */
export class UnitReader {
  readonly #base: string;
  readonly #library: PaperLibrary;

  constructor(corpus: Pick<Corpus, 'baseIri' | 'readGraph'>) {
    this.#base = corpus.baseIri;
    this.#library = new PaperLibrary(corpus);
  }

  /** The paper that a unit is of; undefined for what is none of this corpus. */
  paperOf(iri: string): string | undefined {
    return parseIri(this.#base, iri)?.key;
  }

  /**
   * The texts at an IRI in the version of its paper with this digest, hidden ones left out.
   * @throws CorpusError corpus/missing-graph, corpus/damaged-graph; DdmError ddm/malformed-graph
   */
  async textsAt(iri: string, graphDigest: string): Promise<string[]> {
    const address = parseIri(this.#base, iri);
    if (!address) return [];
    const paper = await this.#library.paper(address.key, graphDigest);
    return paper.unitsAt(address.id ?? '').flatMap(({ text, flagged }) => (flagged ? [] : [text]));
  }

  /**
   * What stands at the addresses of quotes, each in the version that `digestOf` tells of its paper. A paper of which there is
   * none, or that cannot be read, has no entry, and is told.
   */
  async texts(
    citations: readonly Citation[],
    digestOf: (citation: Citation) => string | undefined,
  ): Promise<{ texts: UnitTexts; unread: string[] }> {
    const texts = new Map<string, string[]>();
    const unread = new Set<string>();
    for (const citation of citations) {
      const digest = digestOf(citation);
      const found = digest === undefined ? undefined : await this.#textsOrNothing(citation.iri, digest);
      if (found) texts.set(citation.iri, found);
      else unread.add(citation.paper);
    }
    return { texts, unread: [...unread] };
  }

  async #textsOrNothing(iri: string, digest: string): Promise<string[] | undefined> {
    try {
      return await this.textsAt(iri, digest);
    } catch (error) {
      if (error instanceof CodedError) return undefined;
      throw error;
    }
  }
}
