import { describe, expect, it } from '@jest/globals';
import { saysNoMore, saysOtherwise, saysTheSame, Statement } from './same-statement.ts';

const same = (one: string, other: string): boolean => saysTheSame(new Statement(one), new Statement(other));
const found = 'In one year, Argus found 31 supernovae in the southern sky.';

describe('the same statement', () => {
  it('may have its words in another order', () => {
    expect(same('Argus found 31 supernovae in the southern sky in one year.', found)).toBe(true);
  });

  it('may be told with a few more words, but not with fewer', () => {
    const longer = 'We report that in one year Argus found 31 supernovae in the southern sky with recycled lenses.';
    expect(same(longer, found)).toBe(true);
    expect(same('Argus found 31 supernovae.', found)).toBe(false);
  });

  it('has the same numbers, however they are written', () => {
    expect(same(found.replace('31', '13'), found)).toBe(false);
    expect(same('Argus has 1,200 small lenses of glass.', 'Argus has 1200 small lenses of glass.')).toBe(true);
  });

  it('denies nothing that the other says', () => {
    expect(same(found.replace('found', 'never found'), found)).toBe(false);
    const faster = 'The new dome turns much faster than the old dome of the telescope in winter.';
    expect(same(faster.replace('faster', 'slower'), faster)).toBe(false);
  });

  it('has its names in the same order', () => {
    const beats = 'On all the data that we have here, BERT clearly gives better results than ELMo does.';
    expect(same(beats.replace('BERT', 'x').replace('ELMo', 'BERT').replace('x', 'ELMo'), beats)).toBe(false);
  });

  it('is the very same words where there are only few', () => {
    expect(same('May | 7', 'May | 8')).toBe(false);
    expect(same('Clouds cost nights.', 'Clouds cost nights.')).toBe(true);
  });
});

it('what is held in a sentence says no more than it', () => {
  const less = 'Argus found 31 supernovae in the sky.';
  expect(saysNoMore(new Statement(less), new Statement(found))).toBe(true);
  expect(saysNoMore(new Statement(found), new Statement(less))).toBe(false);
  expect(saysNoMore(new Statement(less.replace('31', '32')), new Statement(found))).toBe(false);
});

it('nearly the same words with another number say otherwise', () => {
  expect(saysOtherwise(new Statement(found.replace('31', '13')), new Statement(found))).toBe(true);
  expect(saysOtherwise(new Statement(found), new Statement(found))).toBe(false);
  expect(saysOtherwise(new Statement('Its lenses are made of glass.'), new Statement(found))).toBe(false);
});
