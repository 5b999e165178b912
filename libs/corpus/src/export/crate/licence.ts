import { type Entity, entity } from './entity.ts';

const creativeCommons = /^https?:\/\/creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i;

/** The licence of a paper as an entity; nothing where the paper does not tell it. */
export function licenceEntity(licence: string | undefined): Entity | undefined {
  if (licence === undefined || licence.trim() === '') return undefined;
  if (!/^https?:\/\/\S+$/.test(licence)) {
    return entity('#licence', 'CreativeWork', { name: 'Licence of the paper', description: licence });
  }
  const name = nameOf(licence);
  const description = name === licence ? 'The licence that the paper names.' : `Creative Commons: ${name}`;
  return entity(licence, 'CreativeWork', { name, description });
}

function nameOf(url: string): string {
  const [, kind, terms = '', version = ''] = creativeCommons.exec(url) ?? [];
  if (kind === undefined) return url;
  if (kind.toLowerCase() === 'licenses') return `CC ${terms.toUpperCase()} ${version}`;
  return terms.toLowerCase() === 'zero' ? `CC0 ${version}` : `Public Domain Mark ${version}`;
}
