import type { Heading, Root, RootContent } from 'mdast';

export type PlacedFront = { title?: Heading; abstract: RootContent[]; rest: RootContent[] };

/**
 * Title and abstract of a file that has them as headings. The title is the first heading of a file that has no title in
 * its front matter, if nothing stands before it and no other heading is as high, or the first of several equal ones when
 * a heading "Abstract" or the first section follows later.
 */
export function placeFront(root: Root, hasTitle: boolean): PlacedFront {
  let rest = root.children;
  let title: Heading | undefined;
  const [first] = rest;
  if (!hasTitle && first?.type === 'heading') {
    title = first;
    rest = rest.slice(1);
  }
  const at = rest.findIndex((node) => node.type === 'heading' && /^abstract\.?$/i.test(headingText(node)));
  if (at < 0) return { ...(title ? { title } : {}), abstract: [], rest };
  const next = rest.findIndex((node, i) => i > at && node.type === 'heading');
  const end = next < 0 ? rest.length : next;
  return {
    ...(title ? { title } : {}),
    abstract: rest.slice(at + 1, end),
    rest: [...rest.slice(0, at), ...rest.slice(end)],
  };
}

function headingText({ children }: Heading): string {
  return children
    .map((child) => ('value' in child ? child.value : ''))
    .join('')
    .trim();
}
