import type { Label } from '../model/labels.ts';
import type { Token } from '../model/tokens.ts';

/** "CoRR, abs/1712.01815": as bibliographies of computer science list preprints, the repository and its number. */
export function repositoryNumber(tokens: readonly Token[]): Map<number, Label> {
  const known = new Map<number, Label>();
  const at = tokens.findIndex(({ text }, i) => text === 'abs' && tokens[i + 1]?.text === '/');
  const name = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  if (name < 0 || !/^(?:corr|arxiv)$/i.test(tokens[name]?.text ?? '')) return known;
  known.set(name, 'container');
  for (let i = at; i < Math.min(at + 5, tokens.length) && !(i > at && tokens[i]?.spaced); i++) known.set(i, 'volume');
  return known;
}
