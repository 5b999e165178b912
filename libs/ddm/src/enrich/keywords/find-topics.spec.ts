import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readArticle } from '../../testing/read-article.ts';
import { checkDocument } from '../../validate/check-document.ts';
import { findAbbreviations } from '../abbreviations/find-abbreviations.ts';
import { informationOf } from './common-words.ts';
import { csoTopic, csoTopicsFile } from './cso-topics.ts';
import { findTopics } from './find-topics.ts';
import { foldPhrase } from './fold-phrase.ts';

const paragraph =
  '<p>The reservoir sampler keeps a stream of files. A reservoir sampler is fast, and users like it.</p>';
const article = readArticle({
  title: '<article-title>Reservoir samplers for neural networks</article-title>',
  meta: '<abstract><p>We train a neural network with a reservoir sampler.</p></abstract>',
  body: `<sec><title>Introduction</title>${paragraph}<p>Neural networks (NNs) learn. NNs forget. NNs grow.</p></sec>
    <sec><title>Results</title>${paragraph}</sec>`,
});

describe('findTopics', () => {
  it('gives what the paper is about, best first, with scores from 0 to 1', () => {
    const topics = findTopics(article).topics ?? [];
    expect(topics.slice(0, 2).map(({ label }) => foldPhrase(label))).toEqual(
      expect.arrayContaining(['reservoir sampler', 'neural network']),
    );
    expect(topics[0]?.score).toBe(1);
    expect(topics.map(({ score }) => score)).toEqual(topics.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(topics.length).toBeLessThanOrEqual(8);
  });

  it('ties a topic to the Computer Science Ontology by its name', () => {
    const topic = findTopics(article).topics?.find(({ label }) => foldPhrase(label) === 'neural network');
    expect(topic?.cso).toBe('https://cso.kmi.open.ac.uk/topics/neural_networks');
  });

  it('counts an abbreviation as what it stands for', () => {
    const labels = findTopics(findAbbreviations(article)).topics?.map(({ label }) => label);
    expect(labels).not.toContain('NNs');
  });

  it('does not look at the keywords that the authors printed', () => {
    const { topics } = findTopics({ ...article, keywords: ['vacuum cleaners'] });
    expect(topics).toEqual(findTopics(article).topics);
  });

  it('gives none where there is no text, and drops those that do not hold any more', () => {
    const empty = readArticle({ title: '' });
    expect(findTopics({ ...empty, topics: [{ label: 'old', score: 1 }] })).toEqual(empty);
  });
});

describe('csoTopic', () => {
  it.each([
    ['machine-learning', 'https://cso.kmi.open.ac.uk/topics/machine_learning'],
    ['Ontologies', 'https://cso.kmi.open.ac.uk/topics/ontologies'],
  ])('knows "%s"', (phrase, iri) => expect(csoTopic(foldPhrase(phrase))).toBe(iri));

  it('gives addresses that a graph takes, for all labels of the ontology', () => {
    const labels = readFileSync(csoTopicsFile, 'utf8').trimEnd().split('\n');
    const topics = labels.flatMap((label) => {
      const cso = csoTopic(foldPhrase(label.replace(/\s*\([^)]*\)$/u, '')));
      return cso === undefined ? [] : [{ label, score: 1, cso }];
    });
    expect(topics).toHaveLength(labels.length);
    expect(checkDocument({ ...article, topics })).toEqual([]);
  });

  it('knows no topic of another field', () => expect(csoTopic('vulval development')).toBeUndefined());
});

describe('foldPhrase', () => {
  it.each([
    ['Knowledge Graphs', 'knowledge graph'],
    ['Naïve-Bayes classifiers', 'naive baye classifier'],
    ['data analyses', 'data analyse'],
    ['ontologies', 'ontology'],
    ['bus', 'bus'],
    ['meshes', 'mesh'],
  ])('%s', (phrase, folded) => expect(foldPhrase(phrase)).toBe(folded));
});

it('A common word tells less than a rare one', () => {
  expect(informationOf('study')).toBeLessThan(informationOf('tree'));
  expect(informationOf('tree')).toBeLessThan(informationOf('tractography'));
});
