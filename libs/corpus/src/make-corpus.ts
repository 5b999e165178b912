import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkBase } from '@askg/ddm';
import { createCatalog } from './catalog/open-catalog.ts';
import { guarded } from './catalog/sqlite.ts';
import { CorpusError } from './corpus-error.ts';
import { syncFile } from './files/durable-file.ts';
import type { Layout } from './files/layout.ts';
import { takeCorpusLock } from './lock/corpus-lock.ts';
import { isPutAside } from './maintenance/replaced-folder.ts';

/** What an attempt to make a corpus that was ended may have left, and the models, which may be fetched before. */
const ownNames = new Set(['sources', 'graphs', 'tmp', 'lock.sqlite', 'lock.sqlite-journal', 'models']);

/**
 * Makes an empty corpus. Its catalog gets its name last, whole: before that the folder holds no corpus.
 * @throws CorpusError corpus/exists, corpus/not-empty, corpus/read-only, corpus/disk-full; DdmError ddm/invalid-base
 */
export function makeCorpus(layout: Layout, baseIri: string, id: string): void {
  checkBase(baseIri);
  const { folder } = layout;
  const refuseExisting = (): void => {
    if (existsSync(layout.catalog) || isPutAside(folder)) {
      throw new CorpusError('corpus/exists', `${folder} holds a corpus.`);
    }
  };
  refuseExisting();
  if (existsSync(folder) && !isFree(folder)) {
    throw new CorpusError('corpus/not-empty', `${folder} holds something that is not a corpus.`);
  }
  layout.make();
  const lock = takeCorpusLock(layout.lock, 'exclusive', folder);
  try {
    // Another process may have been first while this one waited for the lock.
    refuseExisting();
    const draft = join(layout.temporary, `${randomUUID()}.sqlite`);
    createCatalog(draft, { base_iri: baseIri, id });
    guarded(folder, () => {
      syncFile(draft);
      renameSync(draft, layout.catalog);
      syncFile(folder);
    });
  } finally {
    lock.release();
  }
}

function isFree(folder: string): boolean {
  return guarded(
    folder,
    () => statSync(folder).isDirectory() && readdirSync(folder).every((name) => ownNames.has(name)),
  );
}
