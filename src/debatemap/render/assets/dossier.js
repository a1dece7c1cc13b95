// The dossier of a scholar: where they stand, who answers whom, and every claim with its evidence.

const SIDES = [
  ["attack", "Against the thesis"],
  ["support", "For the thesis"],
  ["neutral", "Neither"],
];

function dossier(scholar) {
  const claims = scholar.claims.filter(claimFilter());
  const pointed = chosenClaim();
  const parts = [
    make(
      "div",
      { className: "top" },
      make("h2", { tabIndex: -1 }, scholar.name),
      make("button", { type: "button", className: "close", onclick: () => leave(scholar) }, "Back"),
    ),
    ...standing(scholar),
    ...answers(scholar),
  ];
  if (claims.length < scholar.claims.length) {
    const words = `${claims.length} of ${counted(scholar.claims.length, "claim")} pass the filters.`;
    parts.push(make("p", { className: "faint" }, words));
  }
  // A link to a claim shows it whatever the filters say.
  if (pointed && !claims.includes(pointed)) parts.push(claimCard(pointed, true));
  for (const [stance, title] of SIDES) {
    const some = claims.filter((claim) => claim.stance === stance);
    const cards = some.map((claim) => claimCard(claim, claim === pointed));
    if (some.length)
      parts.push(make("section", { className: stance }, make("h3", {}, `${title} (${some.length})`), cards));
  }
  return parts;
}

/** Position and interval in words and as a small axis, then the works one by one. */
function standing(scholar) {
  const [attack, support] = DATA.poles;
  const seen = state.paper ? seenPlace(scholar) : null;
  const parts = [];
  if (scholar.place) {
    const { position, reported, own } = scholar.place;
    const side = unsettled(scholar.place) ? ": the interval covers the middle, so the side is not settled." : ".";
    const between = ` between −1 (${attack.name}) and +1 (${support.name}); 90 % interval ${interval(scholar.place)}`;
    parts.push(gauge(scholar.place, seen), make("p", {}, make("strong", {}, signed(position)), between, side));
    const both = typeof own === "number" && typeof reported === "number";
    if (both) {
      const words = `In their own papers ${signed(own)}; as others report them ${signed(reported)}.`;
      parts.push(make("p", { className: "faint" }, words));
    }
  } else parts.push(make("p", {}, "Not placed: no claim for or against the thesis."));
  if (state.paper) {
    const told = seen ? `${signed(seen.position)}, 90 % interval ${interval(seen)}` : "no claim for or against";
    parts.push(make("p", { className: "seen" }, `◆ As seen by ${label(state.paper)} alone: ${told}.`));
  }
  const witnesses = `${counted(scholar.claims.length, "claim")} from ${counted(scholar.papers, "paper")}`;
  const left = scholar.place && !scholar.drawn ? "; not drawn on the map, seen in passing" : "";
  parts.push(make("p", { className: "faint" }, `${witnesses}${left}.`), workList(scholar));
  return parts;
}

function workList(scholar) {
  const rows = scholar.works.map((work) => {
    const place = work.place && scholar.works.length > 1 ? ` (${signed(work.place.position)})` : "";
    return make("li", {}, work.label, work.title ? `: ${work.title}` : "", place);
  });
  return make("ul", { className: "works" }, rows);
}

function gauge(place, seen) {
  const x = (value) => 10 + (value + 1) * 90;
  const side = place.position < 0 ? "against" : "favour";
  const bar = { x: x(place.lower), y: 7.5, width: Math.max(1, x(place.upper) - x(place.lower)), height: 5, rx: 2 };
  const drawn = makeSvg(
    "svg",
    { viewBox: "0 0 200 20", class: "gauge", "aria-hidden": "true" },
    makeSvg("path", { d: "M10 10H190M10 5V15M100 5V15M190 5V15", class: "line" }),
    makeSvg("rect", { ...bar, class: "bar" }),
    makeSvg("circle", { cx: x(place.position), cy: 10, r: 5, class: side + (unsettled(place) ? " open" : "") }),
  );
  if (seen) drawn.append(makeSvg("path", { d: `M${x(seen.position)} 5l4 5l-4 5l-4 -5z`, class: "seen" }));
  return drawn;
}

/** Whom the scholar supports and attacks, and by whom they are supported and attacked. */
function answers(scholar) {
  const kinds = [
    ["attack", true, "attacks"],
    ["support", true, "supports"],
    ["attack", false, "is attacked by"],
    ["support", false, "is supported by"],
  ];
  const passes = relationFilter();
  const rows = [];
  for (const [kind, outward, verb] of kinds) {
    const items = scholar.ties
      .filter((tie) => tie.kind === kind && (outward ? tie.source : tie.target) === scholar.number)
      .map((tie) => [DATA.scholars[outward ? tie.target : tie.source], tie.relations.filter(passes)])
      .filter(([, relations]) => relations.length)
      .map(([other, relations]) => answer(other, relations));
    if (items.length) rows.push(make("h3", { className: `tie ${kind}` }, verb), make("ul", { className: "ties" }, items));
  }
  return rows;
}

function answer(other, relations) {
  const times = relations.length > 1 ? ` ×${relations.length}` : "";
  const said = relations.filter((relation) => relation.evidence);
  if (!said.length) return make("li", {}, nameLink(other), times);
  const why = said.map((relation) => {
    const byHand = relation.origin === "hand" ? ", coded by hand" : `, confidence ${relation.confidence.toFixed(2)}`;
    const undercuts = relation.undercuts ? ", undercuts: the inference, not the claim" : "";
    const source = make("cite", {}, label(relation.paper), byHand, undercuts);
    return make("p", { className: "quote" }, relation.evidence, " ", source);
  });
  const where = make("summary", { "aria-label": `Where it says so of ${other.name}` }, "where");
  const pointed = state.with === other.name;
  const item = make("li", {}, nameLink(other), `${times} `, make("details", { open: pointed }, where, why));
  if (pointed) item.classList.add("pointed");
  return item;
}

/** A link to a scholar's dossier, with the filters and the view as they are. */
const nameLink = (scholar) =>
  make("a", { className: "name", href: linkTo({ ...CLOSED, scholar: scholar.name }) }, scholar.name);

/** A claim with where it stands, how it was found, and the evidence marked in its paragraph. */
function claimCard(claim, open) {
  const byHand = claim.origin === "hand";
  const facts = [
    `${label(claim.paper)}${claim.page ? `, p. ${claim.page}` : ""}`,
    claim.paper === claim.holder ? "" : `on ${label(claim.holder)}${claim.locator ? `, ${claim.locator}` : ""}`,
    claim.reported_by ? `cited in ${label(claim.reported_by)}` : "",
    byHand ? "" : `confidence ${claim.confidence.toFixed(2)}`,
    byHand ? "" : claim.rule ? `rule: ${claim.rule}` : "",
    claim.coder ? `coder: ${claim.coder}` : "",
    claim.note || "",
  ].filter(Boolean);
  const badge = make("span", { className: byHand ? "badge hand" : "badge" }, byHand ? "by hand" : "extracted");
  const link = make("a", { href: linkTo({ ...CLOSED, claim: claim.id }), "aria-label": "Link to this claim" }, "link");
  return make(
    "article",
    { className: `claim ${claim.stance}${open ? " chosen" : ""}`, id: `claim-${claim.id}`, tabIndex: -1 },
    make("p", { className: "words" }, claim.text),
    make("p", { className: "facts" }, badge, ` ${facts.join(" · ")}`, make("span", { className: "link" }, " · ", link)),
    evidence(claim, open) || "",
    open ? answersTo(claim) : "",
  );
}

/** Who attacks and who supports the work that holds a claim: the texts answer works, not single claims. */
function answersTo(claim) {
  const passes = relationFilter();
  const about = (relation) => relation.about === claim.holder && passes(relation);
  const said = [["attack", "attacked by "], ["support", "supported by "]].map(([kind, verb]) => {
    const others = DATA.scholars[claim.scholar].ties
      .filter((tie) => tie.kind === kind && tie.target === claim.scholar && tie.relations.some(about))
      .flatMap((tie, number) => [number ? ", " : verb, nameLink(DATA.scholars[tie.source])]);
    return others.length ? [others] : [];
  });
  const parts = said.flat().flatMap((others, number) => [number ? "; " : "", ...others]);
  return make("p", { className: "faint" }, `${label(claim.holder)} is `, parts.length ? parts : "answered by nobody", ".");
}

function evidence(claim, open) {
  const said = evidenceOf(claim);
  if (claim.paragraph === undefined) return said ? make("p", { className: "quote" }, make("mark", {}, said)) : null;
  const text = DATA.paragraphs[claim.paragraph];
  const [start, end] = claim.mark;
  const whole = make("p", { className: "quote" });
  whole.append(text.slice(0, start), make("mark", {}, said), text.slice(end));
  if (start === 0 && end === text.length) return whole;
  return make("details", { open }, make("summary", {}, "Evidence in its paragraph"), whole);
}
