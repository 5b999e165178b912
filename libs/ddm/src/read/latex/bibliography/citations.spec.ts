import { describe, expect, it } from '@jest/globals';
import { rawText } from '../../xml/tree.ts';
import { Preamble } from '../expand/preamble.ts';
import { citationStyle } from './citation-style.ts';
import { type CitationForm, Citations } from './citations.ts';
import type { ListEntry } from './entry.ts';

const entries: ListEntry[] = [
  { key: 'a', names: 'Doe', year: '2018a' },
  { key: 'b', names: 'Doe', year: '2018b' },
  { key: 'c', names: 'Roe et al.', year: '2019' },
];

function style(packages: Record<string, string>, labelled = false, listStyle = '') {
  const preamble = new Preamble();
  for (const [name, options] of Object.entries(packages)) preamble.use(name, options);
  return citationStyle(preamble, labelled, { setStyle: [], listStyle });
}

function shown(packages: Record<string, string>, form: CitationForm, keys: string[], after = ''): string {
  const citations = new Citations();
  const place = citations.cite([{ keys, before: [], after: after === '' ? [] : [after] }], form);
  citations.resolve(entries, style(packages));
  return rawText(place);
}

describe('citations', () => {
  it.each<[string, Record<string, string>, CitationForm, string[], string]>([
    ['natbib, bracketed', { natbib: '' }, 'bracketed', ['a', 'b', 'c'], '(Doe, 2018a,b; Roe et al., 2019)'],
    ['natbib, textual', { natbib: '' }, 'textual', ['c'], 'Roe et al. (2019)'],
    ['natbib, plain', { natbib: '' }, 'plain', ['c'], 'Roe et al. (2019)'],
    ['natbib with squares', { natbib: 'square' }, 'bracketed', ['c'], '[Roe et al., 2019]'],
    ['natbib, numbers', { natbib: 'numbers' }, 'bracketed', ['c', 'a'], '[3, 1]'],
    ['natbib, sorted and compressed', { natbib: 'numbers,sort&compress' }, 'plain', ['c', 'a', 'b'], '[1–3]'],
    ['natbib, raised', { natbib: 'super' }, 'plain', ['a', 'b'], '1,2'],
    ['natbib, numbers in the text', { natbib: 'numbers' }, 'textual', ['a'], 'Doe [1]'],
    ['ACL, plain', { acl: '' }, 'plain', ['c'], '(Roe et al., 2019)'],
    ['biblatex by year', { biblatex: 'style=authoryear' }, 'bracketed', ['c'], '(Roe et al. 2019)'],
    ['biblatex by number', { biblatex: '' }, 'plain', ['b', 'a'], '[1, 2]'],
    ['nothing', {}, 'plain', ['a', 'c'], '[1, 3]'],
    ['an unknown key', { natbib: '' }, 'bracketed', ['x'], '(x?, ?)'],
  ])('%s', (_, packages, form, keys, text) => expect(shown(packages, form, keys)).toBe(text));

  it('carry notes', () => {
    expect(shown({ natbib: '' }, 'textual', ['c'], 'p. 3')).toBe('Roe et al. (2019, p. 3)');
    expect(shown({}, 'plain', ['c'], 'p. 3')).toBe('[3, p. 3]');
  });

  it('go by what the list of references has', () => {
    expect(style({}, true).kind).toBe('author-year');
    expect(style({ natbib: '' }, false, 'plain').kind).toBe('number');
    expect(style({ natbib: '' }, false, 'plainnat').kind).toBe('author-year');
    expect(style({ IEEEtran: '', natbib: '' }, true).kind).toBe('number');
  });
});
