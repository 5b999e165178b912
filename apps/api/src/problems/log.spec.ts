import { describe, expect, it } from '@jest/globals';
import { jsonLog } from './log.ts';

describe('the log', () => {
  it('writes a line of JSON with the stacks of an error and its causes', () => {
    const lines: string[] = [];
    const log = jsonLog(
      (line) => lines.push(line),
      () => new Date('2026-01-02T03:04:05Z'),
    );
    log({ level: 'error', trace: 't', error: new Error('outer\nline', { cause: new Error('inner') }) });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n') && !lines[0].slice(0, -1).includes('\n')).toBe(true);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: '2026-01-02T03:04:05.000Z',
      level: 'error',
      trace: 't',
      error: [expect.stringContaining('outer'), expect.stringContaining('inner')],
    });
  });
});
