import { words } from '../xml/names.ts';

/** "name character" pairs. */
function pairs(list: string): [string, string][] {
  const items = words(list);
  return items.flatMap((name, i): [string, string][] => (i % 2 === 0 ? [[name, items[i + 1] ?? '']] : []));
}

/** Commands that stand for a letter. */
export const letters = new Map(
  pairs(`
  alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
  nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ wp ℘ nabla ∇ partial ∂ infty ∞ emptyset ∅ varnothing ∅ degree °
  dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ AA Å top ⊤ bot ⊥
  `),
);

/** Commands that stand for an operator, a relation, an arrow or a bracket. */
export const operators = new Map(
  pairs(`
  times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ wedge ∧ land ∧
  vee ∨ lor ∨ cap ∩ cup ∪ setminus ∖ sqcup ⊔ amalg ⨿ dagger † ddagger ‡ neg ¬ lnot ¬ forall ∀ exists ∃ nexists ∄
  leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ equiv ≡ approx ≈ cong ≅ sim ∼ simeq ≃ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻
  leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ triangleq ≜ doteq ≐ asymp ≍ models ⊨ vdash ⊢ mid ∣ nmid ∤ parallel ∥
  in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ perp ⊥ angle ∠ triangle △ square □ Box □ checkmark ✓
  to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ implies ⟹
  mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ longmapsto ⟼ Longrightarrow ⟹ uparrow ↑ downarrow ↓ hookrightarrow ↪
  sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀
  langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] vert | lvert | rvert |
  Vert ‖ lVert ‖ rVert ‖ backslash \\ colon : therefore ∴ because ∵ prime ′ slash /
  { { } } | ‖ % % # # $ $ & & _ _
  `),
);

/** Names of functions, printed upright. */
export const functions = new Set(
  words(`
  sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan log ln lg exp min max inf sup lim liminf limsup det
  dim ker deg gcd hom arg Pr argmin argmax
  `),
);

/** Spaces and commands of layout, which say nothing. */
export const silent = new Set(
  words(`
  , ; : ! > quad qquad enspace thinspace medspace thickspace displaystyle textstyle scriptstyle scriptscriptstyle
  limits nolimits nonumber notag big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm middle
  boldmath unboldmath hfill allowbreak relax strut protect centering small normalsize rm bf it cal
  `),
);

/** Commands that change only how their argument looks. */
export const styles = new Set(
  words(`
  mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm pmb symbfup symbf symup symbfit
  mathnormal operatorname mathop mathbin mathrel mathord mathopen mathclose mathpunct ensuremath mathstrut textstyle
  phantom smash boxed cancel color
  `),
);

/** Commands whose argument is text. */
export const texts = new Set(words('text textrm textbf textit textsf texttt textnormal textup mbox hbox fbox textsc'));

/** Accents, which stand behind what they are on. */
export const accents = new Map(
  pairs(`
  hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave \` mathring ˚
  overrightarrow → overbrace ⏞
  `),
);
