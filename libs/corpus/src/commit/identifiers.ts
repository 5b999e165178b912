import type { Identifiers } from '@askg/contract';
import { paperKey } from '@askg/ddm';
import type { Database } from '../catalog/sqlite.ts';

/** The identifiers as the catalog compares them. */
export function aliasesOf(identifiers: Identifiers): string[] {
  const aliases: string[] = [];
  if (identifiers.doi) aliases.push(`doi:${identifiers.doi.toLowerCase()}`);
  if (identifiers.arxiv) aliases.push(`arxiv:${identifiers.arxiv.toLowerCase().replace(/v\d+$/, '')}`);
  if (identifiers.pmid) aliases.push(`pmid:${identifiers.pmid}`);
  return aliases;
}

/** The key of the paper that is known by one of these identifiers or was read from this source, else the key it will get. */
export function keyOf(catalog: Database, identifiers: Identifiers, source: string): string {
  const find = catalog.prepare('SELECT key FROM aliases WHERE alias = ?');
  for (const alias of aliasesOf(identifiers)) {
    const row = find.get(alias);
    if (row) return String(row['key']);
  }
  const read = catalog.prepare('SELECT key FROM sources WHERE digest = ? AND graph IS NOT NULL').get(source);
  return read ? String(read['key']) : paperKey(identifiers, source);
}

/**
 * Resolves a key, or an identifier with or without its prefix or resolver, in any case: `10.…`, `doi:10.…`,
 * `https://doi.org/10.…`, `arXiv:2101.00001v2`, `pmid:…`.
 */
export function resolveKey(catalog: Database, name: string): string | undefined {
  const find = catalog.prepare('SELECT key FROM aliases WHERE alias = ?');
  const lower = name.trim().toLowerCase();
  const doi = lower.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '');
  const arxiv = lower.replace(/^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:\s*)/, '').replace(/v\d+$/, '');
  for (const alias of [`key:${lower}`, lower, `doi:${doi}`, `arxiv:${arxiv}`]) {
    const row = find.get(alias);
    if (row) return String(row['key']);
  }
  return undefined;
}
