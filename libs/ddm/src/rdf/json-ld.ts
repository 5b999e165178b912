import type { Quad, Quad_Object } from 'n3';
import { jsonLdContext, namespaces, rdf, xsd } from './terms.ts';

type JsonLdValue = string | number | boolean | object;
type JsonLdNode = Record<string, JsonLdValue>;

/** Key and type coercion of each property that the context knows, by IRI. */
const keys = new Map<string, { key: string; type?: string }>();
/** Key of each class. */
const classKeys = new Map<string, string>();
for (const [key, definition] of Object.entries(jsonLdContext)) {
  if (typeof definition === 'number' || key in namespaces || key === 'id' || key === 'type') continue;
  const [id, type] = typeof definition === 'string' ? [definition] : [definition['@id'], definition['@type']];
  const iri = expand(id);
  keys.set(iri, type === undefined ? { key } : { key, type: type.startsWith('@') ? type : expand(type) });
  classKeys.set(iri, key);
}

/**
 * The triples of quads as one JSON-LD 1.1 document: flat, compacted with the part of the project's context that it
 * needs, which stands inside. Names of graphs are left out.
 */
export function toJsonLd(quads: Iterable<Quad>): object {
  const writer = new JsonLdWriter();
  const subjects = new Map<string, Map<string, Map<string, Quad_Object>>>();
  for (const { subject, predicate, object } of quads) {
    const properties = valueAt(subjects, subject.id, () => new Map<string, Map<string, Quad_Object>>());
    valueAt(properties, predicate.value, () => new Map<string, Quad_Object>()).set(object.id, object);
  }
  const graph = [...subjects].map(([subject, properties]) => writer.node(subject, properties));
  return { '@context': writer.context(), '@graph': graph };
}

class JsonLdWriter {
  readonly #used = new Set<string>(['id', 'type']);

  node(subject: string, properties: Map<string, Map<string, Quad_Object>>): JsonLdNode {
    const node: JsonLdNode = { id: this.#reference(subject) };
    for (const [predicate, objects] of properties) {
      const [key, value] = this.#property(predicate, [...objects.values()]);
      node[key] = value;
    }
    return node;
  }

  context(): object {
    return Object.fromEntries(
      Object.entries(jsonLdContext).filter(([key]) => key === '@version' || this.#used.has(key)),
    );
  }

  #property(predicate: string, objects: Quad_Object[]): [key: string, value: JsonLdValue] {
    if (predicate === rdf.type && objects.every(({ termType }) => termType !== 'Literal')) {
      return ['type', single(objects.map((object) => this.#class(object.id)))];
    }
    const term = keys.get(predicate);
    const coerced = term && this.#coerce(objects, term.type);
    if (!term || coerced === undefined) {
      return [this.#shorten(predicate), single(objects.map((object) => this.#explicit(object)))];
    }
    this.#use(term.key);
    return [term.key, coerced];
  }

  /** Values without their types, where all have the type that the context gives to the property. */
  #coerce(objects: Quad_Object[], type = xsd.string as string): JsonLdValue | undefined {
    if (type === '@id') {
      if (objects.some(({ termType }) => termType === 'Literal')) return undefined;
      return single(objects.map(({ id }) => this.#reference(id)));
    }
    const literals = objects.flatMap((object) => (object.termType === 'Literal' ? [object] : []));
    if (literals.length < objects.length) return undefined;
    if (type === '@json') {
      const [literal] = literals;
      return literals.length === 1 && literal?.datatype.value === rdf.JSON ? parsed(literal.value) : undefined;
    }
    if (literals.some(({ datatype }) => datatype.value !== type)) return undefined;
    return single(literals.map(({ value }) => native(value, type)));
  }

  #explicit(object: Quad_Object): JsonLdValue {
    if (object.termType !== 'Literal') return { '@id': this.#reference(object.id) };
    if (object.language !== '') return { '@value': object.value, '@language': object.language };
    if (object.datatype.value === xsd.string) return { '@value': object.value };
    return { '@value': object.value, '@type': this.#shorten(object.datatype.value) };
  }

  #class(iri: string): string {
    const key = classKeys.get(iri);
    if (key === undefined) return this.#reference(iri);
    this.#use(key);
    return key;
  }

  #reference(id: string): string {
    return id.startsWith('_:') ? id : this.#shorten(id);
  }

  #shorten(iri: string): string {
    for (const [prefix, namespace] of Object.entries(namespaces)) {
      const name = iri.startsWith(namespace) ? iri.slice(namespace.length) : '';
      if (/^[A-Za-z][\w-]*$/.test(name)) {
        this.#used.add(prefix);
        return `${prefix}:${name}`;
      }
    }
    return iri;
  }

  #use(key: string): void {
    this.#used.add(key);
    const definition = jsonLdContext[key];
    const iris = typeof definition === 'object' ? [definition['@id'], definition['@type']] : [String(definition)];
    for (const iri of iris) if (!iri.startsWith('@')) this.#used.add(iri.slice(0, iri.indexOf(':')));
  }
}

function expand(compact: string): string {
  const colon = compact.indexOf(':');
  const namespace = Object.entries(namespaces).find(([prefix]) => prefix === compact.slice(0, colon))?.[1];
  return namespace === undefined ? compact : namespace + compact.slice(colon + 1);
}

/** Numbers and truth values in JSON's own form, where that keeps the lexical form. */
function native(lexical: string, type: string): string | number | boolean {
  if (type === xsd.integer && /^(?:0|-?[1-9]\d{0,14})$/.test(lexical)) return Number(lexical);
  if (type === xsd.boolean && (lexical === 'true' || lexical === 'false')) return lexical === 'true';
  return lexical;
}

function parsed(json: string): JsonLdValue | undefined {
  try {
    return JSON.parse(json) as JsonLdValue;
  } catch {
    return undefined;
  }
}

function single(values: JsonLdValue[]): JsonLdValue {
  const [value] = values;
  return values.length === 1 && value !== undefined ? value : values;
}

function valueAt<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
