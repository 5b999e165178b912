import { ddm } from '@askg/ddm';
import { lex } from '../linking/namespaces.ts';
import type { Outline } from './outline.ts';

const author = `${lex}author`;

/**
 * "Who wrote the cited work X": the authors of a work that is only cited are text of its reference, and no people of the graph.
 * @returns the outline read so, where it asks who wrote something and names a reference
 */
export function askCitedAuthors(outline: Outline): Outline | undefined {
  const { items, hints, target } = outline;
  const asked = items[target ?? -1];
  const namesWork = items.some(({ names: [name] }) => name?.cls === ddm.Reference && name.property !== ddm.authors);
  const isWho =
    asked?.isQuestionWord === true && asked.senses.some((sense) => sense.kind === 'class' && sense.cls === ddm.Person);
  if (!isWho || !namesWork || !hints.some(({ relations }) => relations.includes(author))) return undefined;
  return {
    ...outline,
    items: items.map((item, i) =>
      i === target ? { ...item, senses: [{ kind: 'value', relation: ddm.authors }] } : item,
    ),
    hints: hints.map((hint) =>
      hint.relations.includes(author) ? { ...hint, relations: [...hint.relations, ddm.authors] } : hint,
    ),
  };
}
