const list = `
a an the this that these those such same other another each every either neither both all any some many much more most several few little less least no not none
i we you he she it they me us him her them my our your his its their ours one ones own itself themselves who whom whose which what
of in on at by to for from with without within into onto over under between among across against along through throughout during before after since until
upon about above below around toward towards via per than as like unlike despite except beyond near off out up down
and or but nor so yet if then else because although though while whereas whether when where why how however therefore thus hence moreover furthermore
be is are was were been being am do does did done have has had having can could may might must shall should will would cannot
also only even very too just still already again always often sometimes usually never here there now thereby therein respectively rather quite almost mainly mostly
especially particularly specifically generally typically previously recently currently directly simply easily fully highly widely well better best worse first second third last next finally
use uses used using based given shown show shows showed showing found find finds made make makes making provide provides provided providing allow allows allowed allowing
include includes included including following follow follows followed described describe describes consider considered considering obtained obtain observed observe reported report
presented present presents propose proposed proposes performed perform performs applied apply applies compared compare required require requires need needs needed
become becomes became known seen see et al eg ie etc fig figure figures table tables section sections equation equations eq ref refs vs
new novel different various certain particular specific similar important main large small high low higher lower larger smaller greater good great long short possible available common
due according related associated able likely respect terms term order case cases way ways number numbers set sets example examples instance part parts kind kinds type types
two three four five six seven eight nine ten hundred thousand half total
work works study studies paper papers article articles author authors research result results method methods approach approaches
help helps helped enable enables enabled support supports supported aim aims aimed goal goals focus focused focuses contain contains contained consist consists
create created creates creating develop developed develops developing define defined defines implement implemented implements design designed run runs running take takes taken taking
get gets give gives go goes come comes keep keeps let lets want wants know learn lead leads led increase increased increases decrease decreased change changes changed
e g i.e e.g non many-to
`;

/** Verbs of every paper, in the base form; those whose other forms name topics (model, learn, cluster) are not here. */
const verbs = `
accomplish achieve acknowledge acquire act adapt address adopt advance affect affirm agree analyse analyze answer appear argue arise ask assess assign assist assume assure attach attempt attract avoid
become begin belong benefit bring build calculate capture carry cause choose cite claim clarify combine come complement complete comprise conclude conduct confirm connect constitute construct contribute
convert cover deal decide deliver demonstrate depend derive describe deserve determine devise differ discover discuss display distinguish divide drive ease elicit emerge emphasize employ encounter encourage
enhance ensure enter entail establish evaluate evolve examine exceed exhibit exist expand expect explain explore expose express facilitate fail fall favor favour fit follow form fulfill gain gather generate
grow guarantee guide handle happen highlight hold identify illustrate imagine impose improve incorporate indicate infer inform inspire install integrate intend introduce investigate invite involve join
justify lack last leverage lie list live look lose maintain manage manifest mean measure meet mention motivate move necessitate notice obtain occur offer open operate organise organize originate outline outperform
overcome participate pass pay permit play point pose possess precede prefer prepare prevent proceed produce promote prove publish pursue raise range reach realise realize receive recognise recognize recommend reduce refer
reflect regard relate release rely remain remove render repeat replace represent resolve respond result retain return reveal rise satisfy say seek seem select send serve share show simplify solve speak specify spend
stand start state stay stem stop strive struggle submit succeed suffer suggest suit summarise summarize supply surround tackle tell tend think transform treat try turn undergo underlie understand undertake
utilise utilize vary visit wait weigh wish wonder write yield
anyone anything everyone everything someone something nobody nothing
`;

const generic = `
analysis approach attempt author background basis book category chapter class code collection comparison component concept condition content context control course data dataset
detail development difference discussion effect effort element environment evaluation evidence exercise experience experiment factor feature file form framework function
future group guide idea impact implementation information input insight interest introduction issue item key kind knowledge layer learner lesson level library limit limitation
list literature management material measure measurement mechanism metric model modelling modeling module name need object objective option output overview package page pair parameter participant
pattern people person piece place plan platform point policy population practice presence problem procedure process product program programme project property protocol purpose quality question
range rate ratio reason relation relationship resource response review risk role rule sample scale school science scientist score sequence series service session setting side site size skill software solution
source space stage standard state step story strategy structure student subject summary system task teacher teaching technique technology test text theory time tool topic track trend trial tutorial understanding
unit university user value variable variation version video view week workflow workshop world year researcher practitioner community country team member participant challenge opportunity area field domain
answer audience citation delivery distribution educator graduate improvement instructor lecture median notebook reader repository slide treatment website abstract style title hour today everyone
taught learned learnt came
`;

/** Nouns that say something of a subject only beside another word. */
export const genericWords: ReadonlySet<string> = new Set(wordsOf(generic));

/** Words that no topic begins or ends with, and that part one phrase from the next: English function words and the verbs, adjectives and nouns that every paper uses. */
export const stopWords: ReadonlySet<string> = new Set([...wordsOf(list), ...wordsOf(verbs).flatMap(formsOf)]);

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** The regular forms of an English verb. */
function formsOf(verb: string): string[] {
  const stem = verb.replace(/e$/u, '');
  const third = /(?:s|sh|ch|x|z|o)$/u.test(verb) ? `${verb}es` : verb.replace(/([^aeiou])y$/u, '$1ie').concat('s');
  const past = verb.endsWith('y') ? verb.replace(/([^aeiou])y$/u, '$1i').concat('ed') : `${stem}ed`;
  return [verb, third, past, `${stem}ing`];
}
