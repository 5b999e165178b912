import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { randomNumbers } from '../../../../bench/crash/random-numbers.ts';
import { overlap } from '../metrics/set-f1.ts';
import { bestTokenF1 } from '../metrics/token-f1.ts';
import { type DueLabel, verifyClaims } from '../metrics/verified-claims.ts';
import { runScorer } from './run-scorer.ts';

/**
 * Folder with checkouts of github.com/allenai/qasper-led-baseline and github.com/allenai/scifact, whose scorers need Python 3
 * and pandas. They are not part of this repository; without them the comparison is left out.
 */
const folder = process.env['ASKG_OFFICIAL_SCORERS'];
const whereTheyAre = folder === undefined ? describe.skip : describe;

const random = randomNumbers(5);
const below = (limit: number): number => Math.floor(random() * limit);
const some = <T>(items: readonly T[], count: number): T[] => items.toSorted(() => random() - 0.5).slice(0, count);

whereTheyAre('the official scorers, at ASKG_OFFICIAL_SCORERS,', () => {
  it('of QASPER gives the same F1 of answers and of evidence', () => {
    const words = ['The', 'BLEU-score', 'of', 'an', 'encoder', 'is', '12.3', '(best)', 'a', 'naïve', 'model,', '“it”'];
    const paragraphs = Array.from({ length: 6 }, (_, i) => `Paragraph ${i}.`);
    const questions = Array.from({ length: 60 }, (_, i) => ({
      id: `q${i}`,
      answer: some(words, below(9)).join(' '),
      evidence: some(paragraphs, below(4)),
      references: Array.from({ length: 1 + below(3) }, () => ({
        answer: some(words, 1 + below(8)).join(' '),
        evidence: some(paragraphs, below(4)),
      })),
    }));
    const gold = {
      paper: {
        qas: questions.map(({ id, references }) => ({
          question_id: id,
          answers: references.map(({ answer, evidence }) => ({
            answer: { unanswerable: false, extractive_spans: [], free_form_answer: answer, yes_no: null, evidence },
          })),
        })),
      },
    };
    const predictions = questions.map(({ id, answer, evidence }) => ({
      question_id: id,
      predicted_answer: answer,
      predicted_evidence: evidence,
    }));
    const said = runScorer(
      join(folder ?? '', 'qasper-led-baseline', 'scripts', 'evaluator.py'),
      [
        { name: 'gold.json', rows: [gold] },
        { name: 'predictions.jsonl', rows: predictions },
      ],
      (path) => ['--gold', path('gold.json'), '--predictions', path('predictions.jsonl')],
    );
    const official = JSON.parse(said) as Record<string, number>;
    const answers = questions.map(({ answer, references }) =>
      bestTokenF1(
        answer,
        references.map((each) => each.answer),
      ),
    );
    const evidence = questions.map((question) =>
      Math.max(...question.references.map((each) => overlap(new Set(question.evidence), new Set(each.evidence)).f1)),
    );
    expect(mean(answers)).toBeCloseTo(official['Answer F1'] ?? -1, 9);
    expect(mean(evidence)).toBeCloseTo(official['Evidence F1'] ?? -1, 9);
  });

  it('of SciFact gives the same four figures', () => {
    const labels = ['SUPPORT', 'CONTRADICT'];
    const sentences = Array.from({ length: 8 }, (_, i) => i);
    const claims = Array.from({ length: 80 }, (_, id) => {
      const halves = [some(sentences.slice(0, 4), below(3)), some(sentences.slice(4), below(3))];
      const rationales = halves.filter((each) => each.length > 0);
      const due: DueLabel = { label: rationales.length > 0 ? labels[below(2)] : undefined, rationales };
      const given = { label: [...labels, undefined][below(3)], sentences: some(sentences, below(6)) };
      return { id, due, given };
    });
    const files = [
      { name: 'corpus.jsonl', rows: [{ doc_id: 7, title: '', abstract: sentences.map(String) }] },
      {
        name: 'gold.jsonl',
        rows: claims.map(({ id, due: { label, rationales } }) => ({
          id,
          claim: '',
          cited_doc_ids: [7],
          evidence: label === undefined ? {} : { 7: rationales.map((each) => ({ sentences: each, label })) },
        })),
      },
      {
        name: 'predictions.jsonl',
        rows: claims.map(({ id, given }) => ({ id, evidence: given.label === undefined ? {} : { 7: given } })),
      },
    ];
    const said = runScorer(join(folder ?? '', 'scifact', 'verisci', 'evaluate', 'pipeline.py'), files, (path) => {
      const given = ['--corpus', path('corpus.jsonl'), '--gold', path('gold.jsonl')];
      return [...given, '--prediction', path('predictions.jsonl'), '--output', path('output.json')];
    });
    const official = JSON.parse(said) as Record<string, Record<string, number>>;
    const own = verifyClaims(
      claims.map(({ given }) => given),
      claims.map(({ due }) => due),
    );
    for (const [figure, name] of [
      [own.sentenceSelection, 'sentence_selection'],
      [own.sentenceLabel, 'sentence_label'],
      [own.abstractLabel, 'abstract_label_only'],
      [own.abstractRationale, 'abstract_rationalized'],
    ] as const) {
      expect(figure.precision).toBeCloseTo(official[name]?.['precision'] ?? -1, 9);
      expect(figure.recall).toBeCloseTo(official[name]?.['recall'] ?? -1, 9);
      expect(figure.f1).toBeCloseTo(official[name]?.['f1'] ?? -1, 9);
    }
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
