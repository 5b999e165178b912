import type { Document, Section, Sentence } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { readArticle } from '../../testing/read-article.ts';
import { assignFunctions } from './assign-functions.ts';
import { citationClasses } from './classes.ts';
import { clauseOf } from './clause-of.ts';
import { classOfFunction } from './functions.ts';
import { functionsOf } from './functions-of.ts';
import { loadClassWeights } from './load-weights.ts';

/** A sentence with a citation at each `@`, printed as `[1]`. */
function citing(text: string): Pick<Sentence, 'text' | 'citations'> {
  const citations: Sentence['citations'] = [];
  let printed = '';
  for (const [i, part] of text.split('@').entries()) {
    if (i > 0) {
      const start = [...printed].length;
      printed += '[1]';
      citations.push({ marker: '[1]', start, end: start + 3, references: ['ref1'] });
    }
    printed += part;
  }
  return { text: printed, citations };
}

describe('functionsOf', () => {
  it.each([
    ['Several studies have shown that files may grow with age @.', 'obtainsBackgroundFrom'],
    ['Samples were centrifuged and stained as previously described @.', 'usesMethodIn'],
    ['We used the data set of @ and trained the model on images obtained from it.', 'usesDataFrom'],
    ['Our results are consistent with the findings of previous studies @.', 'agreesWith'],
    ['In contrast to the results of earlier studies @, we found no significant difference.', 'disagreesWith'],
    ['In this paper we extend the method of @ to files in three dimensions.', 'extends'],
    ['Future work could replace this step by neural networks @.', 'citesAsPotentialSolution'],
  ])('%s', (text, expected) => expect(functionsOf(citing(text))).toEqual([expected]));

  it('tells the citations of one sentence apart by their clauses', () => {
    const sentence = citing(
      'Our findings agree with those of the first study @; in contrast to the second study @, we saw growth.',
    );
    expect(functionsOf(sentence)).toEqual(['agreesWith', 'disagreesWith']);
  });

  it('expects use in a section of methods', () => {
    const sentence = citing('The score is the mean of all parts @.');
    expect(functionsOf(sentence, 'method')).toEqual(['usesMethodIn']);
    expect(functionsOf(sentence, 'introduction')).toEqual(['obtainsBackgroundFrom']);
  });

  it('takes what a section on related work says of methods for what others did', () => {
    const others = citing('Parsers were trained with the algorithm of @ using gradient descent.');
    expect(functionsOf(others)).toEqual(['usesMethodIn']);
    expect(functionsOf(others, 'related-work')).toEqual(['obtainsBackgroundFrom']);
    const own = citing('As in @, we train our parsers with the algorithm of gradient descent.');
    expect(functionsOf(own, 'related-work')).toEqual(['usesMethodIn']);
  });

  it('counts offsets in code points', () => {
    expect(functionsOf(citing('𝒳 was computed with the program 𝒴 as described @.'))).toEqual(['usesMethodIn']);
  });
});

describe('clauseOf', () => {
  it('gives the part between joints that holds a place', () => {
    const text = 'We use A; they use B, whereas others use C.';
    expect(clauseOf(text, 4)).toBe('We use A');
    expect(clauseOf(text, 20)).toContain('they use B');
    expect(clauseOf(text, 20)).not.toContain('others');
    expect(clauseOf(text, text.length - 2)).toContain('others use C');
  });
});

describe('assignFunctions', () => {
  const body = `<sec><title>Methods</title><p>Files were read with the tool of <xref ref-type="bibr" rid="r1">[1]</xref>.</p></sec>
    <fig><caption><p>Growth, as shown in <xref ref-type="bibr" rid="r1">[1]</xref>.</p></caption></fig>`;
  const back = '<ref-list><ref id="r1"><mixed-citation>Doe J. Files. 2012.</mixed-citation></ref></ref-list>';
  const document = readArticle({ body, back });

  it('gives every citation of text and captions a function, and changes nothing else', () => {
    const before = structuredClone(document);
    const enriched = assignFunctions(document);
    expect(document).toEqual(before);
    expect(marksOf(enriched).map((mark) => mark.function)).toEqual(['usesMethodIn', expect.any(String)]);
    expect(withoutFunctions(enriched)).toEqual(document);
    expect(assignFunctions(enriched)).toEqual(enriched);
  });
});

it('The weights that come with the package are of the classes of this classifier', () => {
  expect(loadClassWeights().labels).toEqual(citationClasses);
  expect(new Set(Object.values(classOfFunction))).toEqual(new Set(citationClasses));
});

function sentencesOf(document: Document): Sentence[] {
  const within = (sections: Section[]): Sentence[] =>
    sections.flatMap(({ paragraphs, sections: inner }) => [
      ...paragraphs.flatMap(({ sentences }) => sentences),
      ...within(inner),
    ]);
  return [...within(document.sections), ...document.figures.flatMap(({ caption }) => caption)];
}

function marksOf(document: Document): Sentence['citations'] {
  return sentencesOf(document).flatMap(({ citations }) => citations);
}

function withoutFunctions(document: Document): Document {
  const copy = structuredClone(document);
  for (const mark of marksOf(copy)) delete mark.function;
  return copy;
}
