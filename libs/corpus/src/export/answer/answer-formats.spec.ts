import { readFileSync } from 'node:fs';
import { Answer, type Citation, Document } from '@askg/contract';
import { documentToNQuads } from '@askg/ddm';
import { describe, expect, it } from '@jest/globals';
import jsonld from 'jsonld';
import type { Corpus } from '../../corpus.ts';
import { documentFacts } from '../../commit/document-facts.ts';
import { useCorpora } from '../../testing/test-corpus.ts';
import { base } from '../../testing/test-paper.ts';
import { answerCrate } from './answer-crate.ts';
import { answerFormats } from './answer-formats.ts';
import { exportedAnswer } from './exported-answer.ts';

const corpora = useCorpora();
const example = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../../docs/examples/${name}.json`, import.meta.url), 'utf8'));
const options = { day: '2025-01-02', version: '1.0.0' };

/** Commits the example document under a DOI, with this title. */
async function addPaper(corpus: Corpus, doi: string, title: string): Promise<{ key: string; graph: string }> {
  const identifiers = { doi };
  const { digest } = corpus.addSource(Buffer.from(`${doi} ${title}`));
  const document: Document = {
    ...Document.parse(example('document')),
    digest,
    title,
    identifiers,
    venue: 'Journal of Trees',
    date: { year: 2024 },
    contributors: [{ name: 'Ann Oak', given: 'Ann', family: 'Oak', affiliations: [], role: 'author' }],
  };
  corpus.jobs.enqueue([{ source: digest, path: '/papers/x', format: document.format }], 'test');
  const key = corpus.keyFor(identifiers, digest);
  const graph = await corpus.writeGraph(documentToNQuads(document, { base: corpus.baseIri, key }));
  const facts = { ...documentFacts(document), identifiers };
  corpus.commitPaper({ key, source: digest, format: document.format, pipeline: 'test', graph, facts, ms: {} });
  return { key, graph };
}

function citation(n: number, key: string, graphDigest: string, quote: string): Citation {
  return {
    n,
    iri: `${base}paper/${key}/s1/p1/t${n}`,
    paper: key,
    title: `T of ${key}`,
    unit: 'sentence',
    quote,
    boxes: [],
    textDigest: graphDigest,
    graphDigest,
  };
}

async function exported(hostile = '') {
  const corpus = corpora.create();
  const oak = await addPaper(corpus, '10.1/oak', `On oaks ${hostile}`);
  const elm = await addPaper(corpus, '10.1/elm', 'On elms');
  const [first, second] = [
    citation(1, oak.key, oak.graph, `Oaks grow. ${hostile}`),
    citation(2, elm.key, elm.graph, 'Elms grow.'),
  ];
  const answer = Answer.parse({
    ...Answer.parse(example('answer')),
    id: 'run 1',
    question: `What grows ${hostile}?`,
    answer: `Two trees: ${hostile}\n- oaks [1]\n- elms [2]`,
    claims: [
      {
        text: `Oaks and elms grow. ${hostile}`,
        support: { label: 'supported', score: 1, method: 'verbatim' },
        citations: [first, second],
        rows: [{ query: 0, bindings: { x: { type: 'literal', value: '1' } }, sources: [first] }],
      },
    ],
    plan: ['look'],
    prompts: [{ file: 'answer-claims.v1.md', digest: 'a'.repeat(64) }],
    settings: { model: 'a-model' },
    rerunOf: 'run 0',
  });
  const kept = corpus.answers.put(answer);
  return { corpus, oak, elm, exported: await exportedAnswer(corpus, kept) };
}

describe('an answer that is given out', () => {
  it('as Markdown shows question, verdict, claims, quotes and references', async () => {
    const text = answerFormats.markdown((await exported()).exported);
    expect(text.split('\n\n').slice(0, 2)).toEqual(['# What grows ?', '**Supported by the sources below.**']);
    expect(text).toContain('- Oaks and elms grow. \\[1\\] \\[2\\] (supported, 1.00 by verbatim)');
    expect(text).toContain(`\\[2\\] “Elms grow.”  \nT of 10.1\\_elm, <${base}paper/10.1_elm/s1/p1/t2>`);
    expect(text).toContain('- Ann Oak (2024). On elms. Journal of Trees. <');
    expect(text).toContain('<http://localhost:3000/a/run%201>');
  });

  it('as Markdown keeps each part of the question above what came of it', async () => {
    const { exported: whole } = await exported();
    const parts = [{ question: 'Do oaks grow?', verdict: 'supported' as const, claims: [0] }];
    const answer = { ...whole.answer, answer: 'Do oaks grow?\n\nOaks grow. [1]', parts };
    expect(answerFormats.markdown({ ...whole, answer })).toContain('### Do oaks grow?\n\nOaks grow.');
  });

  it('as Markdown holds no markup of papers, questions or models', async () => {
    const hostile = '<img src=x onerror=alert(1)> ![x](http://e.example/?q) [a](b) `c` **d** &lt;';
    const text = answerFormats.markdown((await exported(hostile)).exported);
    const unescaped = text.replaceAll(/\\[\\`*_{}[\]<>#|~$&!]/g, '');
    expect(unescaped).not.toMatch(/<img|!\[|\]\(|`|&lt;/);
    expect(unescaped.match(/\*\*/g)).toHaveLength(2);
  });

  it('as records names each paper cited once, in the order of citation', async () => {
    const { exported: given } = await exported();
    const items = JSON.parse(answerFormats.csl(given)) as { id: string; DOI: string }[];
    expect(items.map(({ DOI }) => DOI)).toEqual(['10.1/oak', '10.1/elm']);
    expect(answerFormats.bibtex(given).match(/^@article\{/gm)).toHaveLength(2);
    expect(answerFormats.ris(given).match(/^ER {2}- \r$/gm)).toHaveLength(2);
  });

  it('names no paper that was removed, and quotes nothing of it', async () => {
    const { corpus, oak } = await exported();
    await corpus.removePaper(oak.key);
    const given = await exportedAnswer(corpus, corpus.answers.require('run 1'));
    expect(given.papers.map(({ key }) => key)).toEqual(['10.1_elm']);
    const all = Object.values(answerFormats).map((write) => write(given));
    expect(all.join('\n')).not.toMatch(/Oaks grow|On oaks/);
  });

  it('as JSON-LD tells in PROV-O what it was made from, and quotes in Web Annotation', async () => {
    const { exported: given, oak } = await exported();
    const quads = (await jsonld.toRDF(JSON.parse(answerFormats.jsonld(given)) as object)) as unknown as {
      subject: { value: string };
      predicate: { value: string };
      object: { value: string };
    }[];
    const prov = 'http://www.w3.org/ns/prov#';
    const oa = 'http://www.w3.org/ns/oa#';
    const objects = (subject: string, predicate: string): string[] =>
      quads.filter((q) => q.subject.value === subject && q.predicate.value === predicate).map((q) => q.object.value);
    const { iri } = given;
    expect(objects(iri, `${prov}wasGeneratedBy`)).toEqual([`${iri}#run`]);
    expect(objects(iri, `${prov}wasRevisionOf`)).toEqual(['http://localhost:3000/a/run%200']);
    expect(objects(`${iri}#run`, `${prov}endedAtTime`)).toEqual(['2025-01-02T03:04:05.000Z']);
    const used = objects(`${iri}#run`, `${prov}used`);
    const version = `ni:///sha-256;${Buffer.from(oak.graph, 'hex').toString('base64url')}`;
    expect(used).toEqual(expect.arrayContaining([`${iri}#query-0`, version]));
    expect(objects(version, `${prov}specializationOf`)).toEqual([`${base}graph/${oak.key}`]);
    expect(objects(`${iri}#claim-0`, `${prov}wasDerivedFrom`)).toContain(`${base}paper/${oak.key}/s1/p1/t1`);
    const [target = ''] = objects(`${iri}#source-1`, `${oa}hasTarget`);
    expect(objects(target, `${oa}hasSource`)).toEqual([`${base}paper/${oak.key}/s1/p1/t1`]);
    const [selector = ''] = objects(target, `${oa}hasSelector`);
    expect(objects(selector, `${oa}exact`)).toEqual([given.answer.claims[0]?.citations[0]?.quote]);
    expect(quads.filter(({ predicate }) => !predicate.value.includes('://'))).toEqual([]);
  });

  it('as an RO-Crate holds together', async () => {
    const files = answerCrate((await exported()).exported, options);
    const names = files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const { '@graph': graph } = JSON.parse(Buffer.from(files[0]?.bytes ?? []).toString()) as {
      '@graph': { '@id': string; [property: string]: unknown }[];
    };
    const ids = new Set(graph.map((each) => each['@id']));
    expect(ids.size).toBe(graph.length);
    expect(names.slice(1).every((name) => ids.has(name))).toBe(true);
    const references = JSON.stringify(graph).matchAll(/\{"@id":"([^"]+)"\}/g);
    const dangling = [...references].map(([, id = '']) => id).filter((id) => !ids.has(id));
    // The standard, and the papers at their addresses in the graph.
    expect(dangling.every((id) => id.startsWith('https://w3id.org/ro/crate/') || id.startsWith(`${base}paper/`))).toBe(
      true,
    );
    expect(names).toEqual(
      expect.arrayContaining(['answer.json', 'answer.md', 'answer.jsonld', 'references.bib', 'query-0.rq']),
    );
  });
});
