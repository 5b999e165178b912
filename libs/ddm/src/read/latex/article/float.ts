import type { XmlNode } from '../../xml/tree.ts';

export type FloatKind = 'figure' | 'table' | 'algorithm' | 'listing';

/** A caption with the number it was given, and what of the float's content belongs to it. */
export type Caption = { kind: FloatKind; label: string | undefined; text: readonly XmlNode[] };

/** A figure or table being read. */
export type Float = {
  readonly kind: FloatKind;
  readonly captions: Caption[];
  /** How many captions of panels were met. */
  panels: number;
  /** Whether a panel is being read. */
  inPanel: boolean;
};
