import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type GraphDescription,
  GraphError,
  type GraphStore,
  keepGraph,
  openFileGraph,
  RemoteEndpoint,
  rdfTypeOf,
} from '@askg/graph';
import type { LoadedNames } from '../induce/load-names.ts';
import { KgqpError } from '../kgqp-error.ts';
import { describeForeign } from './describe-foreign.ts';
import { ForeignGraph } from './foreign-graph.ts';

/** Where a graph is: an endpoint, or files whose triples are kept here. */
export type GraphSource = { url: string } | { files: readonly string[] };
/** A graph that was added. */
export type ForeignGraphEntry = { name: string; source: string; isFile: boolean; described: string; triples?: number };

export type ForeignGraphsParts = {
  /** Folder in which the graphs are kept; made when the first is added. */
  folder: string;
  /** Milliseconds of a monotone clock. */
  now: () => number;
  /** The time, in ISO 8601. */
  today: () => string;
  /** Endpoints on this machine and in private networks may be asked; default no. */
  isPrivateAllowed?: boolean;
  /** No endpoint may be asked. */
  isOffline?: boolean;
};

export type AddOptions = { signal?: AbortSignal; progress?: (done: number, of: number) => void; deadlineMs?: number };

type Kept = {
  schema: 'askg.foreign-graph/1';
  name: string;
  source: string;
  isFile: boolean;
  description: GraphDescription;
  names: LoadedNames;
};

const nameForm = /^[a-z\d][a-z\d_-]{0,63}$/u;
const entryFile = 'graph.json';
const largestFile = 512 * 1024 ** 2;

/** The graphs that were added beside the corpus: one folder each, with a description and the names found in it. */
export class ForeignGraphs {
  readonly #parts: ForeignGraphsParts;
  readonly #open = new Map<string, { described: string; graph: Promise<ForeignGraph>; store: Promise<GraphStore> }>();

  constructor(parts: ForeignGraphsParts) {
    this.#parts = parts;
  }

  /**
   * Describes a graph and keeps what was found, so that it can be asked.
   * @throws KgqpError `kgqp/invalid-graph`, `kgqp/graph-exists`; DdmError `ddm/malformed-rdf`; GraphError when the endpoint
   * cannot be asked, may not be, or gives no results
   */
  async add(name: string, source: GraphSource, options: AddOptions = {}): Promise<ForeignGraphEntry> {
    if (!nameForm.test(name)) throw new KgqpError('kgqp/invalid-graph', `“${name}” is no name for a graph.`);
    if ((await this.#kept(name)) !== undefined) throw new KgqpError('kgqp/graph-exists', `“${name}” is taken.`);
    return this.#describe(name, source, options);
  }

  /** Describes a graph anew. @throws KgqpError `kgqp/unknown-graph`; as `add` */
  async refresh(name: string, options: AddOptions = {}): Promise<ForeignGraphEntry> {
    const { source, isFile } = await this.#require(name);
    return this.#describe(name, isFile ? { files: [] } : { url: source }, options);
  }

  async list(): Promise<ForeignGraphEntry[]> {
    const names = await readdir(this.#parts.folder).catch(() => []);
    const all = await Promise.all(
      names
        .filter((name) => nameForm.test(name))
        .toSorted()
        .map((name) => this.#kept(name).catch(() => undefined)),
    );
    return all.flatMap((kept) => (kept === undefined ? [] : [entryOf(kept)]));
  }

  /** @throws KgqpError `kgqp/unknown-graph` */
  async remove(name: string): Promise<void> {
    if (!nameForm.test(name) || !(await readdir(this.#parts.folder).catch((): string[] => [])).includes(name)) {
      throw unknown(name);
    }
    await this.#close(name);
    await rm(join(this.#parts.folder, name), { recursive: true, force: true });
  }

  /** @throws KgqpError `kgqp/unknown-graph`, `kgqp/damaged-graph` */
  async description(name: string): Promise<GraphDescription> {
    return (await this.#require(name)).description;
  }

  /** The graph, ready to be asked. @throws KgqpError `kgqp/unknown-graph`, `kgqp/damaged-graph`; GraphError */
  async graph(name: string): Promise<ForeignGraph> {
    const kept = await this.#require(name);
    const known = this.#open.get(name);
    if (known?.described === kept.description.described) return known.graph;
    await this.#close(name);
    const store = this.#store(name, kept.isFile ? undefined : kept.source);
    const { now } = this.#parts;
    const graph = store.then(
      (opened) => new ForeignGraph({ name, store: opened, description: kept.description, names: kept.names, now }),
    );
    this.#open.set(name, { described: kept.description.described, graph, store });
    graph.catch(() => this.#open.delete(name));
    return graph;
  }

  /** Ends the engines of graphs that were asked. */
  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((name) => this.#close(name)));
  }

  async #describe(name: string, source: GraphSource, options: AddOptions): Promise<ForeignGraphEntry> {
    const { now, today, folder } = this.#parts;
    const isFile = 'files' in source;
    const place = join(folder, name);
    const isNew = (await this.#kept(name)) === undefined;
    try {
      if (isFile && source.files.length > 0) await this.#keepFiles(name, source.files);
      const store = await this.#store(name, isFile ? undefined : source.url);
      try {
        const label = isFile ? `file:${name}` : source.url;
        const described = {
          source:
            isNew || !isFile
              ? isFile
                ? source.files.map((file) => basename(file)).join(' ')
                : label
              : (await this.#require(name)).source,
        };
        const { description, names } = await describeForeign(store, {
          ...options,
          ...described,
          described: today(),
          now,
        });
        if (description.classes.every(({ entities }) => entities === 0)) {
          throw new KgqpError(
            'kgqp/invalid-graph',
            'Nothing in the graph has a class, so that there is nothing to ask for.',
          );
        }
        const kept: Kept = {
          schema: 'askg.foreign-graph/1',
          name,
          source: description.source,
          isFile,
          description,
          names,
        };
        await mkdir(place, { recursive: true });
        await writeFile(join(place, `${entryFile}.part`), JSON.stringify(kept));
        await rename(join(place, `${entryFile}.part`), join(place, entryFile));
        return entryOf(kept);
      } finally {
        await store.close();
      }
    } catch (error) {
      if (isNew) await rm(place, { recursive: true, force: true });
      throw error;
    }
  }

  async #keepFiles(name: string, files: readonly string[]): Promise<void> {
    const texts = await Promise.all(
      files.map(async (file) => {
        const mediaType = rdfTypeOf(file);
        if (mediaType === undefined) {
          throw new KgqpError('kgqp/invalid-graph', `${basename(file)} is in no format that is read here.`);
        }
        const bytes = await readFile(file).catch((cause: unknown) => {
          throw new KgqpError('kgqp/invalid-graph', `${file} cannot be read.`, { cause });
        });
        if (bytes.length > largestFile) {
          throw new KgqpError(
            'kgqp/invalid-graph',
            `${basename(file)} has more than ${largestFile} bytes: load it into a SPARQL server, and add that.`,
          );
        }
        return { text: bytes.toString('utf8'), mediaType };
      }),
    );
    await keepGraph(join(this.#parts.folder, name), `urn:askg:graph:${name}`, texts, `urn:askg:file:${name}/`);
  }

  /** @throws GraphError `graph/service-refused` for an endpoint that may not be asked */
  async #store(name: string, url: string | undefined): Promise<GraphStore> {
    const { now, folder, isPrivateAllowed = false, isOffline = false } = this.#parts;
    if (url === undefined) return openFileGraph(join(folder, name), { now, limits: { rows: 50_000 } });
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    if (parsed === undefined || !/^https?:$/u.test(parsed.protocol) || parsed.username + parsed.password !== '') {
      throw new KgqpError('kgqp/invalid-graph', 'The address has to be http or https, without a user and a password.');
    }
    if (isOffline) throw new GraphError('graph/service-refused', 'ASKG_OFFLINE is set: no endpoint is asked.');
    return new RemoteEndpoint({ url: parsed.href, now, isPrivateAllowed, limits: { rows: 50_000 } });
  }

  async #close(name: string): Promise<void> {
    const known = this.#open.get(name);
    this.#open.delete(name);
    await known?.store.then((store) => store.close()).catch(() => undefined);
  }

  async #require(name: string): Promise<Kept> {
    const kept = await this.#kept(name);
    if (kept === undefined) throw unknown(name);
    return kept;
  }

  async #kept(name: string): Promise<Kept | undefined> {
    if (!nameForm.test(name)) return undefined;
    const text = await readFile(join(this.#parts.folder, name, entryFile), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      const kept = JSON.parse(text) as Kept;
      if (kept.schema === 'askg.foreign-graph/1') return kept;
    } catch {
      // Told below.
    }
    throw new KgqpError('kgqp/damaged-graph', `${entryFile} of “${name}” is not what was written.`);
  }
}

function unknown(name: string): KgqpError {
  return new KgqpError('kgqp/unknown-graph', `There is no graph “${name}” here.`);
}

function entryOf({ name, source, isFile, description: { described, triples } }: Kept): ForeignGraphEntry {
  return { name, source, isFile, described, ...(triples === undefined ? {} : { triples }) };
}
