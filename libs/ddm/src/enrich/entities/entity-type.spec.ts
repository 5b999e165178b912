import { describe, expect, it } from '@jest/globals';
import { taggedType, toldType } from './entity-type.ts';

describe('The type that words tell', () => {
  it.each([
    [['English'], undefined, 'language'],
    [['English', 'and', 'Spanish'], undefined, 'language'],
    [['Penn', 'Treebank'], 'corpus', 'dataset'],
    [['seaborn', 'library'], undefined, 'tool'],
    [['GitHub', 'Actions'], undefined, 'tool'],
    [['ImageNet'], undefined, 'dataset'],
    [['University', 'of', 'Bern'], undefined, 'other'],
    [['recall'], undefined, 'metric'],
    [['english'], undefined, undefined],
    [['gradient', 'descent'], 'library', undefined],
    [['random', 'forest'], undefined, undefined],
  ] as const)('of %j before %j is %s', (words, after, type) => {
    expect(toldType(words, after)).toBe(type);
  });
});

describe('The type of what the tagger finds', () => {
  it.each([
    ['task', ['parsing'], 'research-problem'],
    ['method', ['parser'], 'method'],
    ['metric', ['speed'], 'metric'],
    ['material', ['news', 'articles'], 'resource'],
    ['material', ['WSJ'], 'dataset'],
    ['other', ['edge'], 'other'],
  ] as const)('of a %s %j is %s', (kind, words, type) => {
    expect(taggedType(kind, words)).toBe(type);
  });
});
