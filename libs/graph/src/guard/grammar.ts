import { sparql11ParserBuilder } from '@traqula/parser-sparql-1-1';
import { AstFactory, completeParseContext, lex, type Query, type Update } from '@traqula/rules-sparql-1-1';
import { nameOfToken } from './token-names.ts';

type BuildArgs = Parameters<typeof sparql11ParserBuilder.build>[0];
type ErrorWording = NonNullable<NonNullable<BuildArgs['parserConfig']>['errorMessageProvider']>;
type Recognition = Parameters<NonNullable<BuildArgs['errorHandler']>>[0][number];
export type Lexed = ReturnType<ReturnType<typeof lex.sparql11LexerBuilder.build>['tokenize']>;
export type Token = Lexed['tokens'][number];

/** The first place where a text departs from the grammar. */
export class Unexpected extends Error {
  readonly expectation: string;
  readonly token: Token;
  readonly previous: Token | undefined;

  constructor(error: Recognition) {
    super(error.message);
    this.expectation = error.message;
    this.token = error.token;
    // Only some of the recogniser's errors carry the token before; all that can end at the end of the text do.
    this.previous = 'previousToken' in error ? (error.previousToken as Token) : undefined;
  }
}

type TokenType = Token['tokenType'];
const list = (types: readonly TokenType[]): string => {
  const names = [...new Set(types.map(nameOfToken))];
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown} or another of ${names.length} possibilities` : shown;
};
const firsts = (paths: readonly (readonly TokenType[])[]): TokenType[] =>
  paths.flatMap((path) => (path[0] === undefined ? [] : [path[0]]));

const wording: ErrorWording = {
  buildMismatchTokenMessage: ({ expected }) => nameOfToken(expected),
  buildNotAllInputParsedMessage: () => 'the end of the query',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => list(expectedPathsPerAlt.flatMap(firsts)),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => list(firsts(expectedIterationPaths)),
};

type Grammar = { tokenize: (text: string) => Lexed; parse: (text: string) => Query | Update };
let grammar: Grammar | undefined;

/** SPARQL 1.1, built once: the parser costs some 50 ms to build. Throws `Unexpected` where a text is not in the grammar. */
export function sparqlGrammar(): Grammar {
  grammar ??= buildGrammar();
  return grammar;
}

function buildGrammar(): Grammar {
  const lexer = lex.sparql11LexerBuilder.build({
    positionTracking: 'full',
    ensureOptimizations: true,
    skipValidations: true,
  });
  const parser = sparql11ParserBuilder.build({
    tokenVocabulary: lex.sparql11LexerBuilder.tokenVocabulary,
    lexerConfig: { positionTracking: 'full' },
    parserConfig: { errorMessageProvider: wording },
    errorHandler: ([first]) => {
      if (first !== undefined) throw new Unexpected(first);
    },
  });
  const astFactory = new AstFactory({ tracksSourceLocation: true });
  return {
    tokenize: (text) => lexer.tokenize(text),
    // A context of its own for each text: the parser notes prefixes in it.
    parse: (text) => parser.queryOrUpdate(text, completeParseContext({ astFactory })),
  };
}
