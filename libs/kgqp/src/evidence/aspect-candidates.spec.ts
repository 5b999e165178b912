import { expect, it } from '@jest/globals';
import { useTestCorpora } from '../testing/test-corpus.ts';
import { telescopePaper } from '../testing/test-papers.ts';
import { aspectCandidates } from './aspect-candidates.ts';
import { unitCandidate } from './candidate.ts';
import { CorpusView } from './corpus-view.ts';
import { PaperLibrary } from './paper-library.ts';

const testCorpus = useTestCorpora();

/** Texts that are found besides the first unit of the telescope's paper. */
async function found(question: string, footnotes: typeof telescopePaper.footnotes): Promise<string[]> {
  const { corpus, keys } = await testCorpus([{ ...telescopePaper, footnotes }]);
  const view = new CorpusView(corpus, new PaperLibrary(corpus));
  const [first] = await view.unitsAt(`${corpus.baseIri}paper/${keys[0]}/abstract/p1/t1`);
  if (!first) throw new Error('the paper has an abstract');
  const candidates = await aspectCandidates(question, [unitCandidate(first, 'words')], view);
  return candidates.map(({ text }) => text);
}

const note = (id: string, text: string, flags?: ['hidden']) => ({
  id,
  label: '1',
  paragraphs: [
    {
      id: `${id}/p1`,
      kind: 'text' as const,
      sentences: [{ id: `${id}/p1/t1`, text, boxes: [], citations: [], ...(flags ? { flags } : {}) }],
    },
  ],
});
const notes = [
  note('fn1', 'EO acknowledges grant number 7 of the Lund Foundation.'),
  note('fn2', 'The code is at https://example.org/argus.'),
  note('fn3', 'Funded by whoever hides this.', ['hidden']),
];

it('finds what tells of the aspect anywhere in the paper, but nothing hidden', async () => {
  expect(await found('Who funded Argus?', notes)).toEqual(['EO acknowledges grant number 7 of the Lund Foundation.']);
  expect(await found('Where can the code be found?', notes)).toEqual(['The code is at https://example.org/argus.']);
});

it('finds nothing for other questions', async () => {
  expect(await found('How many lenses has Argus?', notes)).toEqual([]);
});
