// Everybody, and what a search finds, in the panel; the same data as tables.

const MOST = 200; // rows shown before one asks for more

/** The panel while no scholar is chosen: how to go on, then scholars from pole to pole. */
function overview(found, most = MOST) {
  const parts = [
    make("h2", {}, filtered() ? "Found" : "Scholars"),
    make(
      "p",
      { className: "faint" },
      "Choose a scholar on the map or here: claims, evidence, and who answers whom. Positions rest on all papers; filters do not move them.",
    ),
  ];
  const rows = found.slice(0, most).map(({ scholar, claims }) => {
    const [against, favour, neutral] = sides(claims);
    const counts = scholar.place ? `${against} against · ${favour} for` : `${neutral} neutral`;
    const place = scholar.place ? signed(scholar.place.position) : "not placed";
    const hits = state.q ? claims.slice(0, 3).map((claim) => make("p", { className: "hit" }, claim.text)) : [];
    return make(
      "li",
      {},
      nameButton(scholar),
      make("span", { className: "faint" }, ` ${place} · ${counts}`),
      hits,
    );
  });
  parts.push(rows.length ? make("ol", { className: "people" }, rows) : make("p", {}, "Nothing passes the filters."));
  if (rows.length < found.length) {
    const more = make("button", { type: "button" }, `Show all ${found.length}`);
    more.addEventListener("click", () => byId("panel").replaceChildren(...overview(found, found.length)));
    parts.push(more);
  }
  return parts;
}

const COLUMNS = [
  ["Scholar", ({ scholar }) => scholar.name],
  ["Position", ({ scholar }) => (scholar.place ? scholar.place.position : null)],
  ["Lower", ({ scholar }) => (scholar.place ? scholar.place.lower : null)],
  ["Upper", ({ scholar }) => (scholar.place ? scholar.place.upper : null)],
  ["Against", ({ claims }) => sides(claims)[0]],
  ["For", ({ claims }) => sides(claims)[1]],
  ["Neutral", ({ claims }) => sides(claims)[2]],
  ["By hand", ({ claims }) => claims.filter((claim) => claim.origin === "hand").length],
  ["Papers", ({ claims }) => new Set(claims.map((claim) => claim.paper)).size],
];

/** Both tables, as the filters leave them. */
function showTables(found) {
  const claims = found.flatMap((row) => row.claims);
  byId("table").replaceChildren(
    make("div", { className: "scroll", role: "region", tabIndex: 0, "aria-label": "Scholars" }, scholarTable(found)),
    make("div", { className: "scroll", role: "region", tabIndex: 0, "aria-label": "Claims" }, claimTable(claims, MOST)),
  );
}

function scholarTable(found) {
  const [by, order] = state.sort ? state.sort.split(" ") : ["1", "up"];
  const value = COLUMNS[Number(by)] ? COLUMNS[Number(by)][1] : COLUMNS[1][1];
  const rows = [...found].sort((a, b) => compare(value(a), value(b)) * (order === "down" ? -1 : 1));
  const heads = COLUMNS.map(([title], column) => {
    const sorted = String(column) === by;
    const turn = sorted && order === "up" ? "down" : "up";
    const button = make("button", { type: "button", onclick: () => change({ sort: `${column} ${turn}` }) }, title);
    const arrow = sorted ? (order === "up" ? " ↑" : " ↓") : "";
    return make("th", { scope: "col", "aria-sort": sorted ? `${order === "up" ? "a" : "de"}scending` : "none" }, button, arrow);
  });
  const body = rows.map((row) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, nameButton(row.scholar)),
      COLUMNS.slice(1).map(([title, of]) => {
        const cell = of(row);
        const isPlace = ["Position", "Lower", "Upper"].includes(title);
        return make("td", { className: "number" }, cell === null ? "–" : isPlace ? signed(cell) : String(cell));
      }),
    ),
  );
  return make(
    "table",
    {},
    make("caption", {}, `Scholars (${rows.length})`),
    make("thead", {}, make("tr", {}, heads)),
    make("tbody", {}, body),
  );
}

function compare(a, b) {
  if (a === null || b === null) return (a === null) - (b === null);
  return typeof a === "string" ? a.localeCompare(b) : a - b;
}

function claimTable(claims, most) {
  const names = { attack: "against", support: "for", neutral: "neutral" };
  const rows = claims.slice(0, most).map((claim) => {
    const page = claim.page ? `, p. ${claim.page}` : "";
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, nameButton(DATA.scholars[claim.scholar])),
      make("td", {}, claim.text),
      make("td", {}, names[claim.stance]),
      make("td", {}, label(claim.paper) + page),
      make("td", {}, claim.origin === "hand" ? "by hand" : "extracted"),
    );
  });
  const heads = ["Scholar", "Claim", "Stance", "Paper", "Origin"].map((title) => make("th", { scope: "col" }, title));
  const shown = rows.length < claims.length ? `${rows.length} of ${claims.length}` : claims.length;
  const table = make(
    "table",
    { className: "claims" },
    make("caption", {}, `Claims (${shown})`),
    make("thead", {}, make("tr", {}, heads)),
    make("tbody", {}, rows),
  );
  if (rows.length === claims.length) return table;
  const more = make("button", { type: "button" }, "Show all claims");
  const whole = make("div", {}, table, more);
  more.addEventListener("click", () => whole.replaceChildren(claimTable(claims, claims.length)));
  return whole;
}
