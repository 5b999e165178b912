import { transaction } from '../catalog/sqlite.ts';
import type { CommitContext } from '../commit/commit-paper.ts';
import { CorpusError } from '../corpus-error.ts';
import type { Layout } from '../files/layout.ts';
import { parseIri, unitIri } from '@askg/ddm';
import { recommitLinks } from './commit-links.ts';
import type { DecidedPerson } from './decisions/decision.ts';
import { type LoggedDecision, deleteDecision, readDecisions, recordDecision } from './decisions/decision-log.ts';
import { type EntityCluster, linkEntities } from './entities/link-entities.ts';
import { completeFacts, linkablePapers } from './read-linkable.ts';

/** What came of a decision, and the commit that holds it. */
export type DecidedEntities = { decision: LoggedDecision; commit: number };

/** The things that several papers of a corpus name, and the decisions that humans made about them. */
export class Entities {
  readonly #context: () => CommitContext;
  readonly #layout: Layout;

  constructor(context: () => CommitContext, layout: Layout) {
    this.#context = context;
    this.#layout = layout;
  }

  /** The things that more than one paper names, with what holds them together. */
  list(): EntityCluster[] {
    const { catalog } = this.#context();
    return linkEntities(linkablePapers(catalog), this.decisions());
  }

  /** Oldest first. */
  decisions(): LoggedDecision[] {
    return readDecisions(this.#context().catalog, 'entities');
  }

  /**
   * Decides that entities of papers are one thing.
   * @param places their IRIs (`…/paper/KEY/ent2`)
   * @throws CorpusError corpus/unknown-entity, corpus/nothing-to-decide
   */
  merge(places: readonly string[]): Promise<DecidedEntities> {
    const members = this.#places(places);
    if (members.length < 2) throw new CorpusError('corpus/nothing-to-decide', 'A merge needs two entities or more.');
    return this.#decide({ kind: 'merge', members });
  }

  /**
   * Decides that some of the entities that were taken for one thing are another than the rest.
   * @param places IRIs of entities below their papers, all of one thing
   * @throws CorpusError corpus/unknown-entity, corpus/nothing-to-decide
   */
  split(places: readonly string[]): Promise<DecidedEntities> {
    const members = this.#places(places);
    const isMember = (key: string, id: string): boolean => members.some((each) => each.key === key && each.id === id);
    const clusters = this.list().filter((cluster) =>
      cluster.members.some(({ key, entity }) => isMember(key, entity.id)),
    );
    const others = (clusters[0]?.members ?? [])
      .filter(({ key, entity }) => !isMember(key, entity.id))
      .map(({ key, entity }) => ({ key, id: entity.id, name: entity.label }));
    if (clusters.length !== 1 || others.length === 0) {
      throw new CorpusError('corpus/nothing-to-decide', 'The entities given are not some of those of one thing.');
    }
    return this.#decide({ kind: 'split', members, others });
  }

  /** Takes a decision back by deleting it. @throws CorpusError corpus/unknown-decision */
  async undo(id: number): Promise<DecidedEntities> {
    const context = this.#context();
    await completeFacts(context.catalog, this.#layout, context.base);
    const decision = this.decisions().find((each) => each.id === id);
    if (!decision) throw new CorpusError('corpus/unknown-decision', `No decision about entities has the number ${id}.`);
    const commit = transaction(context.catalog, () => {
      deleteDecision(context.catalog, id, 'entities');
      return recommitLinks(context, this.#layout, `undo decision ${id}`).commit;
    });
    return { decision, commit };
  }

  async #decide(said: Parameters<typeof recordDecision>[2]): Promise<DecidedEntities> {
    const context = this.#context();
    await completeFacts(context.catalog, this.#layout, context.base);
    return transaction(context.catalog, () => {
      const decision = recordDecision(context.catalog, context.now, said, 'entities');
      return { decision, commit: recommitLinks(context, this.#layout, `decision ${decision.id}`).commit };
    });
  }

  #places(iris: readonly string[]): DecidedPerson[] {
    const { catalog, base } = this.#context();
    const known = new Map(
      linkablePapers(catalog).flatMap(({ key, facts }) =>
        facts.entities.map(({ id, label }) => [unitIri(base, key, id), { key, id, name: label }] as const),
      ),
    );
    return [...new Set(iris)].map((iri) => {
      const place = known.get(iri);
      if (!place) {
        const { key = iri } = parseIri(base, iri) ?? {};
        throw new CorpusError('corpus/unknown-entity', `The paper ${key} has no entity with the IRI ${iri}.`);
      }
      return place;
    });
  }
}
