import { transaction } from '../catalog/sqlite.ts';
import type { CommitContext } from '../commit/commit-paper.ts';
import { CorpusError } from '../corpus-error.ts';
import type { Layout } from '../files/layout.ts';
import { unitIri } from '@askg/ddm';
import { recommitLinks } from './commit-links.ts';
import { type LoggedDecision, deleteDecision, readDecisions, recordDecision } from './decisions/decision-log.ts';
import type { DecidedPerson } from './decisions/decision.ts';
import { linkEntities } from './entities/link-entities.ts';
import { type Thing, thingsOf } from './entities/thing.ts';
import { completeFacts, linkablePapers } from './read-linkable.ts';

/** What came of a decision: the things that it speaks of as they stand now, and the commit that holds them. */
export type DecidedEntities = { decision: LoggedDecision; entities: Thing[]; commit: number };

/** The things that several papers of a corpus name, and the decisions that humans made about them. */
export class Entities {
  readonly #context: () => CommitContext;
  readonly #layout: Layout;

  constructor(context: () => CommitContext, layout: Layout) {
    this.#context = context;
    this.#layout = layout;
  }

  /** The things that more than one paper names, with what holds them together, by name. */
  list(): Thing[] {
    const { catalog, base } = this.#context();
    const papers = linkablePapers(catalog);
    return thingsOf(linkEntities(papers, this.decisions()), base, papers);
  }

  /**
   * One thing.
   * @param iri of the thing, or of an entity of a paper (`…/paper/KEY/ent2`), also one that no other paper names
   * @throws CorpusError corpus/unknown-entity
   */
  find(iri: string): Thing {
    return this.#findAmong(this.list(), iri);
  }

  /** Oldest first. */
  decisions(): LoggedDecision[] {
    return readDecisions(this.#context().catalog, 'entities');
  }

  /**
   * Decides that things are one. An IRI of a thing stands for all entities of papers that are it now.
   * @throws CorpusError corpus/unknown-entity, corpus/nothing-to-decide
   */
  async merge(iris: readonly string[]): Promise<DecidedEntities> {
    const all = this.list();
    const named = [...new Set(iris)].map((iri) => ({ iri, thing: this.#findAmong(all, iri) }));
    if (new Set(named.map(({ thing }) => thing.iri)).size < 2) {
      throw new CorpusError('corpus/nothing-to-decide', 'A merge needs two things or more that are not one yet.');
    }
    const places = named.flatMap(({ iri, thing }) =>
      iri === thing.iri ? thing.places : thing.places.filter((place) => place.iri === iri),
    );
    return this.#decide({ kind: 'merge', members: decided(places) });
  }

  /**
   * Decides that some of the entities that were taken for one thing are another than the rest.
   * @param places IRIs of entities below their papers, all of one thing
   * @throws CorpusError corpus/unknown-entity, corpus/nothing-to-decide
   */
  async split(places: readonly string[]): Promise<DecidedEntities> {
    const all = this.list();
    const owners = new Map(places.map((place) => this.#findAmong(all, place)).map((thing) => [thing.iri, thing]));
    const [thing, another] = owners.values();
    const isOff = ({ iri }: { iri: string }): boolean => places.includes(iri);
    const members = thing?.places.filter(isOff) ?? [];
    const others = thing?.places.filter((place) => !isOff(place)) ?? [];
    if (another || members.length === 0 || others.length === 0) {
      throw new CorpusError('corpus/nothing-to-decide', 'The entities given are not some of those of one thing.');
    }
    return this.#decide({ kind: 'split', members: decided(members), others: decided(others) });
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
    return this.#outcome(decision, commit);
  }

  async #decide(said: Parameters<typeof recordDecision>[2]): Promise<DecidedEntities> {
    const context = this.#context();
    await completeFacts(context.catalog, this.#layout, context.base);
    const { decision, commit } = transaction(context.catalog, () => {
      const recorded = recordDecision(context.catalog, context.now, said, 'entities');
      const done = recommitLinks(context, this.#layout, `decision ${recorded.id}`);
      return { decision: recorded, commit: done.commit };
    });
    return this.#outcome(decision, commit);
  }

  /** What the entities that a decision speaks of are now; one that is now alone in its paper is a thing by itself. */
  #outcome(decision: LoggedDecision, commit: number): DecidedEntities {
    const { base } = this.#context();
    const named = decision.kind === 'split' ? [...decision.members, ...decision.others] : decision.members;
    const all = this.list();
    const things = named.flatMap(({ key, id }) => this.#known(all, unitIri(base, key, id)) ?? []);
    return { decision, entities: [...new Map(things.map((thing) => [thing.iri, thing])).values()], commit };
  }

  #findAmong(all: readonly Thing[], iri: string): Thing {
    const thing = this.#known(all, iri);
    if (!thing) throw new CorpusError('corpus/unknown-entity', `No thing and no entity of a paper has the IRI ${iri}.`);
    return thing;
  }

  #known(all: readonly Thing[], iri: string): Thing | undefined {
    const shared = all.find((each) => each.iri === iri || each.places.some((place) => place.iri === iri));
    return shared ?? this.#alone(iri);
  }

  /** An entity that only its own paper names, as a thing. */
  #alone(iri: string): Thing | undefined {
    const { catalog, base } = this.#context();
    for (const { key, facts } of linkablePapers(catalog)) {
      const entity = facts.entities.find(({ id }) => unitIri(base, key, id) === iri);
      if (!entity) continue;
      const { id, label, otherLabels } = entity;
      const place = { iri, key, title: facts.title, id, name: label };
      return { iri, name: label, names: [...otherLabels], places: [place], matches: [] };
    }
    return undefined;
  }
}

function decided(places: Thing['places']): DecidedPerson[] {
  return places.map(({ key, id, name }) => ({ key, id, name }));
}
