import { attribute, collapse, idRefs, isElement, rawText, type XmlElement, type XmlNode } from '../../xml/tree.ts';
import { chooseAlternative } from './alternatives.ts';
import { citationNames } from '../references/citation-elements.ts';
import type { Flow, JatsContext } from '../context.ts';
import { hidden } from './hidden.ts';
import { separateNames, silentNames, spacedNames, transparentNames, unprintedNames } from './element-kinds.ts';
import { readFormula } from '../math/formulas.ts';
import { mathText } from '../math/math-text.ts';
import { nameAsPrinted } from '../front/person-names.ts';
import { rawCitation } from '../references/reference-raw.ts';
import { appendScript } from './scripts.ts';
import { cleanTex } from '../math/tex.ts';

type InlineReader = (element: XmlElement, flow: Flow, context: JatsContext) => void;

/** Appends a node as running text; what is no running text (notes, figures, tables) goes to `flow.lifted`. */
export function appendNode(node: XmlNode, flow: Flow, context: JatsContext): void {
  if (!isElement(node)) {
    if (!flow.hasOwnText && /\S/.test(node)) flow.hasOwnText = true;
    flow.text.append(node);
    return;
  }
  const reader = readers[node.name];
  if (reader) reader(node, flow, context);
  else if (transparentNames.has(node.name)) context.appendChildren(node, flow);
  else if (separateNames.has(node.name)) {
    flow.text.break();
    context.appendChildren(node, flow);
    flow.text.break();
  } else if (spacedNames.has(node.name)) {
    flow.text.space();
    context.appendChildren(node, flow);
    flow.text.space();
  } else if (silentNames.has(node.name)) appendSilent(node, flow, context);
  else if (unprintedNames.has(node.name)) {
    context.findings.dropped(unprintedNames.get(node.name) ?? node.name, collapse(rawText(node)).length);
  } else {
    context.findings.unknown(node.name);
    flow.text.space();
    context.appendChildren(node, flow);
    flow.text.space();
  }
}

const readers: Record<string, InlineReader> = Object.assign(Object.create(null) as Record<string, InlineReader>, {
  xref: appendCrossReference,
  sup: appendScript,
  sub: appendScript,
  break: (_element, flow) => flow.text.space(),
  'ext-link': appendLink,
  uri: appendLink,
  email: appendAtom,
  monospace: appendAtom,
  code: appendAtom,
  'inline-formula': appendAtom,
  'mml:math': (element, flow) => appendWords(mathText(element), flow),
  'tex-math': (element, flow) => appendWords(cleanTex(rawText(element)), flow),
  alternatives: appendAlternative,
  'name-alternatives': appendAlternative,
  'collab-alternatives': appendAlternative,
  'aff-alternatives': appendAlternative,
  'disp-formula': appendFormula,
  [hidden]: appendHidden,
  name: (element, flow) => appendWords(nameAsPrinted(element), flow),
  def: (element, flow, context) => {
    flow.text.space();
    context.appendChildren(element, flow);
  },
  ...Object.fromEntries(
    ['fn', 'fig', 'fig-group', 'table-wrap', 'table-wrap-group', 'supplementary-material', 'chem-struct-wrap'].map(
      (name) => [name, liftBlocks],
    ),
  ),
  ...Object.fromEntries(
    [...citationNames, 'citation-alternatives'].map((name): [string, InlineReader] => [
      name,
      (element, flow) => {
        flow.text.space();
        appendWords(rawCitation(element), flow);
        flow.text.space();
      },
    ]),
  ),
} satisfies Record<string, InlineReader>);

function appendWords(words: string, flow: Flow): void {
  if (words !== '') flow.hasOwnText = true;
  flow.text.append(words);
}

/** A cross-reference cites if the source says so, or if it says nothing and points at entries of a list. */
function citedIds(element: XmlElement, context: JatsContext): string[] | undefined {
  const type = attribute(element, 'ref-type');
  const ids = idRefs(element, 'rid');
  const entries = ids.map((id) => context.references.find(id, context.scope));
  const cites = type === 'bibr' || (type === undefined && ids.length > 0 && entries.every(Boolean));
  return cites ? ids.map((id, i) => entries[i]?.sourceIds[0] ?? id) : undefined;
}

function appendCrossReference(element: XmlElement, flow: Flow, context: JatsContext): void {
  const targets = citedIds(element, context);
  if (!targets) {
    for (const id of idRefs(element, 'rid')) {
      if (context.section && !context.mentionedIn.has(id)) context.mentionedIn.set(id, context.section);
    }
    context.appendChildren(element, flow);
    return;
  }
  flow.text.open({ kind: 'citation', targets });
  if (rawText(element).trim() === '') appendWords(attribute(element, 'alt') ?? '', flow);
  else context.appendChildren(element, flow);
  flow.hasOwnText = true;
  flow.text.close();
}

/** A sentence of its own, so that what is shown beside it is not flagged too. */
function appendHidden(element: XmlElement, flow: Flow, context: JatsContext): void {
  flow.text.break().open({ kind: 'hidden' });
  context.appendChildren(element, flow);
  flow.text.close().break();
}

/** A link that shows no text shows its address. */
function appendLink(element: XmlElement, flow: Flow, context: JatsContext): void {
  const shown = rawText(element).trim();
  if (shown === '') appendWords(attribute(element, 'xlink:href') ?? '', flow);
  else if (/\s/.test(shown)) context.appendChildren(element, flow);
  else appendAtom(element, flow, context);
}

function appendAtom(element: XmlElement, flow: Flow, context: JatsContext): void {
  flow.text.open({ kind: 'atom' });
  context.appendChildren(element, flow);
  flow.text.close();
}

function appendAlternative(element: XmlElement, flow: Flow, context: JatsContext): void {
  const { chosen, others } = chooseAlternative(element);
  for (const other of others) context.findings.dropped('other forms of the same', collapse(rawText(other)).length);
  if (chosen) context.append(chosen, flow);
}

/** A displayed formula stands in its sentence as on the page, and is a unit of its own besides. */
function appendFormula(element: XmlElement, flow: Flow, context: JatsContext): void {
  const { formula, lifted } = readFormula(element, context);
  flow.text.space();
  if (formula.text !== '') flow.text.open({ kind: 'atom' }).append(formula.text).close().space();
  flow.lifted.push(formula, ...lifted);
}

function liftBlocks(element: XmlElement, flow: Flow, context: JatsContext): void {
  for (const block of context.blocks({ name: 'lifted', attributes: {}, children: [element] })) {
    flow.lifted.push(block);
  }
}

function appendSilent(element: XmlElement, flow: Flow, context: JatsContext): void {
  if (element.name === 'inline-graphic' && !/[\p{L}\p{N}]/u.test(rawText(element))) {
    context.findings.count(
      'ddm/inline-image',
      'info',
      'Symbols or formulas in the text that the source gives as images only.',
    );
  }
  context.appendChildren(element, flow);
}
