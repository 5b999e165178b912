import type { Contributor } from '@askg/contract';
import { hasCheckDigit } from '../../jats/front/orcid.ts';
import { splitName } from '../../pdf/front/person-names.ts';
import { listField, textField } from './front-matter.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The authors of a front matter, as the journals of Open Journals and pandoc write them: names in one or in parts,
 * affiliations by their index, as text, or as objects.
 * @param noteText what a footnote (`[^1]`) of a name says
 */
export function readAuthors(fields: Fields, noteText: (label: string) => string | undefined): Contributor[] {
  const affiliations = new Map<string, string>();
  for (const item of listField(fields.affiliations ?? fields.affiliation)) {
    if (!isFields(item)) continue;
    const index = textField(item.index ?? item.id);
    const name = textField(item.name);
    if (index !== '' && name !== '') affiliations.set(index, name);
  }
  return listField(fields.authors ?? fields.author).flatMap((item): Contributor[] => {
    if (!isFields(item)) {
      return textField(item) === '' ? [] : [{ ...personOf(textField(item)), affiliations: [], role: 'author' }];
    }
    const printed = fullName(item);
    const notes = [...printed.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, label = '']) => noteText(label) ?? '');
    const name = printed.replaceAll(/\[\^[^\]\s]+\]|[*†‡]+$/g, '').trim();
    if (name === '') return [];
    const orcid = orcidOf(textField(item.orcid));
    const email = [textField(item.email), ...notes]
      .map((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.exec(text.trim())?.[0])
      .find(Boolean);
    return [
      {
        ...personOf(name, item),
        ...(orcid === undefined ? {} : { orcid }),
        ...(email === undefined ? {} : { email }),
        affiliations: affiliationsOf(item.affiliation ?? item.affiliations, affiliations),
        role: 'author',
      },
    ];
  });
}

const isGroup =
  /\b(?:group|consortium|collaboration|team|project|initiative|network|community|developers|contributors)$/i;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parts(item: Fields): { given: string; family: string } {
  const source = isFields(item.name) ? item.name : item;
  const given = textField(source.given ?? source['given-names'] ?? source.givenname ?? source.firstname);
  const particle = textField(source['dropping-particle'] ?? source['non-dropping-particle']);
  const family = textField(source.family ?? source.surname ?? source['family-names'] ?? source.lastname);
  return { given, family: [particle, family].filter((part) => part !== '').join(' ') };
}

function fullName(item: Fields): string {
  const { given, family } = parts(item);
  const literal = textField(item.name ?? item.literal);
  return literal === '' ? [given, family].filter((part) => part !== '').join(' ') : literal;
}

function personOf(name: string, item?: Fields): Pick<Contributor, 'name' | 'given' | 'family'> {
  const known = item ? parts(item) : { given: '', family: '' };
  if (known.family === '' && isGroup.test(name)) return { name };
  if (known.family === '' || item === undefined) return splitName(name);
  return { name, ...(known.given === '' ? {} : { given: known.given }), family: known.family };
}

/** Several indices may stand in one text ("1, 2"); what is no index is the name itself. */
function affiliationsOf(value: unknown, byIndex: ReadonlyMap<string, string>): string[] {
  const names = listField(value).flatMap((item): string[] => {
    if (isFields(item)) return [textField(item.name) || (byIndex.get(textField(item.index)) ?? '')];
    const text = textField(item);
    const indices = text.split(/\s*[,;&]\s*/).filter((index) => index !== '');
    return indices.every((index) => byIndex.has(index)) ? indices.map((index) => byIndex.get(index) ?? '') : [text];
  });
  return [...new Set(names.filter((name) => name !== ''))];
}

function orcidOf(text: string): string | undefined {
  const digits = /(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/i.exec(text)?.[1]?.toUpperCase();
  return digits !== undefined && hasCheckDigit(digits) ? digits : undefined;
}
