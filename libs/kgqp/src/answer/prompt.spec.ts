import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Prompt } from './prompt.ts';

const folder = mkdtempSync(join(tmpdir(), 'askg-prompt-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string): URL {
  const path = join(folder, 'some.v1.md');
  writeFileSync(path, content);
  return pathToFileURL(path);
}

describe('a prompt', () => {
  it('has a system and a user message, and no comment', () => {
    const prompt = new Prompt(file('<!-- why -->\nBe {{how}}.\n\n---\n\nAsk {{what}}.\n'), ['how', 'what']);
    expect(prompt.messages({ how: 'brief', what: 'this' })).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Ask this.' },
    ]);
  });

  it('puts values in as they are, whatever they hold', () => {
    const prompt = new Prompt(file('A {{a}}\n---\nB {{b}}'), ['a', 'b']);
    expect(prompt.messages({ a: '{{b}}', b: '$& $1 ---' }).map(({ content }) => content)).toEqual([
      'A {{b}}',
      'B $& $1 ---',
    ]);
  });

  it.each([
    ['without its second part', 'A {{a}} {{b}}'],
    ['without a placeholder', 'A {{a}}\n---\nB'],
    ['with one that nobody fills', 'A {{a}}\n---\nB {{b}} {{c}}'],
  ])('%s is refused at the start', (_, content) => {
    expect(() => new Prompt(file(content), ['a', 'b'])).toThrow(
      expect.objectContaining({ code: 'kgqp/invalid-prompt' }),
    );
  });

  it('that is not there is refused too', () => {
    const missing = pathToFileURL(join(folder, 'missing.md'));
    expect(() => new Prompt(missing, [])).toThrow(expect.objectContaining({ code: 'kgqp/invalid-prompt' }));
  });
});
