import { GraphError } from '../graph-error.ts';
import type { GraphStore } from '../store.ts';
import { describing, readTermFacts, type TermFacts } from './describe-terms.ts';
import type { ClassShape, DescribedProperty, GraphDescription, MissingPart } from './graph-description.ts';
import { isAboutGraphs, namespaceOf, owlNamespace, rdfNamespace, rdfsNamespace } from './naming.ts';
import { PropertyReader } from './property-reader.ts';
import { type DescribedRow, rowsOf } from './rows-of.ts';
import { classesQuery, classNamesQuery, declaredQuery, termsQuery, triplesQuery } from './shape-queries.ts';

export type DescribeOptions = {
  /** Address or file that is described; stands in the description. */
  source: string;
  /** The time now, in ISO 8601. */
  described: string;
  /** Milliseconds of a monotone clock. */
  now: () => number;
  /** Milliseconds for everything; default 120,000. */
  deadlineMs?: number;
  /** Milliseconds for one query; default 15,000. */
  queryMs?: number;
  signal?: AbortSignal;
  /** Is told how many classes of how many have been looked at. */
  progress?: (classes: number, of: number) => void;
};

const mostClasses = 300;
const mostRows = 20_000;
const mostTerms = 5_000;
const termsAtATime = 100;
/** Steps from a class to those above it. */
const mostDepth = 5;
const declared = {
  classes: [`${owlNamespace}Class`, `${rdfsNamespace}Class`],
  properties: [`${rdfNamespace}Property`, `${owlNamespace}ObjectProperty`, `${owlNamespace}DatatypeProperty`],
};

/**
 * Finds out what a graph is made of, by queries that any SPARQL 1.1 engine answers: classes, the properties of each with
 * what they lead to, labels and comments. Each query has a deadline of its own; what does not come in time is named in
 * `missing`, and the rest is described.
 * @throws GraphError when not even the classes can be had, and `graph/cancelled`
 */
export async function describeGraph(
  store: Pick<GraphStore, 'query'>,
  options: DescribeOptions,
): Promise<GraphDescription> {
  return new GraphDescriber(store, options).describe();
}

class GraphDescriber {
  readonly #store: Pick<GraphStore, 'query'>;
  readonly #options: DescribeOptions;
  readonly #endAt: number;
  readonly #missing: MissingPart[] = [];

  constructor(store: Pick<GraphStore, 'query'>, options: DescribeOptions) {
    this.#store = store;
    this.#options = options;
    this.#endAt = options.now() + (options.deadlineMs ?? 120_000);
  }

  async describe(): Promise<GraphDescription> {
    const { source, described, progress } = this.#options;
    const found =
      (await this.#try('how many nodes each class has', () => this.#rows(classesQuery(mostClasses)))) ??
      (await this.#rows(classNamesQuery(mostClasses)));
    const counted = found.flatMap(({ class: cls, entities }) =>
      cls?.type === 'uri' ? [{ iri: cls.value, entities: Number(entities?.value ?? 1) }] : [],
    );
    if (found.length === mostClasses) this.#miss('classes', `only the ${mostClasses} largest were looked at`);
    const triples = await this.#try('the number of triples', () => this.#rows(triplesQuery()));
    const asked = counted.filter(({ iri }) => !isAboutGraphs(iri));
    const reader = new PropertyReader({
      rows: (sparql) => this.#rows(sparql),
      attempt: (part, work) => this.#try(part, work),
    });
    const shapes: Pick<ClassShape, 'iri' | 'entities' | 'properties' | 'sampled'>[] = [];
    for (const [i, { iri, entities }] of asked.entries()) {
      progress?.(i, asked.length);
      shapes.push({ iri, entities, ...(await reader.read(iri)) });
    }
    progress?.(asked.length, asked.length);
    const terms = await this.#termsOf(shapes);
    const facts = await this.#facts([...terms.classes, ...terms.properties]);
    for (const parent of await this.#parentsOf(facts)) terms.classes.add(parent);
    const classes = shapes.map((shape): ClassShape => ({
      ...termOf(shape.iri, facts),
      ...shape,
      parents: facts.get(shape.iri)?.parents ?? [],
    }));
    const empty = [...terms.classes]
      .filter((iri) => !isAboutGraphs(iri) && shapes.every((shape) => shape.iri !== iri))
      .map((iri): ClassShape => ({
        ...termOf(iri, facts),
        entities: 0,
        properties: [],
        parents: facts.get(iri)?.parents ?? [],
      }));
    const properties = [...terms.properties].map((iri) => propertyOf(iri, facts, shapes));
    const total = Number(triples?.[0]?.['triples']?.value);
    return {
      schema: 'askg.graph-description/1',
      source,
      described,
      ...(Number.isNaN(total) ? {} : { triples: total }),
      classes: [...classes, ...empty],
      properties,
      vocabularies: [...new Set([...counted.map(({ iri }) => iri), ...terms.properties].map(namespaceOf))].toSorted(),
      missing: this.#missing,
    };
  }

  /** The terms that are used, and those that are only declared. */
  async #termsOf(
    shapes: readonly Pick<ClassShape, 'iri' | 'properties'>[],
  ): Promise<{ classes: Set<string>; properties: Set<string> }> {
    const rows = await this.#try('declared terms', () =>
      this.#rows(declaredQuery([...declared.classes, ...declared.properties], mostTerms)),
    );
    const of = (kinds: readonly string[]) =>
      (rows ?? []).flatMap(({ s, class: cls }) =>
        s?.type === 'uri' && kinds.includes(cls?.value ?? '') ? [s.value] : [],
      );
    const used = shapes.flatMap(({ properties }) => properties.map(({ property }) => property));
    return {
      classes: new Set([...shapes.map(({ iri }) => iri), ...of(declared.classes).toSorted()]),
      properties: new Set(
        [...used, ...of(declared.properties)].filter((iri) => iri !== `${rdfNamespace}type`).toSorted(),
      ),
    };
  }

  /** Classes that are only named as what others are a part of, with what is said of them. */
  async #parentsOf(facts: Map<string, TermFacts>): Promise<string[]> {
    const found: string[] = [];
    for (let depth = 0; depth < mostDepth; depth += 1) {
      const unknown = [...facts.values()].flatMap(({ parents }) => parents).filter((iri) => !facts.has(iri));
      const parents = [...new Set(unknown)].filter((iri) => !isAboutGraphs(iri)).toSorted();
      if (parents.length === 0) break;
      const more = await this.#facts(parents);
      const nothing = { labels: [], comments: [], domains: [], ranges: [], parents: [] };
      for (const iri of parents) facts.set(iri, more.get(iri) ?? nothing);
      found.push(...parents);
    }
    return found;
  }

  async #facts(terms: readonly string[]): Promise<Map<string, TermFacts>> {
    const all = [...new Set(terms)];
    const rows: DescribedRow[] = [];
    for (let start = 0; start < all.length; start += termsAtATime) {
      const some = all.slice(start, start + termsAtATime);
      const found = await this.#try('labels and comments of terms', () =>
        this.#rows(termsQuery(some, describing, mostRows)),
      );
      rows.push(...(found ?? []));
    }
    return readTermFacts(rows);
  }

  /** What work gives, or nothing, with the reason among the missing parts. A cancelled description ends at once. */
  async #try<T>(part: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof GraphError) || error.code === 'graph/cancelled') throw error;
      this.#miss(part, error.message);
      return undefined;
    }
  }

  #miss(part: string, reason: string): void {
    if (!this.#missing.some((each) => each.part === part)) this.#missing.push({ part, reason });
  }

  #rows(sparql: string): Promise<DescribedRow[]> {
    const { signal, queryMs = 15_000, now } = this.#options;
    if (signal?.aborted === true) throw new GraphError('graph/cancelled', 'The description was cancelled.');
    const left = this.#endAt - now();
    if (left <= 0) throw new GraphError('graph/timeout', 'The time for the whole description is over.');
    return rowsOf(this.#store, sparql, { signal, deadlineMs: Math.min(left, queryMs), limits: { rows: mostRows } });
  }
}

function termOf(iri: string, facts: ReadonlyMap<string, TermFacts>) {
  const { labels = [], comments = [] } = facts.get(iri) ?? {};
  return { iri, labels, comments };
}

function propertyOf(
  iri: string,
  facts: ReadonlyMap<string, TermFacts>,
  shapes: readonly Pick<ClassShape, 'properties'>[],
): DescribedProperty {
  const uses = shapes.flatMap(({ properties }) => properties.filter(({ property }) => property === iri));
  return {
    ...termOf(iri, facts),
    triples: uses.reduce((sum, use) => sum + use.triples, 0),
    domains: facts.get(iri)?.domains ?? [],
    ranges: facts.get(iri)?.ranges ?? [],
  };
}
