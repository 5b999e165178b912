import { rdf } from '@askg/ddm';
import { type Meaning, type Operator, operators } from './meaning.ts';
import { lex, lexinfo, ontolex } from './namespaces.ts';
import { rdfNamespace, type RdfReader } from './rdf-reader.ts';
import type { Relation } from './relation.ts';
import type { Vocabulary } from './vocabulary.ts';
import { splitWords } from './words.ts';

/** What a phrase can mean. */
export type Lexeme = { meanings: readonly Meaning[] };

/** All phrases of the lexicon and the labels of the vocabulary, by the stems of their words. */
export function readLexemes(
  reader: RdfReader,
  vocabulary: Vocabulary,
  relations: ReadonlyMap<string, readonly Relation[]>,
): Map<string, Lexeme> {
  const table = new Map<string, Meaning[]>();
  const add = (form: string, meaning: Meaning) => {
    const key = lexemeKey(form);
    const known = table.get(key) ?? [];
    if (!known.some((other) => JSON.stringify(other) === JSON.stringify(meaning))) table.set(key, [...known, meaning]);
  };
  // Only classes that have nodes of their own; others group terms of the ontology.
  const populated = new Set(vocabulary.uses.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])));
  for (const entry of reader.subjects(rdf.type, `${ontolex}LexicalEntry`)) {
    const forms = reader
      .values(entry, `${ontolex}lexicalForm`)
      .flatMap((form) => reader.values(form, `${ontolex}writtenRep`));
    const meanings = meaningsOf(reader, entry, vocabulary);
    for (const form of forms) for (const meaning of meanings) add(form, meaning);
  }
  const unsaid = new Set(reader.subjects(rdf.type, `${lex}Unsaid`));
  for (const { iri, label } of vocabulary.classes.values()) {
    if (populated.has(iri) && !unsaid.has(iri)) add(label, { kind: 'class', iri });
  }
  for (const { iri, label } of vocabulary.concepts.values()) if (!unsaid.has(iri)) add(label, { kind: 'concept', iri });
  for (const { id, label, to } of [...relations.values()].flat()) {
    if (!id.startsWith(lex) || to === undefined || unsaid.has(id)) continue;
    add(label, { kind: 'relation', relation: id, noun: true });
  }
  for (const { iri, label } of vocabulary.properties.values()) {
    const uses = relations.get(iri) ?? [];
    // A property that stands far apart says what a relation of the lexicon says better.
    if (!unsaid.has(iri) && uses.some(({ cost }) => cost <= 1)) {
      add(label.replace(/^has /, ''), { kind: 'relation', relation: iri, noun: isNoun(label, uses) });
    }
  }
  return new Map([...table].map(([key, meanings]) => [key, { meanings }]));
}

/** Phrases are compared by the stems of their words. */
export function lexemeKey(form: string): string {
  return splitWords(form)
    .map(({ stem }) => stem)
    .join(' ');
}

/** A property whose values are literals or concepts, or that is called "has …", is named by a noun. */
function isNoun(label: string, uses: readonly Relation[]): boolean {
  return label.startsWith('has ') || uses.some(({ to }) => to === undefined);
}

function meaningsOf(reader: RdfReader, entry: string, vocabulary: Vocabulary): Meaning[] {
  const part = reader.value(entry, `${lexinfo}partOfSpeech`)?.slice(lexinfo.length);
  const number = reader.value(entry, `${rdfNamespace}value`);
  if (number !== undefined) {
    return [{ kind: part === 'ordinalAdjective' ? 'ordinal' : 'number', value: Number(number) }];
  }
  const month = reader.value(entry, `${lex}month`);
  if (month !== undefined) return [{ kind: 'month', value: Number(month) }];
  const denoted = reader.values(entry, `${ontolex}denotes`);
  if (part === 'interrogativePronoun') return [{ kind: 'question-word', denotes: denoted }];
  if (part === 'adjective') return [{ kind: 'superlative', measures: denoted.map((node) => measureOf(reader, node)) }];
  return denoted.map((iri): Meaning => {
    if (vocabulary.classes.has(iri)) {
      const concept = reader.value(entry, `${lex}typed`);
      if (concept !== undefined) return { kind: 'typed', cls: iri, concept };
      return { kind: 'class', iri, ...(reader.value(entry, `${lex}byWay`) === 'true' ? { byWay: true } : {}) };
    }
    if (vocabulary.concepts.has(iri)) return { kind: 'concept', iri };
    const operator = iri.startsWith(lex) ? iri.slice(lex.length) : '';
    if (isOperator(operator)) return { kind: 'operator', operator };
    const isReversed = reader.value(entry, `${lex}reversed`) === 'true';
    return { kind: 'relation', relation: iri, noun: part === 'noun', ...(isReversed ? { reversed: true } : {}) };
  });
}

function measureOf(reader: RdfReader, node: string) {
  return {
    of: reader.value(node, `${lex}of`) ?? '',
    measure: reader.value(node, `${lex}measure`) ?? '',
    descending: reader.value(node, `${lex}order`) === `${lex}descending`,
  };
}

function isOperator(name: string): name is Operator {
  return (operators as readonly string[]).includes(name);
}
