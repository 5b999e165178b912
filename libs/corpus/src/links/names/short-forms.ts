import { foldUmlauts } from './fold-umlauts.ts';

/** Given names and the short forms that their bearers publish under. */
const forms = `
abigail abby | abraham abe | albert al bert | alexander alex sasha | alexandra alex sasha | alfred al fred | andrew andy drew
| anthony tony | antonio toni | barbara barb | benjamin ben | bernard bernie | catherine cathy kate | charles charlie chuck
| christian chris | christina chris tina | christine chris | christoph chris | christopher chris | cynthia cindy
| daniel dan danny | david dave | deborah deb debbie | dennis denny | donald don | douglas doug | edward ed eddie ted
| elizabeth liz beth betsy | eugene gene | francis frank | franklin frank | frederick fred | gerald gerry jerry
| gregory greg | harold hal | henry hank | jacob jake | james jim jimmy | jeffrey jeff | jennifer jen jenny | jeremy jerry
| jerome jerry | jonathan jon | joseph joe | joshua josh | katherine kathy kate katie | kathleen kathy | kenneth ken
| lawrence larry | leonard len | leonardo leo | margaret maggie meg peggy | matthew matt | maximilian max | michael mike mick
| mikhail misha | mitchell mitch | nathan nate | nathaniel nate nat | nicholas nick | nicolas nick | nikolaos nikos
| konstantinos kostas | dimitrios dimitris | ioannis yannis giannis | georgios giorgos | pamela pam | patricia pat trish
| patrick pat | peter pete | philip phil | phillip phil | rebecca becky | richard rich rick dick | robert rob bob bobby
| roderick rod | ronald ron | rudolf rudi | russell russ | samantha sam | samuel sam | sebastian seb | stanley stan
| stephen steve | steven steve | susan sue | sylvester syl | theodore ted theo | theresa terry | thomas tom tommy
| timothy tim | valerie val | victor vic | victoria vicky | vincent vince | walter walt | william will bill billy
| zachary zach zack
`;

const longForms = new Map<string, Set<string>>();
for (const group of forms.split('|')) {
  const [long = '', ...shorts] = group.trim().split(/\s+/).map(foldUmlauts);
  for (const short of shorts) longForms.set(short, (longForms.get(short) ?? new Set()).add(long));
}

/** Whether one given name is a short form of the other, or both are of a third; folded names. */
export function areShortForms(a: string, b: string): boolean {
  return (longForms.get(a)?.has(b) ?? false) || (longForms.get(b)?.has(a) ?? false);
}

/** The first letter of a folded given name and of the names that it is short for. */
export function initialsOf(given: string): string[] {
  return [...new Set([given, ...(longForms.get(given) ?? [])].map((name) => name.slice(0, 1)))];
}
