/**
 * Words that end in a full stop without ending a sentence, by what may follow them. Keys are written without the last
 * stop. Sets in lower case are looked up with the word folded; sets named `capitalised` as the word stands.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** They lead on to what follows, so no sentence ends here, whatever comes next. */
export const leading = words(`
  e.g i.e eg ie et cf cfr viz vs approx ca circa incl excl esp resp namely
  figs fig suppl supp supplem eq eqs eqn eqns refs vols pp pt pts secs sects chs eds
  z.b d.h u.a s.o s.u bzw vgl abb p.ex par.ex p.e p.ej
`);

/** As `leading`, written with a space. */
export const spaced: ReadonlySet<string> = new Set(['e. g', 'i. e', 'z. b', 'd. h', 'u. a', 's. o', 'p. ex', 'p. e']);

/** Titles and parts of names, as they are written before a name. */
export const capitalisedTitles = words(`
  Dr Drs Prof Profs Mr Mrs Ms Mx Messrs St Ste Sta Mt Ft Rev Hon Gen Col Capt Cpt Lt Sgt Maj Gov Sen Rep Pres Fr
  Sr Sra Dra Mme Mlle Hr Frau Dipl Ing
`);

/**
 * They lead on to a number or a label; before anything else they are words like any other ("The answer is no.").
 * Those with a capital are so only with it ("state of the art").
 */
export const numbered = words(`
  no nos nr num rif sec sect tab tabs ref ch chap chaps appx p vol alg thm lem prop n° ser iss págs pág
  Art App Ex Def Cor Ed Kap Bd
`);

/** They may close a sentence: a capital alone does not show it ("U.S. Army"), a word that opens sentences does. */
export const mayClose = words(`
  u.s u.k u.n e.u u.s.a ph.d ph.ds m.d m.sc b.sc m.s b.s b.a m.a d.sc d.phil dr.med
  jr sr inc ltd co corp plc llc gmbh bros univ inst dept div assoc ave blvd
  a.m p.m a.d b.c b.c.e c.e
  sp spp ssp subsp var subvar cv nov gen str ser bv pv f.sp aff
  ibid op loc cit et.al n.gen n.sp gen.nov sp.nov comb.nov avg temp conc exp est dist misc
  usw ggf evtl env
`);

/** Months, days and words of journal and place names: as above, but only capitalised. */
export const capitalisedMayClose = words(`
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri
  Nat Natl Proc Acad Sci Biol Chem Phys Lett Med Res Am Amer Soc Int Conf Trans Comput Appl Math Bull Ann Adv
  Genet Clin Exp Mol Env Environ Eng Mech Stat Psychol Neurosci Microbiol Biochem Biophys Immunol Pharmacol J
  Abs Diff Adj Rel Std Dev Freq
  Calif Mass Conn Penn Wash Minn Mich Wisc Tenn Ont
`);

/** Nouns that a single letter or number names: "vitamin C. Patients", not the initial of a person. */
export const classifiers = words(`
  vitamin vitamins type types group groups class classes panel panels hepatitis influenza factor step steps model
  models phase site arm cohort case cases appendix section table category stage grade part condition conditions
  experiment scenario option cyclosporin cyclosporine box domain immunoglobulin subtype chain cluster line point
  position set matrix chapter region protein serotype allele genotype haplotype variant state level plate cell cells
  component components sample variable node graph language programming method algorithm mode compartment antigen
  allele locus metaphase anaphase prophase meiosis complex polymerase strand team attractor digit digits vertex parameter constant coefficient vector layer task question hypothesis
`);

/** Names that end in an exclamation mark. */
export const exclaimedNames = words('yahoo joomla jeopardy yum wham oklahoma kahoot');

/** Words before a number or letter that together label a block: "Theorem 2. Let x be ..." is one sentence. */
export const labels = words(`
  fig figure table tab box scheme step theorem lemma definition proposition corollary remark example algorithm
  equation eq listing plate chart movie video appendix chapter section part abbildung tabelle figura tableau
`);

/** Months in full, as they follow the day in German and other languages ("am 3. Januar"). */
export const monthsAfterDay = words(`
  januar februar märz april mai juni juli august september oktober november dezember jänner
  janvier février mars avril juin juillet août septembre octobre novembre décembre
  január leden januari februari maart mei augustus
`);
