import type { TextScores } from '@askg/retrieval';
import { describe, expect, it } from '@jest/globals';
import { answering, answerOf, ask } from '../../testing/ask-questions.ts';
import { MemoryRetriever } from '../../testing/memory-passages.ts';
import { useTestCorpora } from '../../testing/test-corpus.ts';

const testCorpus = useTestCorpora();
const question = 'Are loaves baked in glass ovens taller?';

/** Finds by words, and compares as an embedder does that tells a statement from its opposite. */
class MeaningRetriever extends MemoryRetriever {
  override scoreTexts(asked: string, texts: readonly string[]): Promise<TextScores> {
    const least = asked === question ? 0.85 : 0.78;
    return Promise.resolve({
      scores: texts.map((text) => (text.includes('glass ovens') ? least : 0.4)),
      method: 'maxsim',
    });
  }
}

describe('an answer to a question for yes or no', () => {
  it('opens with what its quotes come to, and keeps it by paper', async () => {
    const made = await testCorpus();
    const retriever = new MeaningRetriever(made.passages);
    const { answer, claims, polarity } = answerOf(await ask(answering(made, { retriever }), question));
    expect(answer).toMatch(/^Yes \[1\]\.\n\nLoaves baked in glass ovens were 12 percent taller\. \[1\]/);
    expect(claims[0]).toMatchObject({ text: 'Yes.', citations: [{ n: 1, paper: claims[1]?.citations[0]?.paper }] });
    expect(claims[0]?.support).toMatchObject({ label: 'partly', method: 'cues in words, embedding' });
    const paper = { title: 'Sourdough in glass ovens', reading: 'yes', claims: [0, 1] };
    expect(polarity).toMatchObject({ reading: 'yes', told: true, papers: [paper] });
  });

  it('is in quotes alone where only words can be compared, with no more than a leaning', async () => {
    const { answer, polarity } = answerOf(await ask(answering(await testCorpus()), question));
    expect(answer).toMatch(/^Loaves baked/);
    expect(polarity?.told).toBeUndefined();
    expect(polarity?.papers[0]).toMatchObject({ reading: 'yes', claims: [0, 1] });
  });

  it('has none of this when it asks for something else', async () => {
    const { polarity } = answerOf(
      await ask(answering(await testCorpus()), 'How much taller are loaves in glass ovens?'),
    );
    expect(polarity).toBeUndefined();
  });
});
