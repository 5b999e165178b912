import { Inject, Injectable } from '@nestjs/common';
import type { Paper } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { describe, parseQuads, serialise, type WritableRdf } from '@askg/ddm';
import { ApiError } from '../api-error.ts';
import { entityTag } from '../http/conditional.ts';
import type { Representation } from '../http/send.ts';
import { layoutVersion } from '../pages/assets.ts';
import type { ResourceAddress } from './address.ts';
import { graphPage } from './graph-page.ts';
import { PaperLibrary } from './paper-library.ts';
import { paperPage } from './paper-page.ts';
import { rdfAlternates } from './rdf-formats.ts';
import { unitPage } from './unit-page.ts';

/** A resource that exists, in the version that stands now. */
export type FoundResource =
  | { kind: 'moved'; rest: string }
  | { kind: 'resource'; digest: string; rest: string; key: string; id: string | undefined }
  | { kind: 'graph'; digest: string; rest: string; title: string };

/** Finds resources by their address and writes them in the form asked for. */
@Injectable()
export class ResourceService {
  readonly #corpus: Corpus;
  readonly #library: PaperLibrary;

  constructor(@Inject(Corpus) corpus: Corpus) {
    this.#corpus = corpus;
    this.#library = new PaperLibrary(corpus);
  }

  /** @throws ApiError `api/not-found`, `api/removed` */
  async find(address: ResourceAddress): Promise<FoundResource> {
    const { rest } = address;
    switch (address.kind) {
      case 'links':
        return { kind: 'graph', rest, title: 'Links between papers', digest: this.#linksDigest() };
      case 'source': {
        const paper = this.#corpus.papers().find(({ source }) => source === address.digest);
        return { kind: 'resource', rest, ...this.#standing(paper), id: undefined };
      }
      default:
        return this.#ofPaper(address);
    }
  }

  async #ofPaper(address: Extract<ResourceAddress, { key: string }>): Promise<FoundResource> {
    const { rest } = address;
    const key = this.#corpus.resolve(address.key);
    if (key !== undefined && key !== address.key) {
      return { kind: 'moved', rest: rest.replace(`/${address.key}`, `/${key}`) };
    }
    const { digest } = this.#standing(this.#corpus.paper(address.key));
    if (address.kind === 'graph') return { kind: 'graph', rest, title: `Graph of ${address.key}`, digest };
    const { id } = address;
    if (id !== undefined) await this.#requireUnit(digest, `${this.#corpus.base}${rest}`);
    return { kind: 'resource', rest, key: address.key, digest, id };
  }

  /** Key and graph of a paper that is there to be read. */
  #standing(paper: Paper | undefined): { key: string; digest: string } {
    if (paper?.state === 'removed') throw new ApiError('api/removed', `The paper ${paper.key} was here and is gone.`);
    if (paper?.graphDigest === undefined) {
      throw new ApiError('api/not-found', 'No paper of the corpus has this address.');
    }
    return { key: paper.key, digest: paper.graphDigest };
  }

  async #requireUnit(digest: string, iri: string): Promise<void> {
    const nquads = await this.#library.graph(digest);
    if (!nquads.includes(`<${iri}>`)) throw new ApiError('api/not-found', 'The paper has no such part.');
  }

  #linksDigest(): string {
    const digest = this.#corpus.snapshot().linksDigest;
    if (digest === undefined) throw new ApiError('api/not-found', 'No links between papers have been derived yet.');
    return digest;
  }

  represent(found: Exclude<FoundResource, { kind: 'moved' }>, mediaType: string): Representation {
    const isPage = mediaType === 'text/html';
    return {
      mediaType,
      etag: entityTag(found.digest, found.rest, mediaType, isPage ? layoutVersion : ''),
      body: () => (isPage ? this.#page(found) : this.#data(found, mediaType as WritableRdf)),
    };
  }

  async #data(found: Exclude<FoundResource, { kind: 'moved' }>, mediaType: WritableRdf): Promise<string> {
    const nquads = await this.#library.graph(found.digest);
    const about = found.kind === 'graph' ? nquads : describe(nquads, `${this.#corpus.base}${found.rest}`);
    return mediaType === 'application/n-quads' ? about : serialise(about, mediaType);
  }

  async #page(found: Exclude<FoundResource, { kind: 'moved' }>): Promise<string> {
    const alternates = rdfAlternates(`/id/${found.rest}`);
    const baseIri = this.#corpus.base;
    const iri = `${baseIri}${found.rest}`;
    if (found.kind === 'graph') {
      const nquads = await this.#library.graph(found.digest);
      return graphPage({ title: found.title, iri, nquads, baseIri }, alternates);
    }
    const { nquads, document, units } = await this.#library.paper(found.digest);
    const path = `/id/paper/${found.key}`;
    const view = { document, key: found.key, path, iri: `${baseIri}paper/${found.key}`, whole: false };
    if (found.rest === `paper/${found.key}`) return paperPage({ ...view, whole: true }, alternates);
    const statements = parseQuads(describe(nquads, iri), 'application/n-quads').filter(
      ({ subject }) => subject.value === iri,
    );
    const id = found.id ?? found.rest;
    return unitPage({ view, id, iri, unit: units.get(id), units, statements, baseIri }, alternates);
  }
}
