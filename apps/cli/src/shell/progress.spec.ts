import { describe, expect, it } from '@jest/globals';
import { Progress } from './progress.ts';

function screen(isTerminal: boolean) {
  const state = { text: '', time: 0 };
  return {
    state,
    write: (text: string) => void (state.text += text),
    isTerminal,
    columns: 60,
    now: () => state.time,
  };
}

describe('progress on a terminal', () => {
  it('is one line that is drawn over and wiped away', () => {
    const terminal = screen(true);
    const progress = new Progress(terminal, 'Reading');
    progress.update(0, 4);
    terminal.state.time = 1000;
    progress.update(2, 4, 'a.xml');
    expect(terminal.state.text).toContain(`${'█'.repeat(12)}${'░'.repeat(12)} 2/4 a.xml`);
    progress.note('A note.');
    progress.end();
    expect(terminal.state.text.endsWith('\r\u001B[KA note.\n')).toBe(true);
  });

  it('is not wider than the terminal', () => {
    const terminal = screen(true);
    new Progress(terminal, 'Reading').update(1, 2, 'x'.repeat(200));
    expect(terminal.state.text).toHaveLength(59);
  });
});

describe('progress elsewhere', () => {
  it('is a line now and then, and none for what is quick', () => {
    const file = screen(false);
    const progress = new Progress(file, 'Reading');
    for (let time = 0; time <= 25_000; time += 500) {
      file.state.time = time;
      progress.update(time, 30_000);
    }
    progress.end();
    expect(file.state.text).toBe('Reading: 10000/30000\nReading: 20000/30000\n');
  });
});
