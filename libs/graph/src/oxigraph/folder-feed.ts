import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@askg/contract';
import type { FeedChange, FeedGraph, GraphFeed } from './graph-feed.ts';

/** A feed in a plain folder, for tests: one file of changes, one file a graph. */
export class FolderFeed implements GraphFeed {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async put(name: string, nquads: string): Promise<number> {
    const digest = digestOf(nquads);
    await writeFile(this.#file(digest), nquads);
    return this.#commit(name, digest);
  }

  async remove(name: string): Promise<number> {
    return this.#commit(name, null);
  }

  /** Spoils the stored file of a graph without a commit, as a bad disk does. */
  async damage(name: string): Promise<void> {
    const change = (await this.#changes()).findLast((candidate) => candidate.name === name);
    if (typeof change?.digest === 'string') await writeFile(this.#file(change.digest), 'spoilt');
  }

  async commitNumber(): Promise<number> {
    return (await this.#changes()).length;
  }

  async snapshot(): Promise<{ commit: number; graphs: FeedGraph[] }> {
    const { commit, changes } = await this.changesSince(0);
    return { commit, graphs: changes.flatMap(({ name, digest }) => (digest === null ? [] : [{ name, digest }])) };
  }

  async changesSince(commit: number): Promise<{ commit: number; changes: FeedChange[] }> {
    const changes = await this.#changes();
    const last = new Map<string, FeedChange>();
    for (const change of changes.slice(commit)) last.set(change.name, change);
    return { commit: changes.length, changes: [...last.values()] };
  }

  async readGraph(digest: string): Promise<string> {
    const nquads = await readFile(this.#file(digest), 'utf8');
    if (digestOf(nquads) === digest) return nquads;
    const text = { title: 'A graph file is damaged', fix: 'Restore it from a backup.' };
    throw new CodedError('corpus/damaged-graph', text, `The file ${digest} does not hold what was stored.`);
  }

  async #commit(name: string, digest: string | null): Promise<number> {
    const changes = await this.#changes();
    changes.push({ name, digest, commit: changes.length + 1 });
    await writeFile(join(this.folder, 'changes.json'), JSON.stringify(changes));
    return changes.length;
  }

  async #changes(): Promise<FeedChange[]> {
    const text = await readFile(join(this.folder, 'changes.json'), 'utf8').catch(() => '[]');
    return JSON.parse(text) as FeedChange[];
  }

  #file(digest: string): string {
    return join(this.folder, `${digest}.nq`);
  }
}

export async function openFeed(folder: string): Promise<GraphFeed> {
  return new FolderFeed(folder);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
