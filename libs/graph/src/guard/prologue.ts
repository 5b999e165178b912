import type { ContextDefinition, TermIri } from '@traqula/rules-sparql-1-1';
import { GraphError } from '../graph-error.ts';
import { position } from './check-tokens.ts';
import type { Token } from './grammar.ts';
import { wellKnownPrefixes } from './well-known-prefixes.ts';

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/u;

/** What a query leaves to its surroundings: declarations that it needs and does not have. */
export type MissingPrologue = {
  /** Well-known prefixes that are used and not declared, sorted. */
  prefixes: string[];
  /** Whether an IRI is relative before any BASE. */
  base: boolean;
};

/**
 * @param mayBeRelative whether there is a base to resolve relative IRIs against when the query has no BASE
 * @throws GraphError `graph/invalid-query` for a prefix that nobody declared, and for a relative IRI without any base
 */
export function missingPrologue(tokens: readonly Token[], mayBeRelative: boolean): MissingPrologue {
  const declared = new Set<string>();
  const missing = new Set<string>();
  let hasBase = false;
  let isRelative = false;
  tokens.forEach((token, index) => {
    const name = token.tokenType.name;
    if (name === 'IriRef' && !hasBase && !scheme.test(token.image.slice(1, -1))) {
      if (!mayBeRelative) {
        throw new GraphError(
          'graph/invalid-query',
          `The IRI ${token.image} at ${position(token)} is relative, and the query has no BASE.`,
        );
      }
      isRelative = true;
    }
    if (name === 'IriRef' && tokens[index - 1]?.tokenType.name === 'BaseDecl') hasBase = true;
    if (name !== 'PNameNs' && name !== 'PNameLn') return;
    const prefix = token.image.slice(0, token.image.indexOf(':'));
    if (name === 'PNameNs' && tokens[index - 1]?.tokenType.name === 'PrefixDecl') declared.add(prefix);
    else if (!declared.has(prefix)) {
      if (!Object.hasOwn(wellKnownPrefixes, prefix)) {
        throw new GraphError(
          'graph/invalid-query',
          `The prefix “${prefix}:” at ${position(token)} is not declared (PREFIX ${prefix}: <…>).`,
        );
      }
      missing.add(prefix);
    }
  });
  return { prefixes: [...missing].toSorted(), base: isRelative };
}

/** Turns the IRIs of a query into absolute ones, by its BASE and PREFIX declarations in their order. */
export function iriResolver(context: readonly ContextDefinition[]): (iri: TermIri) => string {
  let base: string | undefined;
  const prefixes = new Map<string, string>();
  for (const definition of context) {
    const iri = absolute(definition.value.value, base);
    if (definition.subType === 'base') base = iri;
    else prefixes.set(definition.key.replace(/:$/u, ''), iri);
  }
  return (iri) => ('prefix' in iri ? `${prefixes.get(iri.prefix) ?? ''}${iri.value}` : absolute(iri.value, base));
}

function absolute(iri: string, base: string | undefined): string {
  if (scheme.test(iri) || base === undefined) return iri;
  return URL.canParse(iri, base) ? new URL(iri, base).href : iri;
}
