import { mathText } from '../../jats/math/math-text.ts';
import { collapse, isElement, rawText, type XmlNode } from '../../xml/tree.ts';

/** Running text as characters on one line, formulas in their linear form; notes are left out. */
export function plainTextOf(nodes: readonly XmlNode[]): string {
  return collapse(textOfNodes(nodes));
}

/** The same with white space as it is. */
export function textOfNodes(nodes: readonly XmlNode[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: XmlNode): string {
  if (!isElement(node)) return node;
  if (node.name === 'mml:math') return mathText(node);
  if (node.name === 'fn') return '';
  return node.name === 'tex-math' ? rawText(node) : textOfNodes(node.children);
}
