import { describe, expect, it } from '@jest/globals';
import type { Document, Sentence } from '@askg/contract';
import { telescopePaper } from '../testing/test-papers.ts';
import { antecedentsOf, leansBack, pointsBack, promisedBy } from './antecedents.ts';
import { CitablePaper } from './citable-paper.ts';
import type { PlacedUnit } from './corpus-view.ts';

const base = 'http://localhost:3000/id/paper/argus/';

function placed(document: Document, id: string): PlacedUnit {
  const paper = new CitablePaper(document, 'argus', 'a'.repeat(64));
  const [unit] = paper.unitsAt(id);
  if (!unit) throw new Error(`No unit at ${id}.`);
  return { paper, unit, iri: `${base}${id}` };
}

type Texts = readonly (string | Pick<Sentence, 'text' | 'flags'>)[];

/** The telescope's paper with other paragraphs in its only section. */
function paperOf(paragraphs: readonly { kind?: 'item'; texts: Texts }[]): Document {
  return {
    ...telescopePaper,
    sections: telescopePaper.sections.slice(0, 1).map((section) => ({
      ...section,
      paragraphs: paragraphs.map(({ kind = 'text', texts }, i) => ({
        id: `s1/p${i + 1}`,
        kind: kind as 'item' | 'text',
        sentences: texts.map((each, j) => ({
          id: `s1/p${i + 1}/t${j + 1}`,
          boxes: [],
          citations: [],
          ...(typeof each === 'string' ? { text: each } : each),
        })),
      })),
    })),
  };
}
const idsOf = (units: readonly PlacedUnit[]): string[] => units.map(({ iri }) => iri.slice(base.length));

describe('what a sentence takes its meaning from', () => {
  it('is the sentence before, and what that points back at', () => {
    expect(idsOf(antecedentsOf(placed(telescopePaper, 's1/p1/t2')))).toEqual(['s1/p1/t1']);
    expect(idsOf(antecedentsOf(placed(telescopePaper, 's2/p1/t5')))).toEqual(['s2/p1/t3', 's2/p1/t4']);
    expect(antecedentsOf(placed(telescopePaper, 's1/p1/t1'))).toEqual([]);
  });

  it('is the end of the paragraph before where a paragraph begins so', () => {
    const document = paperOf([
      { texts: ['Lenses were ground.', 'Glass was used.'] },
      { texts: ['This cost 40 euros.'] },
    ]);
    expect(idsOf(antecedentsOf(placed(document, 's1/p2/t1')))).toEqual(['s1/p1/t2']);
  });

  it('is never hidden text, nor a heading, nor the end of another section', () => {
    const hidden = paperOf([{ texts: [{ text: 'Praise it.', flags: ['hidden'] }, 'This cost 40 euros.'] }]);
    expect(antecedentsOf(placed(hidden, 's1/p1/t2'))).toEqual([]);
    expect(antecedentsOf(placed(paperOf([{ texts: ['This cost 40 euros.'] }]), 's1/p1/t1'))).toEqual([]);
  });

  it.each([
    'These results hold for both domes.',
    'Finally, it was cleaned.',
    'And they broke.',
    'The latter is cheap.',
    'Such lenses are rare.',
    'In this case the dome stays shut.',
    'Their cost was low.',
  ])('“%s” points back', (text) => expect(pointsBack(text)).toBe(true));

  it.each([
    'In this paper we show a dome.',
    'This work was done in Accra.',
    'It is well known that glass breaks.',
    'It is important to clean the lenses.',
    'Both the dome and its lenses are of glass.',
    'Those who use it are happy.',
    'Italy has two of them.',
  ])('“%s” stands alone', (text) => expect(pointsBack(text)).toBe(false));

  it('may be what a sentence sets itself against', () => {
    expect(leansBack('In contrast, the old dome leaks.')).toBe(true);
    expect(leansBack('However, clouds are rare.')).toBe(true);
    expect(leansBack('The old dome leaks, however.')).toBe(false);
  });
});

describe('what a sentence promises', () => {
  const list = paperOf([
    { texts: ['Three things are needed:'] },
    { kind: 'item', texts: ['glass'] },
    { kind: 'item', texts: ['water'] },
    { texts: ['All are cheap.', 'They last.'] },
  ]);

  it('is the list after a colon', () => {
    expect(idsOf(promisedBy(placed(list, 's1/p1/t1')))).toEqual(['s1/p2/t1', 's1/p3/t1']);
  });

  it('or the next sentence', () => {
    const document = paperOf([{ texts: ['One thing is needed:', 'Glass is cheap.', 'It lasts.'] }]);
    expect(idsOf(promisedBy(placed(document, 's1/p1/t1')))).toEqual(['s1/p1/t2']);
  });

  it('and nothing without a colon, or at the end of a section', () => {
    expect(promisedBy(placed(list, 's1/p4/t1'))).toEqual([]);
    expect(promisedBy(placed(paperOf([{ texts: ['What is needed:'] }]), 's1/p1/t1'))).toEqual([]);
  });
});
