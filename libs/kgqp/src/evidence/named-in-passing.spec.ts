import { describe, expect, it } from '@jest/globals';
import { claimText } from '../answer/draft-answer.ts';
import { claimInPassing } from '../answer/in-passing.ts';
import { useTestCorpora } from '../testing/test-corpus.ts';
import { CorpusView } from './corpus-view.ts';
import { namedInPassing } from './named-in-passing.ts';
import { PaperLibrary } from './paper-library.ts';

const filled = useTestCorpora();

async function find(name: string, without: 'telescope' | 'nothing' = 'nothing', asked?: 'bread') {
  const { corpus, passages, keys } = await filled();
  const [telescope = '', bread = ''] = keys;
  return namedInPassing(passages, [name], {
    view: new CorpusView(corpus, new PaperLibrary(corpus)),
    without: new Set(without === 'telescope' ? [telescope] : []),
    signal: new AbortController().signal,
    ...(asked === undefined ? {} : { papers: [bread] }),
  });
}

describe('Papers that say a name', () => {
  it('are told with one sentence each, without those that are known', async () => {
    expect((await find('Accra')).map(({ quote }) => quote).toSorted()).toEqual([
      'Bakers in Accra preferred the crust of the taller loaves.',
      'The lenses were ground from recycled glass by a workshop in Accra.',
    ]);
    const [only, ...more] = await find('Accra', 'telescope');
    expect([only?.title, more]).toEqual(['Sourdough in glass ovens', []]);
    expect(claimText(claimInPassing('Accra', only ? [only] : []))).toBe(
      'In passing, 1 more paper says “Accra”: Sourdough in glass ovens.',
    );
  });

  it('say all of it as words of their own, as it is written', async () => {
    expect(await find('Acc')).toEqual([]);
    expect(await find('Glass')).toEqual([]);
    expect(await find('glass ovens')).toHaveLength(1);
  });

  it('are among those that may be asked', async () => {
    expect((await find('Accra', 'nothing', 'bread')).map(({ title }) => title)).toEqual(['Sourdough in glass ovens']);
  });
});
