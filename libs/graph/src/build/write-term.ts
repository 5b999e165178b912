import { GraphError } from '../graph-error.ts';
import { wellKnownPrefixes } from '../guard/well-known-prefixes.ts';
import type { Iri, Literal, Path, Term } from './query-parts.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const localName = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;
const languageTag = /^[A-Za-z]+(?:-[A-Za-z0-9]+)*$/;
// What the grammar does not allow between the angle brackets of an IRI.
// oxlint-disable-next-line no-control-regex
const notInIri = /[\u0000-\u0020<>"{}|^`\\]/;

/** Writes terms and paths, and remembers the prefixes that it used. */
export class TermWriter {
  readonly #used = new Set<string>();

  /** PREFIX lines, in alphabetical order. */
  prologue(): string {
    return [...this.#used]
      .toSorted()
      .map((prefix) => `PREFIX ${prefix}: <${wellKnownPrefixes[prefix] ?? ''}>\n`)
      .join('');
  }

  /** @throws GraphError `graph/invalid-query` for a name, IRI or language tag that the grammar does not have. */
  term(term: Term): string {
    if ('variable' in term) return this.variable(term.variable);
    return 'iri' in term ? this.iri(term) : this.#literal(term);
  }

  variable(name: string): string {
    if (!variableName.test(name)) throw new GraphError('graph/invalid-query', `"${name}" cannot name a variable.`);
    return `?${name}`;
  }

  iri({ iri }: Iri): string {
    if (notInIri.test(iri) || !iri.includes(':')) {
      throw new GraphError('graph/invalid-query', `"${iri}" is not an absolute IRI.`);
    }
    for (const [prefix, namespace] of Object.entries(wellKnownPrefixes)) {
      if (!iri.startsWith(namespace) || !localName.test(iri.slice(namespace.length))) continue;
      this.#used.add(prefix);
      return `${prefix}:${iri.slice(namespace.length)}`;
    }
    return `<${iri}>`;
  }

  path(path: Path): string {
    if ('iri' in path) return path.iri === rdfType ? 'a' : this.iri(path);
    if ('sequence' in path) return path.sequence.map((step) => this.#step(step)).join('/');
    if ('alternatives' in path) return path.alternatives.map((choice) => this.#step(choice)).join('|');
    if ('inverse' in path) return `^${this.#step(path.inverse)}`;
    return 'oneOrMore' in path ? `${this.#step(path.oneOrMore)}+` : `${this.#step(path.zeroOrMore)}*`;
  }

  #step(path: Path): string {
    if ('iri' in path) return this.iri(path);
    return `(${this.path(path)})`;
  }

  #literal({ literal, datatype, language }: Literal): string {
    if (datatype === `${xsd}integer` && /^-?\d+$/.test(literal)) return literal;
    if (datatype === `${xsd}boolean` && /^(?:true|false)$/.test(literal)) return literal;
    const quoted = quote(literal);
    if (language !== undefined) {
      if (!languageTag.test(language)) throw new GraphError('graph/invalid-query', `"${language}" is no language tag.`);
      return `${quoted}@${language}`;
    }
    return datatype === undefined || datatype === `${xsd}string` ? quoted : `${quoted}^^${this.iri({ iri: datatype })}`;
  }
}

/** A string between double quotes. Half surrogate pairs, which no RDF text can hold, become U+FFFD. */
function quote(text: string): string {
  // The characters that JSON escapes are escaped alike in SPARQL; `\u007f` and above need no escape in either.
  return JSON.stringify(text.toWellFormed());
}
