import { describe, expect, it } from '@jest/globals';
import type { Answer, Citation } from '@askg/contract';
import { answerArticle } from './answer-article.ts';

const baseIri = 'https://kg.example.org/id/';
const hostile = '<script>alert(1)</script>';
const digest = 'd'.repeat(64);

function citation(n: number, more: Partial<Citation> = {}): Citation {
  return {
    n,
    iri: `${baseIri}paper/10.1_a/s1/p1/t${n}`,
    paper: '10.1_a',
    title: `Title ${hostile}`,
    section: 'Methods › Data',
    unit: 'sentence',
    quote: `Quote ${n} ${hostile}`,
    boxes: [],
    textDigest: digest,
    graphDigest: digest,
    ...more,
  };
}

function answer(more: Partial<Answer> = {}): Answer {
  return {
    schema: 'askg.answer/1',
    id: 'a 1',
    question: `Why ${hostile}?`,
    mode: 'answer',
    corpus: { version: 3 },
    verdict: 'supported',
    answer: `First [1]. Unknown [9].\n\nThe list:\n- one [2]\n- two ${hostile}`,
    claims: [
      {
        text: 'First.',
        support: { label: 'partly', score: 0.5, method: 'shared words' },
        citations: [citation(1)],
        rows: [
          {
            query: 0,
            bindings: {
              paperTitle: { type: 'literal', value: hostile },
              paper: { type: 'uri', value: `${baseIri}paper/10.1_a` },
            },
            sources: [citation(2, { unit: 'metadata', iri: `${baseIri}paper/10.1_a` })],
          },
        ],
      },
    ],
    nearest: [],
    sparql: [
      {
        kind: 'fact',
        origin: 'planner',
        text: 'SELECT ?x { ?x ?y "&" }',
        rows: 1,
        ms: 8.44,
        state: 'ok',
        relaxed: [{ step: 'dropped the year', loss: 0.2 }],
      },
      { kind: 'textual-nodes', origin: 'model', text: 'ASK', rows: 0, ms: 1200, state: 'timeout', relaxed: [] },
      { kind: 'fact', origin: 'model', text: 'S', rows: 0, ms: 0, state: 'invalid', relaxed: [], faults: ['a <b>'] },
      {
        kind: 'fact',
        origin: 'planner',
        text: 'S',
        rows: 0,
        ms: 1,
        state: 'empty',
        relaxed: [],
        emptiedBy: '?p <q> 1',
      },
    ],
    links: [
      {
        phrase: 'trees',
        chosen: 'javascript:alert(1)',
        alternatives: [{ iri: 'https://example.org/x', label: 'X', score: 1 }],
      },
    ],
    passages: [{ iri: `${baseIri}paper/10.1_a/s1/p1/t1`, paper: '10.1_a', score: 0.4, methods: ['bm25'] }],
    degraded: [{ step: 'vectors', wanted: 'a model', used: 'words', reason: 'It is not here.' }],
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0 },
    timings: { facts: 12.3 },
    ...more,
  };
}

/** Markup without the white space between tags. */
function page(more: Partial<Answer> = {}): string {
  return answerArticle({ answer: answer(more), baseIri })
    .toString()
    .replaceAll(/\s+/g, ' ');
}

describe('the page of an answer', () => {
  it('escapes all that papers, models and askers bring', () => {
    expect(page()).not.toContain('<script');
    expect(page()).not.toContain('href="javascript:');
    expect(page()).toContain('&lt;script&gt;');
  });

  it('links the numbers in the text to the sources that there are', () => {
    expect(page()).toContain('First<a class="ref" href="#source-1" aria-label="Source 1">1</a>.');
    expect(page()).toContain('Unknown [9].');
    expect(page()).toContain('id="source-2"');
    expect(page().match(/id="source-/g)).toHaveLength(2);
  });

  it('shows lists as lists', () => {
    expect(page()).toMatch(/The list:<\/p\s*> ?<ul> <li>one<a /);
    expect(page()).toMatch(/<li>two &lt;script&gt;/);
  });

  it('puts each part of the question above what came of it', () => {
    const parts = [
      { question: `Who ${hostile}?`, verdict: 'supported' as const, claims: [0] },
      { question: 'And when?', verdict: 'not-in-corpus' as const, claims: [] },
    ];
    const shown = page({ parts, answer: `Who ${hostile}?\n\nFirst [1].\n\nAnd when?\n\nThe papers do not say.` });
    expect(shown).toMatch(/<h2 class="part good"> Who &lt;script&gt;alert\(1\)&lt;\/script&gt;\? .*Supported/);
    expect(shown).toMatch(/<h2 class="part none"> And when\? .*Not in these papers.*<p>The papers do not say\.<\/p>/);
    expect(shown.match(/<h2 class="part/g)).toHaveLength(2);
  });

  it('sets papers side by side, each cell with its numbers, and says where a paper is silent', () => {
    const cells = [
      { text: 'First.', verdict: 'partly-supported' as const, claims: [0] },
      { text: '', verdict: 'not-in-corpus' as const, claims: [] },
    ];
    const shown = page({
      table: { aspects: ['method', `x ${hostile}`], rows: [{ paper: 'a b', title: hostile, cells }] },
    });
    expect(shown).toContain('<th scope="col" role="columnheader">Method</th>');
    expect(shown).toMatch(/<th scope="row" role="rowheader"> ?<a href="\/id\/paper\/a%20b">&lt;script&gt;/);
    expect(shown).toMatch(/data-aspect="Method"> ?<p> ?First\.<a class="ref" href="#source-1"/);
    expect(shown).toContain('Said in passing');
    expect(shown).toContain('<span class="none">not in this paper</span>');
    expect(shown).not.toContain('id="rows"');
  });

  it('lists what each paper says to a question for yes or no, where that is told', () => {
    const papers = [{ paper: 'a b', title: hostile, reading: 'no' as const, probability: 0.914, claims: [0] }];
    const polarity = { reading: 'no' as const, probability: 0.914, papers };
    expect(page({ polarity })).not.toContain('id="polarity"');
    const shown = page({ polarity: { ...polarity, told: true } });
    expect(shown).toMatch(/<section aria-labelledby="polarity"> <h2 id="polarity">What each paper says<\/h2>/);
    expect(shown).toMatch(
      /<a href="\/id\/paper\/a%20b">&lt;script&gt;.*<strong>says no<\/strong> <span class="meta">91 in 100/,
    );
  });

  it('leads from a quote to its place in the paper and to its own address', () => {
    expect(page()).toContain('href="/id/paper/10.1_a#s1/p1/t1"');
    expect(page()).toContain(`href="/id/paper/10.1_a/s1/p1/t1?revision=${digest}"`);
    expect(page()).toContain('Methods › Data');
  });

  it('shows rows by the names of their columns, each with its sources', () => {
    expect(page()).toContain('<th scope="col">Paper title</th>');
    expect(page()).toContain('href="/id/paper/10.1_a"');
  });

  it('shows each query with what came of it, and leads to the page where it can be run', () => {
    expect(page()).toContain('1 row · 8.4 ms');
    expect(page()).toContain('stopped at its deadline · 1.2 s');
    expect(page()).toContain('Relaxed: dropped the year');
    expect(page()).toContain('What is wrong: a &lt;b&gt;');
    expect(page()).toContain('Nothing is left with: <code>?p &lt;q&gt; 1</code>');
    expect(page()).toContain('href="/sparql?query=SELECT%20%3Fx%20%7B%20%3Fx%20%3Fy%20%22%26%22%20%7D"');
  });

  it('names the models that took part, with their licences', () => {
    const model = { role: 'reranker' as const, name: hostile, digest, licence: 'CC-BY-NC-4.0', commercial: false };
    expect(page()).not.toContain('What found and ordered');
    expect(page({ models: [model] })).toMatch(
      /&lt;script&gt;.* reranker, d{12}, CC-BY-NC-4\.0: for use that earns no money/,
    );
  });

  it('puts queries that gave the answer no row together when there are many', () => {
    const { sparql } = answer();
    const two = sparql.slice(0, 2);
    const tried = [...two, ...two, ...two].map((run) => ({ ...run, kind: 'textual-nodes' as const }));
    const [first] = sparql;
    const markup = page({ sparql: first ? [first, ...tried] : tried });
    expect(markup).toContain('Others that were tried');
    expect(markup.indexOf('For facts')).toBeLessThan(markup.indexOf('Others that were tried'));
    expect(markup.match(/For sentences/g)).toHaveLength(6);
  });

  it('offers to ask again with what a phrase may name as well, and keeps what was taken before', () => {
    const taken = { phrase: 'maps', chosen: 'https://e/maps', alternatives: [], confirmed: true as const };
    const open = {
      phrase: 'trees',
      chosen: 'https://e/trees',
      alternatives: [{ iri: 'https://e/x', label: 'X', score: 1 }],
    };
    const markup = page({ question: 'Are trees on maps?', links: [taken, open] });
    const href = /<a class="chip"[^>]*href="([^"]*)"/.exec(markup)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const parameters = new URL(href, 'https://e/').searchParams;
    expect(parameters.get('q')).toBe('Are trees on maps?');
    expect(parameters.getAll('take')).toEqual(['https://e/maps maps', 'https://e/x trees']);
  });

  it('says what could not run, and its own address', () => {
    expect(page()).toContain('<strong>vectors</strong> words instead of a model');
    expect(page()).toContain('href="/a/a%201"');
    expect(page()).toContain('href="/api/answers/a%201"');
  });

  it.each([
    ['supported', 'Supported'],
    ['partly-supported', 'Partly supported'],
    ['not-in-corpus', 'Not in these papers'],
    ['no-answer', 'No answer'],
  ] as const)('tells the verdict %s in words', (verdict, words) => {
    expect(page({ verdict })).toContain(`${words}</strong>`);
  });

  it('shows what comes nearest, or why nothing could be tried', () => {
    expect(page({ verdict: 'not-in-corpus', claims: [], nearest: [citation(1)] })).toContain('What comes nearest');
    const problem = { type: 't', code: 'kgqp/empty-corpus', title: 'Nothing here', detail: 'No paper.' } as const;
    expect(page({ verdict: 'no-answer', claims: [], answer: '', problem })).toContain('kgqp/empty-corpus');
  });
});
