import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addModel, modelCardFile, type ModelKind } from '@askg/inference';

const tiny = join(import.meta.dirname, '..', '..', '..', 'inference', 'src', 'testing', 'tiny');

type Card = { name: string; kind: ModelKind; commercial?: false };
type Tiny = { card: Card; files: Readonly<Record<string, string>> };

const free = { origin: 'made for tests', licence: 'Apache-2.0' };
const closed = { origin: 'made for tests', licence: 'CC-BY-NC-4.0', commercial: false } as const;
const decoder = { 'tokenizer.json': 'qwen3/tokenizer.json', 'model.onnx': 'qwen3/states.onnx' };
const answers = { relevant: { token: '▁true', id: 1176 }, other: { token: '▁false', id: 6136 } };

/** A model with random weights of every kind that orders passages, by the published models that it is like. */
const models: readonly Tiny[] = [
  {
    card: { ...free, name: 'tiny-cross-encoder', kind: 'pair-scorer', maxTokens: 32 } as Card,
    files: { 'model.onnx': 'scorer.onnx', 'tokenizer.json': 'tokenizer.json' },
  },
  {
    card: {
      ...free,
      name: 'tiny-monot5',
      kind: 'sequence-to-sequence-scorer',
      maxTokens: 64,
      decoderStart: 0,
      answers,
    } as Card,
    files: { 'model.onnx': 'monot5/model.onnx', 'tokenizer.json': 'monot5/tokenizer.json' },
  },
  {
    card: { ...free, name: 'tiny-e2rank', kind: 'causal-model', dimensions: 64, maxTokens: 4096 } as Card,
    files: decoder,
  },
  {
    card: {
      ...closed,
      name: 'tiny-jina-states',
      kind: 'causal-model',
      dimensions: 64,
      maxTokens: 4096,
      projector: 'projector.safetensors',
    } as Card,
    files: { ...decoder, 'projector.safetensors': 'qwen3/projector.safetensors' },
  },
  {
    card: {
      ...closed,
      name: 'tiny-jina',
      kind: 'listwise-scorer',
      dimensions: 32,
      maxTokens: 4096,
      vectors: true,
    } as Card,
    files: { ...decoder, 'model.onnx': 'qwen3/scoring.onnx' },
  },
  {
    card: colbertCard('tiny-bert'),
    files: {
      'model.onnx': 'colbert/bert/model.onnx',
      'head.safetensors': 'colbert/bert/head.safetensors',
      'tokenizer.json': 'colbert/bert/tokenizer.json',
    },
  },
  {
    card: colbertCard('tiny-rotary'),
    files: {
      'model.onnx': 'colbert/rotary/model.onnx',
      'model.onnx_data': 'colbert/rotary/model.onnx_data',
      'tokenizer.json': 'colbert/rotary/tokenizer.json',
    },
  },
];

/**
 * Adds the tiny models to a models folder, as an operator adds converted ones.
 * @param from an empty folder for what a conversion would leave
 */
export async function addTinyRerankers(folder: string, from: string): Promise<Card[]> {
  for (const { card, files } of models) {
    const converted = join(from, card.name);
    mkdirSync(converted, { recursive: true });
    for (const [name, source] of Object.entries(files)) cpSync(join(tiny, source), join(converted, name));
    writeFileSync(join(converted, modelCardFile), JSON.stringify(card));
    await addModel(folder, converted);
  }
  return models.map(({ card }) => card);
}

function colbertCard(name: string): Card {
  const cards = JSON.parse(readFileSync(join(tiny, 'colbert', 'cards.json'), 'utf8')) as Card[];
  const card = cards.find((each) => each.name === name);
  if (card === undefined) throw new Error(`There is no card of ${name}.`);
  return card;
}
