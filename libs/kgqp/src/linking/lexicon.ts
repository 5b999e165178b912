import { rdf } from '@askg/ddm';
import type { Lexeme } from './lexemes.ts';
import { lexemeKey, readLexemes } from './lexemes.ts';
import { readNamings } from './namings.ts';
import { lex } from './namespaces.ts';
import type { Naming, Relation } from './relation.ts';
import { RdfReader } from './rdf-reader.ts';
import { readRelations } from './relations.ts';
import { SpellingIndex } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A vocabulary with the words for it. */
export type Lexicon = {
  vocabulary: Vocabulary;
  /** By id. */
  relations: ReadonlyMap<string, readonly Relation[]>;
  namings: ReadonlyMap<string, Naming>;
  lexemes: ReadonlyMap<string, Lexeme>;
  /** Properties whose values are years. */
  calendar: readonly string[];
  /** Properties whose values are dates. */
  dates: readonly string[];
  /** Properties that put parts of the same kind in order. */
  ordering: readonly string[];
  /** The word that groups when nobody stands behind it: "by year". */
  groupingWord: string | undefined;
  /** The word that says that one certain thing is meant. */
  definiteWord: string | undefined;
  /** Relations whose words tell which end is which: "cites" and "is cited by". */
  directed: ReadonlySet<string>;
  /** The stems of words that stand alone. */
  spelling: SpellingIndex;
  /** The stems of all words of its phrases. */
  words: ReadonlySet<string>;
  /** Most words of one lexeme. */
  longest: number;
};

/**
 * Reads a lexicon (OntoLex-Lemon, see the head of `ontology/lexicon.ttl`). Labels of the vocabulary are words too.
 * @param turtle the lexicon
 * @throws DdmError `ddm/malformed-rdf`
 */
export function readLexicon(turtle: string, vocabulary: Vocabulary): Lexicon {
  const reader = new RdfReader(turtle);
  const relations = readRelations(reader, vocabulary);
  const lexemes = readLexemes(reader, vocabulary, relations);
  return {
    vocabulary,
    relations,
    namings: readNamings(reader),
    lexemes,
    calendar: reader.subjects(rdf.type, `${lex}Calendar`),
    dates: reader.subjects(rdf.type, `${lex}Dating`),
    ordering: reader.subjects(rdf.type, `${lex}Ordering`),
    groupingWord: stemOf(reader, 'grouping'),
    definiteWord: stemOf(reader, 'definite'),
    directed: directedRelations(lexemes),
    spelling: spellingOf(lexemes),
    words: new Set([...lexemes.keys()].flatMap((key) => key.split(' '))),
    longest: Math.max(...[...lexemes.keys()].map((key) => key.split(' ').length)),
  };
}

function stemOf(reader: RdfReader, name: string): string | undefined {
  const form = reader.value(`${lex}${name}`, `${lex}word`);
  return form === undefined ? undefined : lexemeKey(form);
}

function directedRelations(lexemes: ReadonlyMap<string, Lexeme>): Set<string> {
  const meanings = [...lexemes.values()].flatMap((lexeme) => lexeme.meanings);
  return new Set(
    meanings.flatMap((meaning) => (meaning.kind === 'relation' && meaning.reversed === true ? [meaning.relation] : [])),
  );
}

function spellingOf(lexemes: ReadonlyMap<string, Lexeme>): SpellingIndex {
  const spelling = new SpellingIndex();
  for (const key of lexemes.keys()) if (!key.includes(' ') && key.length > 3) spelling.add(key);
  return spelling;
}
