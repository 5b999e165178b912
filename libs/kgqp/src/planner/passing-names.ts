import { ddm } from '@askg/ddm';
import { isNodeColumn, type Plan } from './plan.ts';

/**
 * The names of the thing that papers are asked to mention, and nothing else asked of them. The graph holds what a paper names
 * with weight; others may say the same name in passing, which only their text tells.
 */
export function passingNames(plan: Plan): string[] {
  const { nodes, links, columns, groups, negated, missing, counts, ranks, required } = plan;
  const [column, ...further] = columns;
  const classes = nodes.map(({ cls }) => cls).toSorted();
  const isMention = [ddm.Entity, ddm.Paper, ddm.Sentence].toSorted().every((cls, i) => cls === classes[i]);
  const isPlain = [negated, missing, counts, ranks, required, groups, further].every((parts) => parts.length === 0);
  if (column === undefined || nodes.length !== 3 || !isMention || !isPlain) return [];
  if (!isNodeColumn(column) || nodes[column.node]?.cls !== ddm.Paper) return [];
  if (!links.some(({ relation }) => relation.id === ddm.mentions)) return [];
  const isBare = nodes.every(
    ({ cls, names, unknownName, years, concepts }) =>
      years.length + concepts.length === 0 && unknownName === undefined && names.length > 0 === (cls === ddm.Entity),
  );
  return isBare ? [...new Set(nodes.flatMap(({ names }) => names.flatMap(({ labels }) => labels)))] : [];
}
