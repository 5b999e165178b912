import { type CitationMark, EntityType, type Mention, Paragraph, Role, type Section, Sentence } from '@askg/contract';
import { type GraphNode, type GraphNodes, ordinal } from './graph-nodes.ts';
import { mentionOf, type PassingMention } from './mention-literal.ts';
import { ddm, rdfs } from './terms.ts';

const flags = Sentence.shape.flags.unwrap();

/** The inverse of `TextLines`. */
export class TextReader {
  readonly #nodes: GraphNodes;
  readonly #below: string;

  constructor(nodes: GraphNodes, paper: string) {
    this.#nodes = nodes;
    this.#below = `${paper}/`;
  }

  id(node: GraphNode | string): string {
    return (typeof node === 'string' ? node : node.iri).slice(this.#below.length);
  }

  sections(whole: GraphNode): Section[] {
    return this.#sectionNodes(whole).map((node) => {
      const citations = this.#citations(node);
      const boxes = node.boxes();
      return {
        id: this.id(node),
        ...node.texts({ number: ddm.number }),
        heading: node.require(ddm.heading),
        ...(citations.length === 0 ? {} : { citations }),
        ...(boxes.length === 0 ? {} : { boxes }),
        depth: node.number(ddm.depth),
        role: Role.parse(node.require(ddm.role).slice(ddm['role-other'].length - 'other'.length)),
        paragraphs: this.paragraphs(node),
        sections: this.sections(node),
      };
    });
  }

  abstract(paper: GraphNode): Paragraph[] {
    const node = this.#nodes.parts(paper, ddm.hasSection).find((section) => this.#isAbstract(section));
    return node ? this.paragraphs(node) : [];
  }

  paragraphs(whole: GraphNode): Paragraph[] {
    return this.#nodes.parts(whole, ddm.hasParagraph).map((node) => {
      const listDepth = node.get(ddm.listDepth);
      const list = {
        depth: Number(listDepth),
        ordered: node.get(ddm.ordered) === 'true',
        ...node.texts({ marker: ddm.listMarker }),
      };
      return {
        id: this.id(node),
        kind: Paragraph.shape.kind.parse(node.get(ddm.kind) ?? 'text'),
        ...node.texts({ heading: ddm.heading }),
        ...(listDepth === undefined ? {} : { list }),
        sentences: this.sentences(node),
      };
    });
  }

  sentences(whole: GraphNode): Sentence[] {
    return this.#nodes.parts(whole, ddm.hasSentence).map((node) => {
      const mentions = this.#mentions(node);
      const flagged = node.all(ddm.flag);
      return {
        id: this.id(node),
        text: node.require(ddm.text),
        boxes: node.boxes(),
        citations: this.#citations(node),
        ...(mentions.length === 0 ? {} : { mentions }),
        ...(flagged.length === 0 ? {} : { flags: flags.parse(flagged.toSorted()) }),
      };
    });
  }

  #sectionNodes(whole: GraphNode): GraphNode[] {
    return this.#nodes.parts(whole, ddm.hasSection).filter((section) => !this.#isAbstract(section));
  }

  #isAbstract(section: GraphNode): boolean {
    return this.id(section) === 'abstract';
  }

  #citations(unit: GraphNode): CitationMark[] {
    return this.#nodes.parts(unit, ddm.hasCitation).map((node) => ({
      marker: node.require(ddm.marker),
      start: node.number(ddm.start),
      end: node.number(ddm.end),
      references: node
        .all(ddm.pointsAt)
        .map((iri) => this.id(iri))
        .toSorted((a, b) => ordinal(a) - ordinal(b)),
      ...node.texts({ function: ddm.function }),
    }));
  }

  #mentions(sentence: GraphNode): Mention[] {
    const inPassing = sentence.get(ddm.passingMentions);
    const passing = inPassing === undefined ? [] : (JSON.parse(inPassing) as PassingMention[]);
    const found = passing.map((value) => ({ number: value[0], mention: mentionOf(value) }));
    for (const node of this.#nodes.parts(sentence, ddm.hasMention)) {
      found.push({ number: ordinal(node.iri), mention: this.#mention(node) });
    }
    return found.toSorted((a, b) => a.number - b.number).map(({ mention }) => mention);
  }

  #mention(node: GraphNode): Mention {
    const entity = this.#nodes.node(node.require(ddm.names));
    const type = entity.require(ddm.entityType).slice(ddm['type-other'].length - 'other'.length);
    return {
      start: node.number(ddm.start),
      end: node.number(ddm.end),
      type: EntityType.parse(type),
      label: entity.require(rdfs.label),
      score: node.number(ddm.score),
    };
  }
}
