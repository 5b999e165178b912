import type { Term } from '@rdfjs/types';
import { parseQuads } from '@askg/ddm';

/** A literal of the project's parser. */
export function plainLiteral(text: string, datatype?: string): Term {
  const type = datatype === undefined ? '' : `^^<${datatype}>`;
  const [quad] = parseQuads(`<urn:a> <urn:b> ${JSON.stringify(text)}${type} .`, 'text/turtle');
  if (quad === undefined) throw new Error('A literal gave no term.');
  return quad.object;
}

/** A blank node that no other place has. */
export function freshNode(): Term {
  const [quad] = parseQuads('<urn:a> <urn:b> [] .', 'text/turtle');
  if (quad === undefined) throw new Error('A blank node gave no term.');
  return quad.object;
}
