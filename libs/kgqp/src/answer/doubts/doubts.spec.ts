import { describe, expect, it } from '@jest/globals';
import { doubtsAbout } from './doubts.ts';

/** The doubts about a claim that cites these quotes; the first says most of it. */
const doubts = (claim: string, ...quotes: string[]): string[] =>
  doubtsAbout(claim, { quotes, nearest: quotes[0] ?? '', around: quotes.join(' ') });

describe('a claim is in doubt', () => {
  it.each([
    ['opposite', 'The keys were altered.', 'The keys were left unaltered.'],
    ['opposite', 'Sales grew in spring.', 'Sales dropped in spring.'],
    ['opposite', 'Light inhibits growth.', 'Light promotes growth.'],
    ['surer or wider', 'Light harms moths.', 'Light may harm moths.'],
    ['other bounds', 'Five runs took 20 s.', 'Five runs took at most 20 s.'],
    [
      'other number',
      'The tower was painted in 1990.',
      'The tower was built in 1950 and painted in 1970; 1990 it fell.',
    ],
    ['roles swapped', 'The owls hunted foxes.', 'The foxes hunted owls.'],
    ['roles swapped', 'Copper is heavier than lead.', 'Lead is heavier than copper.'],
    ['roles swapped', 'Copper is larger than lead.', 'Copper is smaller than lead.'],
    ['roles swapped', 'The tool sorts names before it reads them.', 'The tool reads names before it sorts them.'],
    ['things mixed', 'Oats were sown in autumn.', 'Oats were sown in spring, while rye was sown in autumn.'],
    ['condition left out', 'The valve opens.', 'If the pressure is high, the valve opens.'],
    ['condition left out', 'The lamp outlasted the old one.', 'In cold rooms, the lamp outlasted the old one.'],
    ['condition left out', 'The six bridges were closed.', 'Two of the six bridges were closed.'],
    ['cause', 'Noise causes stress.', 'Noise was correlated with stress.'],
    ['cause', 'Tea reduces stress.', 'Tea was associated with less stress.'],
    ['superlative', 'We describe the first map of the cave.', 'We describe a map of the cave.'],
    ['superlative', 'It is the fastest sorter.', 'It is one of the fastest sorters.'],
    ['work of others', 'We show that ants count steps.', 'Wolf (2006) shows that ants count steps.'],
    ['work of others', 'Ants count steps.', 'It has been claimed that ants count steps.'],
    ['other thing', 'Songs were grouped by mood.', 'Songs were grouped by tempo.'],
  ])('%s: “%s” of “%s”', (name, claim, quote) => expect(doubts(claim, quote)).toContain(name));

  it('where it takes the subject of one quote and the rest of another', () => {
    expect(
      doubts('The Welsh set has 90 songs.', 'The Irish set has 90 songs.', 'Singers of the Welsh set were paid.'),
    ).toContain('things mixed');
  });
});

describe('a claim is in no doubt', () => {
  it.each([
    ['The set has 90 songs.', 'The set has 90 songs.'],
    ['Lead is cheaper than gold.', 'Lead is cheaper than gold.'],
    ['Model B is slower than model A.', 'Model A is faster than model B.'],
    ['The mice are hunted by the owls.', 'The owls hunt the mice.'],
    ['The mass grew with the height.', 'The height increased the mass.'],
    ['Stress correlated with noise.', 'Noise correlated with stress.'],
    ['Rye was sown in autumn.', 'Oats were sown in spring, while rye was sown in autumn.'],
    ['Rye lowered the yield in autumn.', 'Oats raised the yield in spring; rye lowered it in autumn.'],
    ['The valve opens if the pressure is high.', 'If the pressure is high, the valve opens.'],
    ['A map of the cave is described.', 'In this paper, we describe a map of the cave.'],
    ['The set was closed in May 2020.', 'The set was opened in 2019 and closed in May 2020.'],
    ['40 of the guests left.', 'There were 90 guests, and 40 of them left.'],
    ['Wolf (2006) shows that ants count steps.', 'Wolf (2006) shows that ants count steps.'],
    ['In the first year the telescope found 31 comets.', 'The telescope found 31 comets in the first year.'],
  ])('“%s” of “%s”', (claim, quote) => expect(doubts(claim, quote)).toEqual([]));
});
