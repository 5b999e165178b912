import { Inject, Injectable } from '@nestjs/common';
import type { Paper } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { describe, parseQuads, serialise, serialiseTree, type WritableRdf } from '@askg/ddm';
import type { Reader } from '../access/reader.ts';
import { ApiError } from '../api-error.ts';
import { entityTag } from '../http/conditional.ts';
import type { Representation } from '../http/send.ts';
import { layoutVersion } from '../pages/assets.ts';
import type { ResourceAddress } from './address.ts';
import { type DerivedGraph, derivedGraphs, describeCanonical, preferredName } from './canonical.ts';
import { graphPage } from './graph-page.ts';
import { PaperLibrary } from './paper-library.ts';
import { paperPage } from './paper-page.ts';
import type { PaperView } from './paper-view.ts';
import { rdfAlternates } from './rdf-formats.ts';
import { revisionNotice } from './revision-notice.ts';
import { unitPage } from './unit-page.ts';

/** A resource that exists, in the version that stands now. */
export type FoundResource =
  | { kind: 'moved'; rest: string }
  | { kind: 'resource'; digest: string; rest: string; key: string; id: string | undefined; revision?: Revision }
  | { kind: 'graph'; digest: string; rest: string; title: string }
  | { kind: 'canonical'; digest: string; rest: string };

/** What became of the revision that was asked for: it is shown though it is not the newest, or it is gone. */
export type Revision = 'earlier' | 'gone';

/** Finds resources by their address and writes them in the form asked for. */
@Injectable()
export class ResourceService {
  readonly #corpus: Corpus;
  readonly #library: PaperLibrary;

  constructor(@Inject(Corpus) corpus: Corpus) {
    this.#corpus = corpus;
    this.#library = new PaperLibrary(corpus);
  }

  /**
   * @param revision digest of the graph that an answer cites; the one that stands now without it
   * @throws ApiError `api/not-found`, `api/removed`
   */
  async find(address: ResourceAddress, reader: Reader, revision?: string): Promise<FoundResource> {
    const { rest } = address;
    // What is derived from all papers tells of papers that not everybody may read.
    if ((address.kind === 'derived' || address.kind === 'canonical') && !reader.readsAll) throw nothingHere();
    switch (address.kind) {
      case 'derived':
        return { kind: 'graph', rest, title: derivedGraphs[address.graph], digest: this.#digestOf(address.graph) };
      case 'canonical': {
        const digest = this.#digestOf(address.graph);
        const description = describeCanonical(await this.#library.graph(digest), `${this.#corpus.baseIri}${rest}`);
        if (description === '') throw new ApiError('api/not-found', 'Nothing has this address, or not any more.');
        return { kind: 'canonical', rest, digest };
      }
      case 'source': {
        const paper = this.#corpus.papers().find(({ source, key }) => source === address.digest && reader.mayRead(key));
        return { kind: 'resource', rest, ...this.#standing(paper), id: undefined };
      }
      default:
        return this.#ofPaper(address, reader, revision);
    }
  }

  async #ofPaper(
    address: Extract<ResourceAddress, { key: string }>,
    reader: Reader,
    wanted?: string,
  ): Promise<FoundResource> {
    const { rest } = address;
    const key = this.#corpus.resolve(address.key);
    // Nor may it show, by a redirection or a tombstone, that there is such a paper.
    if (key !== undefined && !reader.mayRead(key)) throw nothingHere();
    if (key !== undefined && key !== address.key) {
      return { kind: 'moved', rest: rest.replace(`/${address.key}`, `/${key}`) };
    }
    const { digest } = this.#standing(this.#corpus.paper(address.key));
    if (address.kind === 'graph') return { kind: 'graph', rest, title: `Graph of ${address.key}`, digest };
    if (address.kind === 'enriched') {
      const name = `graph/enriched/${address.key}`;
      return { kind: 'graph', rest, title: `Suggestions about ${address.key}`, digest: this.#digestNamed(name) };
    }
    if (address.kind === 'status') {
      const none = 'The paper and the works that it cites are in good standing, as far as is known here.';
      const named = this.#digestNamed(`graph/status/${address.key}`, none);
      return { kind: 'graph', rest, title: `Statuses of ${address.key} and of what it cites`, digest: named };
    }
    const { id } = address;
    const shown = await this.#revision(address.key, digest, wanted);
    if (id !== undefined) await this.#requireUnit(shown.digest, `${this.#corpus.baseIri}${rest}`);
    return { kind: 'resource', rest, key: address.key, ...shown, id };
  }

  /** The graph to show: the one wanted as long as its file is kept and holds this paper, else the one that stands. */
  async #revision(key: string, standing: string, wanted = standing): Promise<{ digest: string; revision?: Revision }> {
    if (wanted === standing) return { digest: standing };
    const isKept = await this.#library.graph(wanted).then(
      (nquads) => nquads.includes(` <${this.#corpus.graphName(key)}> .\n`),
      () => false,
    );
    return isKept ? { digest: wanted, revision: 'earlier' } : { digest: standing, revision: 'gone' };
  }

  /** Key and graph of a paper that is there to be read. */
  #standing(paper: Paper | undefined): { key: string; digest: string } {
    if (paper?.state === 'removed') throw new ApiError('api/removed', `The paper ${paper.key} was here and is gone.`);
    if (paper?.graphDigest === undefined) throw nothingHere();
    return { key: paper.key, digest: paper.graphDigest };
  }

  async #requireUnit(digest: string, iri: string): Promise<void> {
    const nquads = await this.#library.graph(digest);
    if (!nquads.includes(`<${iri}>`)) throw new ApiError('api/not-found', 'The paper has no such part.');
  }

  #digestOf(graph: DerivedGraph): string {
    return this.#digestNamed(`graph/${graph}`, `No ${graph} have been derived yet.`);
  }

  #digestNamed(rest: string, otherwise = 'No model has suggested anything about this paper.'): string {
    const wanted = `${this.#corpus.baseIri}${rest}`;
    const graph = this.#corpus.snapshot().graphs.find(({ name }) => name === wanted);
    if (!graph) throw new ApiError('api/not-found', otherwise);
    return graph.digest;
  }

  represent(found: Exclude<FoundResource, { kind: 'moved' }>, mediaType: string): Representation {
    const isPage = mediaType === 'text/html';
    return {
      mediaType,
      etag: entityTag(
        found.digest,
        found.rest,
        mediaType,
        isPage ? layoutVersion : '',
        revisionOf(found) ?? '',
        isPage && found.kind === 'resource' ? this.#corpus.statuses.mark(found.key) : '',
      ),
      body: () => (isPage ? this.#page(found) : this.#data(found, mediaType as WritableRdf)),
    };
  }

  async #data(found: Exclude<FoundResource, { kind: 'moved' }>, mediaType: WritableRdf): Promise<string> {
    const nquads = await this.#library.graph(found.digest);
    const about = aboutOf(found, nquads, this.#corpus.baseIri);
    if (mediaType === 'application/ld+json') return serialiseTree(about, `${this.#corpus.baseIri}${found.rest}`);
    return mediaType === 'application/n-quads' ? about : serialise(about, mediaType);
  }

  async #page(found: Exclude<FoundResource, { kind: 'moved' }>): Promise<string> {
    const alternates = rdfAlternates(`/id/${found.rest}`);
    const baseIri = this.#corpus.baseIri;
    const iri = `${baseIri}${found.rest}`;
    if (found.kind !== 'resource') {
      const nquads = aboutOf(found, await this.#library.graph(found.digest), baseIri);
      const title = found.kind === 'graph' ? found.title : (preferredName(nquads) ?? found.rest);
      const eyebrow = found.kind === 'graph' ? 'Named graph' : 'Across papers';
      return graphPage({ title, eyebrow, iri, nquads, baseIri }, alternates);
    }
    const { nquads, document, units } = await this.#library.paper(found.digest);
    const status = this.#corpus.statuses.of(found.key);
    const path = `/id/paper/${found.key}`;
    const view: PaperView = {
      document,
      key: found.key,
      path,
      iri: `${baseIri}paper/${found.key}`,
      whole: false,
      cited: await this.#corpus.statuses.citedBy(found.key),
      ...(status === undefined ? {} : { status }),
      ...(found.revision === undefined ? {} : { notice: revisionNotice(found.revision, `/id/${found.rest}`) }),
    };
    if (found.rest === `paper/${found.key}`) return paperPage({ ...view, whole: true }, alternates);
    const statements = parseQuads(describe(nquads, iri), 'application/n-quads').filter(
      ({ subject }) => subject.value === iri,
    );
    const id = found.id ?? found.rest;
    return unitPage({ view, id, iri, unit: units.get(id), units, statements, baseIri }, alternates);
  }
}

function nothingHere(): ApiError {
  return new ApiError('api/not-found', 'No paper of the corpus has this address.');
}

function revisionOf(found: Exclude<FoundResource, { kind: 'moved' }>): Revision | undefined {
  return found.kind === 'resource' ? found.revision : undefined;
}

/** What a graph file says of the resource: all of it where that is the graph. */
function aboutOf(found: Exclude<FoundResource, { kind: 'moved' }>, nquads: string, baseIri: string): string {
  if (found.kind === 'graph') return nquads;
  const iri = `${baseIri}${found.rest}`;
  return found.kind === 'canonical' ? describeCanonical(nquads, iri) : describe(nquads, iri);
}
