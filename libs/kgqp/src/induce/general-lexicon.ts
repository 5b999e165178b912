import { readFileSync } from 'node:fs';
import { rdf } from '@askg/ddm';
import type { Comparison } from '@askg/graph';
import { defaultLexicon } from '../linking/default-lexicon.ts';
import { lexemeKey } from '../linking/lexemes.ts';
import type { Operator } from '../linking/meaning.ts';
import { RdfReader } from '../linking/rdf-reader.ts';

const gen = 'https://w3id.org/askg/general-lexicon#';
const file = new URL('../../../../ontology/general-lexicon.ttl', import.meta.url);

export type AdjectiveForm = 'base' | 'comparative' | 'superlative';
/** An adjective in one of its forms: the stems of words for what it measures, and whether its extreme is the least. */
export type Adjective = { form: AdjectiveForm; measures: readonly string[]; isLeast: boolean };
/** A measure that is a product: of each factor the stems of words for it, the first that a graph has being meant. */
export type ProductMeasure = { factors: readonly (readonly string[])[] };

/** English words that hold for any graph. All keys are stems of words, with a space between. */
export type GeneralLexicon = {
  operators: ReadonlyMap<string, readonly Operator[]>;
  /** Cardinal numbers by their words, and ordinal ones. */
  numbers: ReadonlyMap<string, number>;
  ordinals: ReadonlyMap<string, number>;
  adjectives: ReadonlyMap<string, readonly Adjective[]>;
  /** Superlatives of whatever is named next; whether the least is meant. */
  generic: ReadonlyMap<string, boolean>;
  /** Those of them that count: "the most". */
  counting: ReadonlySet<string>;
  /** Endings of passive verbs, and the word that makes a property passive itself. */
  passive: { endings: readonly string[]; agents: ReadonlySet<string> };
  /** Words for what things are called. */
  names: ReadonlySet<string>;
  products: ReadonlyMap<string, ProductMeasure>;
  /** By stem: the stems that may stand for it. */
  synonyms: ReadonlyMap<string, ReadonlySet<string>>;
  /** By question word: stems of words for what it asks for, in the order of the file. */
  interrogatives: ReadonlyMap<string, readonly string[]>;
  polite: readonly string[];
  fillers: ReadonlySet<string>;
  comparing: ReadonlyMap<string, Comparison>;
  /** Names of countries by their adjectives. */
  demonyms: ReadonlyMap<string, string>;
  /** Most words of one phrase. */
  longest: number;
};

let known: GeneralLexicon | undefined;

/** The general lexicon, read once from the `ontology` folder, with the words of the planner's own that shape a question. */
export function generalLexicon(): GeneralLexicon {
  known ??= read(new RdfReader(readFileSync(file, 'utf8')));
  return known;
}

function read(reader: RdfReader): GeneralLexicon {
  const of = (type: string) => reader.subjects(rdf.type, gen + type);
  const keys = (node: string, property: string) => reader.values(node, gen + property).map(lexemeKey);
  const isLeast = (node: string) => reader.value(node, `${gen}least`) === 'true';
  const adjectives = new Map<string, Adjective[]>();
  for (const node of of('Adjective')) {
    for (const form of ['base', 'comparative', 'superlative'] as const) {
      for (const key of keys(node, form)) {
        const adjective = {
          form,
          measures: [...keys(node, 'measures'), ...keys(node, 'base')],
          isLeast: isLeast(node),
        };
        adjectives.set(key, [...(adjectives.get(key) ?? []), adjective]);
      }
    }
  }
  const shaping = shapingWords();
  const lexicon = {
    ...shaping,
    adjectives,
    generic: new Map(of('Generic').flatMap((node) => keys(node, 'form').map((key) => [key, isLeast(node)] as const))),
    products: new Map(
      of('Product').flatMap((node) => keys(node, 'form').map((key) => [key, productOf(reader, node)] as const)),
    ),
    synonyms: synonymsOf(of('Synonyms').map((node) => keys(node, 'form'))),
    interrogatives: new Map(
      of('Interrogative').flatMap((node) => keys(node, 'form').map((key) => [key, keys(node, 'asksFor')] as const)),
    ),
    demonyms: new Map(
      of('Demonym').flatMap((node) =>
        keys(node, 'form').map((key) => [key, reader.value(node, `${gen}country`) ?? ''] as const),
      ),
    ),
    counting: new Set(
      of('Generic').flatMap((node) => (reader.value(node, `${gen}counts`) === 'true' ? keys(node, 'form') : [])),
    ),
    passive: {
      endings: of('Passive').flatMap((node) => reader.values(node, `${gen}form`)),
      agents: new Set(of('Agent').flatMap((node) => keys(node, 'form'))),
    },
    names: new Set(of('Name').flatMap((node) => keys(node, 'form'))),
    polite: of('Polite')
      .flatMap((node) => keys(node, 'form'))
      .toSorted((a, b) => b.length - a.length),
    fillers: new Set(of('Filler').flatMap((node) => keys(node, 'form'))),
    comparing: new Map(
      of('Exceed').flatMap((node) =>
        keys(node, 'form').map((key) => [key, (reader.value(node, `${gen}compares`) ?? '>') as Comparison] as const),
      ),
    ),
  };
  const phrases = [...lexicon.operators.keys(), ...lexicon.adjectives.keys(), ...lexicon.products.keys()];
  return { ...lexicon, longest: Math.max(...phrases.map((key) => key.split(' ').length)) };
}

/** Operators and numbers of the planner's own lexicon: they name nothing of its graph. */
function shapingWords(): Pick<GeneralLexicon, 'operators' | 'numbers' | 'ordinals'> {
  const operators = new Map<string, Operator[]>();
  const numbers = new Map<string, number>();
  const ordinals = new Map<string, number>();
  for (const [key, { meanings }] of defaultLexicon().lexemes) {
    for (const meaning of meanings) {
      if (meaning.kind === 'number') numbers.set(key, meaning.value);
      if (meaning.kind === 'ordinal') ordinals.set(key, meaning.value);
      if (meaning.kind === 'operator') operators.set(key, [...(operators.get(key) ?? []), meaning.operator]);
    }
  }
  return { operators, numbers, ordinals };
}

function productOf(reader: RdfReader, node: string): ProductMeasure {
  const numbered = reader.values(node, `${gen}factor`).toSorted();
  return { factors: numbered.map((words) => words.split(' ').slice(1).map(lexemeKey)) };
}

function synonymsOf(groups: readonly (readonly string[])[]): Map<string, Set<string>> {
  const synonyms = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const word of group) {
      synonyms.set(word, new Set([...(synonyms.get(word) ?? []), ...group.filter((other) => other !== word)]));
    }
  }
  return synonyms;
}
