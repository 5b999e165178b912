import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guarded } from '../catalog/sqlite.ts';

/** Where things lie in the folder of a corpus. */
export class Layout {
  readonly folder: string;
  readonly catalog: string;
  readonly lock: string;
  readonly sources: string;
  readonly graphs: string;
  readonly temporary: string;

  constructor(folder: string) {
    this.folder = folder;
    this.catalog = join(folder, 'catalog.sqlite');
    this.lock = join(folder, 'lock.sqlite');
    this.sources = join(folder, 'sources');
    this.graphs = join(folder, 'graphs');
    this.temporary = join(folder, 'tmp');
  }

  graph(digest: string): string {
    return join(this.graphs, `${digest}.nq.gz`);
  }

  source(digest: string): string {
    return join(this.sources, digest);
  }

  make(): void {
    guarded(this.folder, () => {
      for (const folder of [this.sources, this.graphs, this.temporary]) makeFolder(folder);
    });
  }
}

/** Makes a folder and those above it, where they are missing. Where the disk is read-only only the plain call says so. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it just now.
    if (!existsSync(folder)) throw error;
  }
}
