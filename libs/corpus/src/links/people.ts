import { transaction } from '../catalog/sqlite.ts';
import { currentDigest } from '../commit/graph-history.ts';
import type { CommitContext } from '../commit/commit-paper.ts';
import { CorpusError } from '../corpus-error.ts';
import { readGraphFile } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';
import { peopleGraphIri } from '@askg/ddm';
import { recommitLinks } from './commit-links.ts';
import { type LoggedDecision, deleteDecision, readDecisions, recordDecision } from './decisions/decision-log.ts';
import { placesOf } from './decisions/places.ts';
import { type Person, readPeople } from './people/read-people.ts';
import { completeFacts, linkablePapers } from './read-linkable.ts';

/** What came of a decision: the people that it speaks of as they stand now, and the commit that holds them. */
export type Decided = { decision: LoggedDecision; people: Person[]; commit: number };

/** The people of a corpus across its papers, and the decisions that humans made about them. */
export class People {
  readonly #context: () => CommitContext;
  readonly #layout: Layout;

  constructor(context: () => CommitContext, layout: Layout) {
    this.#context = context;
    this.#layout = layout;
  }

  /** Everybody, by name. Empty until links were derived. @throws CorpusError corpus/missing-graph, corpus/damaged-graph */
  async list(): Promise<Person[]> {
    const { catalog, base } = this.#context();
    const digest = currentDigest(catalog, peopleGraphIri(base));
    return digest === undefined
      ? []
      : readPeople(await readGraphFile(this.#layout, digest), base, linkablePapers(catalog));
  }

  /**
   * One person.
   * @param iri of the person, or of one of the places where a paper names that person (`…/paper/KEY/person2`)
   * @throws CorpusError corpus/unknown-person
   */
  async find(iri: string): Promise<Person> {
    return personOf(await this.list(), iri);
  }

  /** Oldest first. */
  decisions(): LoggedDecision[] {
    return readDecisions(this.#context().catalog);
  }

  /**
   * Decides that people are one. An IRI of a person stands for all places where that person is named now.
   * @throws CorpusError corpus/unknown-person, corpus/nothing-to-decide
   */
  async merge(iris: readonly string[]): Promise<Decided> {
    const people = await this.list();
    const members = placesOf(iris, people);
    if (new Set(iris.map((iri) => personOf(people, iri).iri)).size < 2) {
      throw new CorpusError('corpus/nothing-to-decide', 'All these are one person already.');
    }
    return this.#decide({ kind: 'merge', members });
  }

  /**
   * Decides that some of the places where a person is named mean somebody else than the others do.
   * @param places IRIs of people below their papers, all of one person
   * @throws CorpusError corpus/unknown-person, corpus/nothing-to-decide
   */
  async split(places: readonly string[]): Promise<Decided> {
    const people = await this.list();
    const owners = new Map(places.map((place) => personOf(people, place)).map((person) => [person.iri, person]));
    const [person, another] = owners.values();
    if (!person || another) {
      throw new CorpusError('corpus/nothing-to-decide', 'The places given are not all of one person.');
    }
    const off = new Set(places);
    const others = person.places.filter(({ iri }) => !off.has(iri));
    if (others.length === person.places.length || others.length === 0) {
      throw new CorpusError('corpus/nothing-to-decide', `${person.iri} has ${person.places.length} places.`);
    }
    return this.#decide({
      kind: 'split',
      members: placesOf(places, people),
      others: placesOf(
        others.map(({ iri }) => iri),
        people,
      ),
    });
  }

  /** Takes a decision back by deleting it. @throws CorpusError corpus/unknown-decision */
  async undo(id: number): Promise<Decided> {
    const context = this.#context();
    await completeFacts(context.catalog, this.#layout, context.base);
    const decision = this.decisions().find((each) => each.id === id);
    const commit = transaction(context.catalog, () => {
      if (!decision || !deleteDecision(context.catalog, id)) {
        throw new CorpusError('corpus/unknown-decision', `No decision has the number ${id}.`);
      }
      return recommitLinks(context, this.#layout, `undo decision ${id}`).commit;
    });
    if (!decision) throw new Error('checked above');
    return this.#outcome(decision, commit);
  }

  async #decide(said: Parameters<typeof recordDecision>[2]): Promise<Decided> {
    const context = this.#context();
    await completeFacts(context.catalog, this.#layout, context.base);
    const { decision, commit } = transaction(context.catalog, () => {
      const recorded = recordDecision(context.catalog, context.now, said);
      const done = recommitLinks(context, this.#layout, `decision ${recorded.id}`);
      return { decision: recorded, commit: done.commit };
    });
    return this.#outcome(decision, commit);
  }

  async #outcome(decision: LoggedDecision, commit: number): Promise<Decided> {
    const named = decision.kind === 'split' ? [...decision.members, ...decision.others] : decision.members;
    const keys = new Set(named.map(({ key, name }) => `${key} ${name}`));
    const people = (await this.list()).filter(({ places }) =>
      places.some(({ key, name }) => keys.has(`${key} ${name}`)),
    );
    return { decision, people, commit };
  }
}

function personOf(people: readonly Person[], iri: string): Person {
  const person = people.find((each) => each.iri === iri || each.places.some((place) => place.iri === iri));
  if (!person) throw new CorpusError('corpus/unknown-person', `Nobody has the IRI ${iri}.`);
  return person;
}
