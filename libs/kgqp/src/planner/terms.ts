import type { Literal, Term } from '@askg/graph';
import { xsd } from '@askg/ddm';

export const integer = (value: number): Literal => ({ literal: String(value), datatype: xsd.integer });
export const variable = (name: string): Term => ({ variable: name });
