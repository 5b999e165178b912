import type { Document, EntityType } from '@askg/contract';
import { foldPhrase } from '../enrich/keywords/fold-phrase.ts';
import { sentencesOfDocument } from '../document/sentences-of-document.ts';

/** A thing that a paper names so much that it is a node of the paper's graph. */
export type KeptEntity = { id: string; type: EntityType; label: string; otherLabels: readonly string[] };

type Counted = {
  type: EntityType;
  label: string;
  sentences: number;
  inTitle: boolean;
  inAbstract: boolean;
  best: number;
};

/**
 * Statements that a paper may spend on what it names. The SPARQL store is to hold at most 9 statements a sentence, all
 * included; what a paper is about takes about as many in a short one as in a long one.
 */
const statementsPerPaper = 30;
const statementsPerSentence = 0.06;
/** Class, type and label of an entity. */
const statementsPerEntity = 3;

/** How much a thing of a type tells of a paper. What it contributes always comes before what it only names. */
const typeWeight: Record<EntityType, number> = {
  solution: 3,
  dataset: 1.5,
  'research-problem': 1.2,
  tool: 1.2,
  method: 1,
  metric: 1,
  language: 1,
  resource: 0.8,
  other: 0.6,
};

/**
 * The things that a paper is about among all that it names, by `entityKey`: those named in many sentences, surely, and in
 * the title and the abstract, as many as the store can hold. They are numbered as they are first met. Other mentions are kept with their
 * sentences only.
 */
export function keptEntities(document: Document): Map<string, KeptEntity> {
  const counted = new Map<string, Counted>();
  const title = ` ${foldPhrase(document.title.replaceAll(/[^\p{L}\p{M}\p{N}.+#-]+/gu, ' '))} `;
  let sentences = 0;
  for (const { sentence, role } of sentencesOfDocument(document)) {
    sentences++;
    const met = new Set<string>();
    for (const { type, label, score } of sentence.mentions ?? []) {
      const key = entityKey(type, label);
      let entity = counted.get(key);
      if (!entity) {
        const inTitle = title.includes(` ${foldPhrase(label)} `);
        counted.set(key, (entity = { type, label, sentences: 0, inTitle, inAbstract: false, best: score }));
      }
      if (!met.has(key)) entity.sentences++;
      met.add(key);
      entity.best = Math.max(entity.best, score);
      if (role === 'abstract') entity.inAbstract = true;
    }
  }
  const otherLabels = otherLabelsOf(document);
  const chosen = choose(counted, statementsPerPaper + statementsPerSentence * sentences, otherLabels);
  const kept = new Map<string, KeptEntity>();
  for (const [key, { type, label }] of counted) {
    if (!chosen.has(key)) continue;
    kept.set(key, { id: `ent${kept.size + 1}`, type, label, otherLabels: otherLabels(label) });
  }
  return kept;
}

/** Things of one type with one label are one thing. */
export function entityKey(type: EntityType, label: string): string {
  return `${type} ${label}`;
}

function choose(
  counted: ReadonlyMap<string, Counted>,
  budget: number,
  otherLabels: (label: string) => readonly string[],
): Set<string> {
  const costOf = ({ label, sentences }: Counted): number => statementsPerEntity + otherLabels(label).length + sentences;
  /** The root of the cost makes room for several things where one is named all the time. */
  const worthOf = (entity: Counted): number => {
    const { type, sentences, inTitle, inAbstract, best } = entity;
    const place = (inTitle ? 2 : 1) * (inAbstract ? 1.5 : 1);
    const weight = best * Math.log2(1 + sentences) * place * typeWeight[type];
    return weight / Math.sqrt(costOf(entity));
  };
  const ranked = [...counted]
    .map(([key, entity]) => ({ key, cost: costOf(entity), worth: worthOf(entity) }))
    // Of equals the first that the paper names, as sorting is stable.
    .toSorted((a, b) => b.worth - a.worth);
  const chosen = new Set<string>();
  let left = budget;
  for (const { key, cost } of ranked) {
    if (cost > left) continue;
    left -= cost;
    chosen.add(key);
  }
  return chosen;
}

/** The long form of an abbreviation of the paper, and the abbreviations of a long form. */
function otherLabelsOf({ abbreviations = [] }: Document): (label: string) => readonly string[] {
  const others = new Map<string, Set<string>>();
  const add = (label: string, other: string): void => {
    const key = label.toLowerCase();
    const known = others.get(key) ?? new Set<string>();
    others.set(key, known.add(other));
  };
  for (const { short, long } of abbreviations) {
    add(short, long);
    add(long, short);
  }
  return (label) => [...(others.get(label.toLowerCase()) ?? [])].filter((other) => other !== label);
}
