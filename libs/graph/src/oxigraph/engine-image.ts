import { mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from 'oxigraph';
import { engineDigest, engineInstance } from './engine-instance.ts';
import type { FeedGraph } from './graph-feed.ts';
import { type ImageGraph, type ImageHeader, MemoryLost, readHeader, readImage, writeImage } from './memory-image.ts';

/** Share of the quads that may have changed before an image is made anew. */
const mostChanged = 0.1;
/** Bytes that a disk has to keep free beside an image. */
const freeBytes = 1024 ** 3;

export type RestoredEngine = { store: Store; graphs: readonly ImageGraph[] };

/**
 * The memory of an engine that had just loaded its graphs, kept in a file, so that the next one need not load them. It is
 * a projection: whatever is wrong with it, the graphs are loaded from the corpus.
 */
export class EngineImage {
  readonly #folder: string;
  readonly #path: string;
  readonly #leastQuads: number;
  readonly #build: Pick<ImageHeader, 'engine' | 'projection'>;

  /**
   * @param projection tells apart what engines load of the same graph files
   * @param leastQuads below which an image is not worth its place on the disk
   */
  constructor(folder: string, projection: string, leastQuads: number) {
    this.#folder = folder;
    this.#path = join(folder, 'engine.image');
    this.#leastQuads = leastQuads;
    this.#build = { engine: engineDigest(), projection };
  }

  /**
   * Takes the image over when it is of this build and close to the corpus. Once a graph was removed it is not used: what
   * was removed would live on in memory that is free, and in later images.
   * @throws MemoryLost when the image was damaged, and has been deleted
   */
  restore(wanted: readonly FeedGraph[]): RestoredEngine | undefined {
    const header = this.#header();
    if (header === undefined || engineInstance === undefined) return undefined;
    if (isPast(header, wanted) || changedShare(header.graphs, wanted) > 0.5) return undefined;
    try {
      const store = readImage(this.#path, engineInstance);
      if (store === undefined) return undefined;
      checkCounts(store, header.graphs);
      return { store, graphs: header.graphs };
    } catch (cause) {
      this.#discard();
      throw cause instanceof MemoryLost ? cause : new MemoryLost('The image of the engine is no use.', { cause });
    }
  }

  /** Whether the image has fallen behind these graphs, or is missing. */
  isBehind(graphs: readonly ImageGraph[]): boolean {
    if (engineInstance === undefined || quadsOf(graphs) < this.#leastQuads) return false;
    const header = this.#header();
    return header === undefined || isPast(header, graphs) || changedShare(header.graphs, graphs) > mostChanged;
  }

  /** Deletes an image that holds one of these graphs. */
  forget(names: readonly string[]): void {
    const gone = new Set(names);
    if (this.#header()?.graphs.some(({ name }) => gone.has(name)) === true) this.#discard();
  }

  /**
   * Makes the image of an engine that has answered nothing yet, so that no state of a query gets into it, such as that of
   * the random numbers. A disk without room goes without an image.
   */
  save(store: Store, graphs: readonly ImageGraph[]): void {
    if (engineInstance === undefined) return;
    const draft = `${this.#path}.${process.pid}`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      const { bavail, bsize } = statfsSync(this.#folder);
      if (bavail * bsize < freeBytes + 2 * engineInstance.memory.buffer.byteLength) return;
      if (writeImage(draft, engineInstance, store, { ...this.#build, graphs })) renameSync(draft, this.#path);
    } catch {
      rmSync(draft, { force: true });
    }
  }

  #header(): ImageHeader | undefined {
    try {
      const header = readHeader(this.#path);
      const { engine, projection } = this.#build;
      return header?.engine === engine && header.projection === projection ? header : undefined;
    } catch {
      this.#discard();
      return undefined;
    }
  }

  #discard(): void {
    rmSync(this.#path, { force: true });
  }
}

/** Whether an image holds a graph that is no longer there. */
function isPast({ graphs }: ImageHeader, wanted: readonly { name: string }[]): boolean {
  const names = new Set(wanted.map(({ name }) => name));
  return graphs.some(({ name }) => !names.has(name));
}

/** Graphs that would have to be loaded, as a share of all; each counts as one. */
function changedShare(held: readonly ImageGraph[], wanted: readonly FeedGraph[]): number {
  const digests = new Map(held.map(({ name, digest }) => [name, digest]));
  const changed = wanted.filter(({ name, digest }) => digests.get(name) !== digest).length;
  return changed / Math.max(1, wanted.length);
}

function quadsOf(graphs: readonly ImageGraph[]): number {
  return graphs.reduce((sum, { quads }) => sum + quads, 0);
}

/** @throws MemoryLost when the store does not hold what the image says */
function checkCounts(store: Store, graphs: readonly ImageGraph[]): void {
  const counts = store.query('SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g', {
    results_format: 'text/tab-separated-values',
  });
  const lines = typeof counts === 'string' ? counts.trim().split('\n').slice(1) : [];
  const found = new Map(lines.map((line) => line.split('\t') as [string, string]));
  const expected = graphs.filter(({ quads }) => quads > 0);
  const isWhole = expected.every(({ name, quads }) => found.get(`<${name}>`) === String(quads));
  if (isWhole && found.size === expected.length) return;
  throw new MemoryLost('The image of the engine does not hold its graphs.');
}
