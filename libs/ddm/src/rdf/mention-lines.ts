import type { Mention } from '@askg/contract';
import type { GraphLines } from './graph-lines.ts';
import { type KeptEntity, entityKey } from './kept-entities.ts';
import { type PassingMention, passingMention } from './mention-literal.ts';
import { ddm, rdf, rdfs, skos } from './terms.ts';

/** Writes what the sentences of a paper mention, and the nodes of the things that are kept. */
export class MentionLines {
  readonly #lines: GraphLines;
  readonly #below: string;
  readonly #entities: ReadonlyMap<string, KeptEntity>;

  /** @param below IRI of the paper and a slash */
  constructor(lines: GraphLines, below: string, entities: ReadonlyMap<string, KeptEntity>) {
    this.#lines = lines;
    this.#below = below;
    this.#entities = entities;
    for (const { id, type, label, otherLabels } of entities.values()) {
      const iri = below + id;
      lines.iri(iri, rdf.type, ddm.Entity);
      lines.iri(iri, ddm.entityType, ddm[`type-${type}`]);
      lines.text(iri, rdfs.label, label);
      for (const other of otherLabels) lines.text(iri, skos.altLabel, other);
    }
  }

  write(sentence: string, mentions: readonly Mention[]): void {
    const passing: PassingMention[] = [];
    for (const [i, mention] of mentions.entries()) {
      const entity = this.#entities.get(entityKey(mention.type, mention.label));
      if (entity) this.#mention(sentence, `${sentence}/m${i + 1}`, mention, this.#below + entity.id);
      else passing.push(passingMention(i + 1, mention));
    }
    if (passing.length > 0) this.#lines.json(sentence, ddm.passingMentions, passing);
  }

  #mention(sentence: string, iri: string, { start, end, score }: Mention, entity: string): void {
    this.#lines.iri(sentence, ddm.mentions, entity);
    this.#lines.iri(sentence, ddm.hasMention, iri);
    this.#lines.iri(iri, rdf.type, ddm.Mention);
    this.#lines.integer(iri, ddm.start, start);
    this.#lines.integer(iri, ddm.end, end);
    this.#lines.double(iri, ddm.score, score);
    this.#lines.iri(iri, ddm.names, entity);
  }
}
