import type { AreaBlock, TextBlock } from '../blocks/block.ts';
import type { CaptionLabel } from '../blocks/caption-label.ts';
import type { ListMarker } from '../blocks/list-marker.ts';

/** A block that is known for what it is. `number` of a heading is as printed, without its last point. */
export type Unit =
  | { type: 'heading'; block: TextBlock; text: string; number?: string; depth: number }
  | { type: 'text'; block: TextBlock }
  | { type: 'item'; block: TextBlock; marker: ListMarker }
  | { type: 'code'; block: TextBlock }
  | { type: 'formula'; block: TextBlock }
  | { type: 'caption'; block: TextBlock; label: CaptionLabel }
  | { type: 'footnote'; block: TextBlock; label?: string }
  | { type: 'area'; block: AreaBlock };
