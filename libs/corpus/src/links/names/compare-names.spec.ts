import { describe, expect, it } from '@jest/globals';
import { areRelated, compareNames } from './compare-names.ts';
import { readName, type WrittenName } from './person-name.ts';

const read = (name: string | WrittenName) => readName(typeof name === 'string' ? { name } : name);

describe('names that can be one person’s', () => {
  it.each<[string, string | WrittenName, string | WrittenName, number]>([
    ['accents and case', 'José Nuñez', 'JOSE NUNEZ', 0],
    ['umlauts written out', 'Felicia Körner', 'Felicia Koerner', 0],
    ['letters that Unicode does not take apart', 'Søren Łukasz Strauß', 'Soren Lukasz Strauss', 0],
    ['hyphens and spaces', 'Jun-ichi Tsujii', 'Junichi Tsujii', 0],
    ['a given name in two words', 'Xiao Ming Wu', 'Xiaoming Wu', 0],
    ['the family name first', 'Doe, Jane', 'Jane Doe', 0],
    ['initials', 'J. R. Doe', 'Jane Rosa Doe', 0],
    ['initials written together', 'JR Doe', 'J. R. Doe', 0],
    ['a middle name left out', 'Jane R. Doe', 'Jane Doe', 0],
    ['particles', 'Ludwig van der Berg', 'Ludwig Berg', 0],
    ['a suffix', 'Martin King, Jr.', 'Martin King', 0],
    ['initials that look like a suffix', { name: 'IV Petrov', given: 'IV', family: 'Petrov' }, 'Ivan Petrov', 0],
    ['a short form', 'Mike Rosner', 'Michael Rosner', 1],
    ['a name cut short', 'Srini Janarthanam', 'Srinivasan Janarthanam', 2],
    ['a first name left out', 'J. Robert Oppenheimer', 'Robert Oppenheimer', 1],
    ['one of two family names', { name: '', given: 'Héctor', family: 'Martínez Alonso' }, 'Hector Martinez', 1],
    [
      'a middle name that is a family name',
      { name: '', given: 'Solomon', family: 'Teferra Abate' },
      { name: '', given: 'Solomon Teferra', family: 'Abate' },
      1,
    ],
    ['the other order', 'Kranti Chalamalasetti', 'Chalamalasetti Kranti', 1],
    ['another transliteration', 'Sergey Nikolaev', 'Sergei Nikolaev', 1],
    ['Cyrillic', 'Сергей Иванов', 'Sergei Ivanov', 0],
  ])('differ in %s', (_, a, b, strain) => {
    expect(compareNames(read(a), read(b))?.strain).toBe(strain);
    expect(compareNames(read(b), read(a))?.strain).toBe(strain);
  });

  it('share what the less exact of them says', () => {
    expect(compareNames(read('J. Doe'), read('Jane Rosa Doe'))?.shared).toEqual([['j']]);
    expect(compareNames(read('Mike Rosner'), read('Michael Rosner'))?.shared).toEqual([['michal', 'mike']]);
  });
});

describe('names that cannot', () => {
  it.each([
    ['Jane Doe', 'John Doe'],
    ['Jane Doe', 'Jane Roe'],
    ['Jane A. Doe', 'Jane B. Doe'],
    ['Martin King Jr.', 'Martin King Sr.'],
    ['Yijiang Liu', 'Yang Liu'],
    ['Jian Wang', 'Yan Wang'],
    ['Doe', 'Jane Doe'],
  ])('%s, %s', (a, b) => {
    expect(compareNames(read(a), read(b))).toBeUndefined();
    expect(compareNames(read(b), read(a))).toBeUndefined();
  });

  it('are related by one word, or when they are in another script', () => {
    expect(areRelated(read('Maria Berger'), read('Maria Moritz'))).toBe(true);
    expect(areRelated(read('Wei Wang'), read('王伟'))).toBe(true);
    expect(areRelated(read('Marisa Lim'), read('Abhijna Parigi'))).toBe(false);
  });
});
