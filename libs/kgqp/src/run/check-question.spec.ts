import { describe, expect, it } from '@jest/globals';
import { checkQuestion, echoedQuestion, longestQuestion } from './check-question.ts';

function codeOf(text: string): string | undefined {
  try {
    checkQuestion(text);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('A question', () => {
  it('is worked on as one line without what hides in it', () => {
    expect(checkQuestion(' Who\n wrote\u200b it?\u202e ')).toBe('Who wrote it?');
  });

  it.each([
    ['', 'kgqp/empty-question'],
    [' \u200b ', 'kgqp/empty-question'],
    ['?!', 'kgqp/not-a-question'],
    ['a'.repeat(longestQuestion + 1), 'kgqp/question-too-long'],
    ['SELECT * { ?s ?p ?o }', 'kgqp/is-sparql'],
    ['prefix ddm: <https://w3id.org/askg/ddm#> ask { ?p a ddm:Paper }', 'kgqp/is-sparql'],
    ['DELETE WHERE { ?s ?p ?o }', 'kgqp/is-sparql'],
    ['DROP ALL', 'kgqp/is-sparql'],
    ['clear graph <http://e/>', 'kgqp/is-sparql'],
    ['Delete all papers by Smith', 'kgqp/read-only'],
    ['Please remove the paper on maps.', 'kgqp/read-only'],
    ['drop all papers of 2019', 'kgqp/read-only'],
  ])('is none when it is %j', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each([
    'Select the papers that cite R.',
    'Ask: who wrote it?',
    'Describe the method of CART.',
    'How do I delete a paper?',
    'Remove which stop words, according to the paper?',
    'Update rules of the algorithm: what are they?',
    'With which tools were the data cleaned?',
  ])('may begin with a word of SPARQL or of an order: %s', (text) => {
    expect(codeOf(text)).toBeUndefined();
  });

  it('is repeated up to its longest length', () => {
    expect(echoedQuestion('a'.repeat(longestQuestion + 5))).toBe(`${'a'.repeat(longestQuestion)}…`);
  });
});
