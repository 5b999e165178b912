import { childElements, collapse, plainText, rawText, type XmlElement } from '../../xml/tree.ts';
import { mathText } from '../math/math-text.ts';
import { nameInList } from '../front/person-names.ts';

/**
 * An entry composed of fields, in the order of a common reference style:
 * Authors (date). Title. Editors. Container volume(issue): pages. Edition. Place: publisher. Identifiers. The rest.
 */
export function composeCitation(citation: XmlElement): string {
  const fields = new Fields(citation);
  const authors = fields.people((type) => type !== 'editor' && type !== 'translator');
  const date = fields.date();
  const title = fields.take('article-title', 'chapter-title', 'data-title', 'part-title', 'trans-title');
  const editors = fields.people(() => true);
  const sentences = [
    [authors, date === '' ? '' : `(${date})`].filter((part) => part !== '').join(' '),
    title,
    editors === '' ? '' : `${editors} (ed.)`,
    fields.container(),
    fields.take('series', 'edition', 'version'),
    fields.take('conf-name', 'conf-date', 'conf-loc', 'conf-sponsor'),
    [fields.take('publisher-loc'), fields.take('publisher-name')].filter((part) => part !== '').join(': '),
    fields.identifiers(),
    fields.rest(),
  ];
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.?!]["'”’)]?$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}

class Fields {
  #left: XmlElement[];

  constructor(citation: XmlElement) {
    this.#left = childElements(citation).filter(({ name }) => name !== 'label');
  }

  #remove(wanted: (element: XmlElement) => boolean): XmlElement[] {
    const found = this.#left.filter(wanted);
    this.#left = this.#left.filter((element) => !found.includes(element));
    return found;
  }

  take(...names: string[]): string {
    return this.#remove(({ name }) => names.includes(name))
      .map(fieldText)
      .filter((text) => text !== '')
      .join(', ');
  }

  people(wanted: (type: string | undefined) => boolean): string {
    const groups = this.#remove(
      ({ name, attributes }) => name === 'person-group' && wanted(attributes['person-group-type']),
    );
    const loose = this.#remove(({ name }) => personNames.has(name));
    return [...loose, ...groups.flatMap(childElements)]
      .map((person) => (person.name === 'name' ? nameInList(person) : plainText(person) || etAl(person)))
      .filter((name) => name !== '')
      .join(', ');
  }

  date(): string {
    const parts = ['year', 'month', 'season', 'day'].map((name) => this.take(name));
    const known = parts.filter((part) => part !== '');
    if (known.length === 0) return this.take('date', 'string-date');
    return known.every((part) => /^\d+$/.test(part)) ? known.join('-') : known.join(' ');
  }

  container(): string {
    const source = this.take('source');
    const volume = this.take('volume');
    const issue = this.take('issue');
    const first = this.take('fpage');
    const last = this.take('lpage');
    const range = this.take('page-range');
    const other = this.take('elocation-id');
    const printed = range || [first, last === first ? '' : last].filter((page) => page !== '').join('–') || other;
    const numbers = volume + (issue === '' ? '' : `(${issue})`);
    const place = [numbers, printed].filter((part) => part !== '').join(': ');
    return [source, place].filter((part) => part !== '').join(' ');
  }

  identifiers(): string {
    return this.#remove(({ name }) => name === 'pub-id' || name === 'object-id')
      .map((element) => {
        const type = element.attributes['pub-id-type'];
        return identifierText(type?.toLowerCase() ?? '', plainText(element));
      })
      .join('. ');
  }

  rest(): string {
    return this.#remove(() => true)
      .map(fieldText)
      .filter((text) => text !== '')
      .join('. ');
  }
}

const personNames = new Set(['name', 'string-name', 'collab', 'etal', 'name-alternatives', 'anonymous']);

function etAl(element: XmlElement): string {
  return element.name === 'etal' ? 'et al.' : '';
}

function fieldText(element: XmlElement): string {
  if (element.name === 'mml:math') return mathText(element);
  const nested = childElements(element);
  // Fields in fields (a date with its parts) have no text between them.
  const apart =
    nested.length > 1 && element.children.every((child) => typeof child !== 'string' || child.trim() === '');
  const text = apart ? nested.map(fieldText).join(' ') : collapse(rawText(element));
  return text === '' ? (element.attributes['xlink:href'] ?? '') : text.replace(/^[,;]\s*/, '');
}

/** An identifier with the name of its scheme, as reference lists print it. */
export function identifierText(type: string, value: string): string {
  switch (type) {
    case 'doi':
      return `doi:${value.replace(/^doi:\s*/i, '')}`;
    case 'pmid':
      return `PMID: ${value}`;
    case 'pmcid':
      return `PMCID: ${value}`;
    default:
      return value;
  }
}
