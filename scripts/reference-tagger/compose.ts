import type { Example } from '../../libs/ddm/src/read/pdf/references/model/train.ts';
import { toExample } from './labelled-text.ts';
import type { ReferenceParts } from './parts-of-example.ts';
import { apa, elsevier } from './styles/author-date.ts';
import { ams, biblatex, bibtex } from './styles/bibliography-tools.ts';
import { acl, acm, ieee, springer } from './styles/computing.ts';
import { chicago, mla } from './styles/humanities.ts';
import { aps, nature, vancouver } from './styles/sciences.ts';
import type { Pick, Style } from './styles/writing.ts';

/** Those that most papers use stand in it twice. */
const styles: readonly [Style, ...Style[]] = [
  apa,
  apa,
  bibtex,
  bibtex,
  ieee,
  acm,
  acl,
  vancouver,
  nature,
  chicago,
  elsevier,
  aps,
  springer,
  mla,
  ams,
  biblatex,
];

/** The same reference in one of the styles that journals ask for, labelled part by part. */
export function compose(parts: ReferenceParts, pick: Pick): Example | undefined {
  return toExample(pick(styles)(parts, pick));
}
