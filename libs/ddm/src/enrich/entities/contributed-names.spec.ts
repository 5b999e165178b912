import { describe, expect, it } from '@jest/globals';
import type { Candidate } from './candidate.ts';
import { contributedNames, nameOfTitle } from './contributed-names.ts';
import { wordsOf } from './model/words.ts';

/** What a sentence offers as its own; names are marked with square brackets. */
function offered(marked: string): string[] {
  const candidates: Candidate[] = [];
  const text = marked.replaceAll(/[[\]]/g, '');
  for (const [, before = '', name = ''] of marked.matchAll(/([^[]*)\[([^\]]*)\]/g)) {
    const known = candidates.at(-1);
    const from = wordsOf(before).length + (known?.to ?? 0);
    candidates.push({ from, to: from + wordsOf(name).length, name, type: 'method', isTold: false, score: 1 });
  }
  return [...contributedNames([{ words: wordsOf(text), role: 'abstract', candidates }], (name) => name)];
}

describe('What a paper contributes', () => {
  it.each([
    ['In this paper, we propose a novel [graph encoder] for [parsing].', ['graph encoder']],
    ['We present a new method called [BiDAF] that uses [attention].', ['BiDAF']],
    ['This paper introduces [SciTail], built from [exam questions].', ['SciTail']],
    ['Here we have also developed [tree kernels].', ['tree kernels']],
    ['The accuracy of our [tagger] beats that of [CRFs].', ['tagger']],
    ['They propose a [graph encoder] for [parsing].', []],
    ['We use [BERT] with [dropout].', []],
    ['Smith and others presented [LSTMs] long ago.', []],
  ])('is found in "%s"', (sentence, names) => {
    expect(offered(sentence)).toEqual(names);
  });
});

describe('The name that a title begins with', () => {
  it.each([
    ['seaborn: statistical data visualization', 'seaborn'],
    ['EvoDynamics.jl: a framework for modeling', 'EvoDynamics.jl'],
    ['Manim Slides: A Python package', 'Manim Slides'],
    ['Attention: a survey', undefined],
    ['Spatial data analysis with R: wrangling', undefined],
    ['Deep learning', undefined],
  ])('of "%s" is %s', (title, name) => {
    expect(nameOfTitle(title)).toBe(name);
  });
});
