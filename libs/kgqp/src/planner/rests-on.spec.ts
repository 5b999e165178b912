import { describe, expect, it, jest } from '@jest/globals';
import { useDemoFacts } from '../testing/demo-facts.ts';

// An engine is started over the demo papers.
jest.setTimeout(60_000);
const { answerTo } = useDemoFacts();

async function sourcesOf(question: string): Promise<string[][]> {
  const answer = await answerTo(question);
  return (answer?.rows ?? []).map(({ sources }) => sources.map((iri) => iri.replace(/^.*\/paper\//, '')));
}

describe('what a row rests on', () => {
  it('is, for an extreme, each of the things that were counted, in order', async () => {
    const [paper = []] = await sourcesOf('Which paper has the most sections?');
    expect(paper.slice(0, 4)).toEqual(['s1', 's2', 's3', 's4'].map((id) => `10.21105_jose.00239/${id}`));
    const [organisation = []] = await sourcesOf('Which organisation has the most authors?');
    expect(organisation.filter((iri) => /\/person\d+$/.test(iri))).toHaveLength(8);
  });

  it('is, for an entity, the sentences that name it', async () => {
    const rows = await sourcesOf('Which data sets are mentioned?');
    expect(rows.length).toBeGreaterThan(1);
    for (const sources of rows) expect(sources).toContainEqual(expect.stringMatching(/\/t\d+$/));
  });

  it('comes from every paper that was counted', async () => {
    const answer = await answerTo('Which tool is mentioned by the most papers?');
    const [row] = answer?.rows ?? [];
    const papers = new Set((row?.sources ?? []).map((iri) => /\/paper\/[^/]+/.exec(iri)?.[0]));
    expect(papers.size).toBe(Number(row?.bindings['measure']?.value));
  });
});
