import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { buildDocument, cutSentences, enrich, paperKey, readJats } from '@askg/ddm';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'demo', 'papers');

/** The papers of the demo as documents, by file name. */
export function demoPapers(): (Document & { key: string })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jats.xml'))
    .toSorted()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const digest = createHash('sha256').update(bytes).digest('hex');
      const document = enrich(buildDocument(readJats(bytes), { digest, cutSentences }));
      return { ...document, key: paperKey(document.identifiers, digest) };
    });
}
