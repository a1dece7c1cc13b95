// The dossier of a scholar: where they stand, who answers whom, and every claim with its evidence.

const SIDES = [
  ["attack", "Against the thesis"],
  ["support", "For the thesis"],
  ["neutral", "Neither"],
];

function dossier(scholar) {
  const claims = scholar.claims.filter((claim) => passes(claim));
  const parts = [
    make(
      "div",
      { className: "top" },
      make("h2", {}, scholar.name),
      make("button", { type: "button", className: "close", onclick: () => change({ scholar: "" }) }, "Back"),
    ),
    ...standing(scholar),
    ...answers(scholar),
  ];
  if (claims.length < scholar.claims.length) {
    const words = `${claims.length} of ${counted(scholar.claims.length, "claim")} pass the filters`;
    parts.push(make("p", { className: "faint" }, words));
  }
  for (const [stance, title] of SIDES) {
    const some = claims.filter((claim) => claim.stance === stance);
    if (some.length)
      parts.push(
        make("section", { className: stance }, make("h3", {}, `${title} (${some.length})`), some.map(claimCard)),
      );
  }
  return parts;
}

/** Position and interval in words and as a small axis, then the works one by one. */
function standing(scholar) {
  const [attack, support] = DATA.poles;
  if (!scholar.place)
    return [make("p", {}, "Not placed: no claim for or against the thesis."), workList(scholar)];
  const { position, lower, upper, reported, own } = scholar.place;
  const words = [
    make("strong", {}, signed(position)),
    ` between −1 (${attack.name}) and +1 (${support.name}); 90 % interval ${signed(lower)} to ${signed(upper)}`,
    lower <= 0 && upper >= 0 ? ", so the side is not settled" : "",
    ".",
  ];
  const also = [];
  if (own !== null && own !== undefined) also.push(`in their own papers ${signed(own)}`);
  if (reported !== null && reported !== undefined) also.push(`as others report them ${signed(reported)}`);
  const parts = [gauge(scholar.place), make("p", {}, ...words)];
  if (own !== null && also.length === 2) parts.push(make("p", { className: "faint" }, `${also.join("; ")}.`));
  const witnesses = `${counted(scholar.claims.length, "claim")} from ${counted(scholar.papers, "paper")}`;
  const folded = scholar.drawn < 0 ? "; not drawn on the map, seen in passing" : "";
  parts.push(make("p", { className: "faint" }, `${witnesses}${folded}.`), workList(scholar));
  return parts;
}

function workList(scholar) {
  const rows = scholar.works.map((work) =>
    make(
      "li",
      {},
      work.label,
      work.title ? `: ${work.title}` : "",
      work.place && scholar.works.length > 1 ? ` (${signed(work.place.position)})` : "",
    ),
  );
  return make("ul", { className: "works" }, rows);
}

function gauge({ position, lower, upper }) {
  const x = (value) => 10 + (value + 1) * 90;
  const side = position < 0 ? "against" : "favour";
  return makeSvg(
    "svg",
    { viewBox: "0 0 200 20", class: "gauge", "aria-hidden": "true" },
    makeSvg("path", { d: "M10 10H190M10 5V15M100 5V15M190 5V15", class: "line" }),
    makeSvg("rect", { x: x(lower), y: 7.5, width: Math.max(1, x(upper) - x(lower)), height: 5, rx: 2, class: "bar" }),
    makeSvg("circle", { cx: x(position), cy: 10, r: 5, class: side + (lower <= 0 && upper >= 0 ? " open" : "") }),
  );
}

/** Whom the scholar supports and attacks, and by whom they are supported and attacked. */
function answers(scholar) {
  const kinds = [
    ["attack", true, "attacks"],
    ["support", true, "supports"],
    ["attack", false, "is attacked by"],
    ["support", false, "is supported by"],
  ];
  const rows = [];
  for (const [kind, outward, verb] of kinds) {
    const ties = scholar.ties.filter(
      (tie) => tie.kind === kind && (outward ? tie.source : tie.target) === scholar.number,
    );
    if (!ties.length) continue;
    const items = ties.map((tie) => {
      const other = DATA.scholars[outward ? tie.target : tie.source];
      const said = tie.relations.filter((relation) => relation.evidence);
      const times = tie.relations.length > 1 ? ` ×${tie.relations.length}` : "";
      const why = said.map((relation) =>
        make("p", { className: "quote" }, relation.evidence, " ", make("cite", {}, source(relation))),
      );
      const details = why.length ? make("details", {}, make("summary", {}, "where"), why) : "";
      return make("li", {}, nameButton(other), times, " ", details);
    });
    rows.push(make("h3", { className: `tie ${kind}` }, verb), make("ul", { className: "ties" }, items));
  }
  return rows;
}

const source = ({ paper, origin }) => `${label(paper)}${origin === "hand" ? ", coded by hand" : ""}`;

function nameButton(scholar) {
  return make(
    "button",
    { type: "button", className: "name", onclick: () => change({ scholar: scholar.name }) },
    scholar.name,
  );
}

/** A claim with where it stands, how it was found, and the evidence marked in its paragraph. */
function claimCard(claim) {
  const byHand = claim.origin === "hand";
  const facts = [
    `${label(claim.paper)}${claim.page ? `, p. ${claim.page}` : ""}`,
    claim.paper === claim.holder ? "" : `on ${label(claim.holder)}${claim.locator ? `, p. ${claim.locator}` : ""}`,
    claim.reported_by ? `cited in ${label(claim.reported_by)}` : "",
    byHand ? "" : `confidence ${claim.confidence.toFixed(2)}`,
    byHand ? "" : claim.rule ? `rule: ${claim.rule}` : "",
    claim.coder ? `coder: ${claim.coder}` : "",
    claim.note || "",
  ].filter(Boolean);
  const badge = make("span", { className: byHand ? "badge hand" : "badge" }, byHand ? "by hand" : "extracted");
  return make(
    "article",
    { className: `claim ${claim.stance}`, id: `claim-${claim.id}` },
    make("p", { className: "words" }, claim.text),
    make("p", { className: "facts" }, badge, " ", facts.join(" · ")),
    evidence(claim) || "",
  );
}

function evidence(claim) {
  if (claim.paragraph === undefined)
    return claim.evidence ? make("p", { className: "quote" }, make("mark", {}, claim.evidence)) : null;
  const text = DATA.paragraphs[claim.paragraph];
  const [start, end] = claim.mark;
  const near = make("p", { className: "quote" }, make("mark", {}, text.slice(start, end)));
  if (start === 0 && end === text.length) return near;
  const whole = make("p", { className: "quote" });
  whole.append(text.slice(0, start), make("mark", {}, text.slice(start, end)), text.slice(end));
  return make("details", {}, make("summary", {}, "Evidence in its paragraph"), whole);
}
