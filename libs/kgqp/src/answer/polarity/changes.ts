import { wordsOf } from '../../evidence/words.ts';

const up =
  /^(?:increas\w*|higher|high|greater|more|elevat\w*|enhanc\w*|promot\w*|induc\w*|activat\w*|improv\w*|gain\w*|upregulat\w*|rais\w*|rise\w*|rising|longer|larger|better|stronger|accelerat\w*|stimulat\w*|positiv\w*|expan[ds]\w*|faster|boost\w*|facilitat\w*|augment\w*|amplif\w*|rescu\w*|restor\w*|accurate|effective\w*|benefi\w*|favou?r\w*|grow\w*|strengthen\w*|superior|exceed\w*|outperform\w*|prolong\w*|hypersensiti\w*)$/i;
const down =
  /^(?:decreas\w*|lower\w*|low|less|fewer|reduc\w*|inhibit\w*|suppress\w*|prevent\w*|impair\w*|declin\w*|downregulat\w*|shorter|smaller|worse\w*|weaker|attenuat\w*|diminish\w*|block\w*|negativ\w*|inverse\w*|poor\w*|protect\w*|slow\w*|imped\w*|damag\w*|deactivat\w*|dampen\w*|disrupt\w*|inaccura\w*|ineffective\w*|harm\w*|inferior|degrad\w*|drop(?:s|ped|ping)?|fall\w*|fell|minimi[sz]\w*|limit\w*|avoid\w*|abolish\w*|abrogat\w*|eliminat\w*|hamper\w*|hinder\w*|interfer\w*|repress\w*|restrict\w*|delay\w*|antagoni\w*)$/i;
const lost =
  /\b(?:loss of|lack(?:s|ing)? of|lacking|absence of|deficien\w*|knock-?(?:out|down)\w*|deplet\w*|delet\w*|ablat\w*|silenc\w*|null|without|inhibitors?|blockade|eliminating|disruption of|non-?use)\b|[−-]\/[−-]/i;

/** Whether what a text tells of goes up on the whole (1), down (-1), or neither. */
function directionOf(text: string): -1 | 0 | 1 {
  const words = wordsOf(text);
  const sum = words.filter((word) => up.test(word)).length - words.filter((word) => down.test(word)).length;
  return sum > 0 ? 1 : sum < 0 ? -1 : 0;
}

/** Whether a text is about what happens when a thing is away. */
function isOfLoss(text: string): boolean {
  return lost.test(text);
}

/** Whether two texts have a change go the same way (1) or ways that oppose (-1). Where one is about a loss the ways turn. */
export function sameWay(one: string, other: string): number {
  return directionOf(one) * directionOf(other) * (isOfLoss(one) === isOfLoss(other) ? 1 : -1);
}

const ratio =
  /\b(?:ratios?|risk|OR|HR|RR|aOR|aHR)\b[^\d.]{0,25}(\d+[.·]\d+)(?:[^\d]{0,40}(\d+[.·]\d+)\s*(?:to|[-–,])\s*(\d+[.·]\d+))?/g;

/** Ratios of odds, hazards or risk in a text: above 1 (1), below (-1), or with an interval that holds 1 (0). */
export function ratiosIn(text: string): number[] {
  return [...text.matchAll(ratio)].map((match) => {
    const [value = 1, low = NaN, high = NaN] = match.slice(1).map((each) => Number(each?.replace('·', '.')));
    return low <= 1 && high >= 1 ? 0 : Math.sign(value - 1);
  });
}
