import { existsSync, readFileSync } from 'node:fs';
import type { Format } from '@askg/contract';
import { companionsBeside } from '@askg/ingest';

/**
 * What stands beside a paper, as ingest would take it. In collections the bibliography of a paper was often renamed as the
 * paper was (`NAME.md`, `NAME.bib`): it answers to every name of a bibliography that is not there.
 */
export function companionOf(path: string, bytes: Uint8Array, format: Format): (name: string) => Uint8Array | undefined {
  const beside = companionsBeside(path, bytes, format);
  const renamed = path.replace(/\.\w+$/u, '.bib');
  return (name) =>
    beside.get(name) ?? (name.endsWith('.bib') && existsSync(renamed) ? readFileSync(renamed) : undefined);
}
