// The same data as two tables, as the filters leave them, in the order that a heading was clicked for.

const STANCES = { attack: "against", support: "for", neutral: "neutral" };
// Title, value to sort by, and how it is shown when that differs.
const PEOPLE = [
  ["Scholar", ({ scholar }) => scholar.name, ({ scholar }) => nameLink(scholar)],
  ["Position", ({ place }) => place && place.position, ({ place }) => (place ? signed(place.position) : "–")],
  ["Lower", ({ place }) => place && place.lower, ({ place }) => (place ? signed(place.lower) : "–")],
  ["Upper", ({ place }) => place && place.upper, ({ place }) => (place ? signed(place.upper) : "–")],
  ["Against", ({ claims }) => sides(claims)[0]],
  ["For", ({ claims }) => sides(claims)[1]],
  ["Neutral", ({ claims }) => sides(claims)[2]],
  ["By hand", ({ claims }) => claims.filter((claim) => claim.origin === "hand").length],
  ["Papers", ({ claims }) => new Set(claims.map((claim) => claim.paper)).size],
];
const CLAIMS = [
  ["Scholar", (claim) => DATA.scholars[claim.scholar].name, (claim) => nameLink(DATA.scholars[claim.scholar])],
  ["Claim", (claim) => claim.text, (claim) => make("a", { href: linkTo({ ...CLOSED, claim: claim.id }) }, claim.text)],
  ["Stance", (claim) => STANCES[claim.stance]],
  ["Confidence", (claim) => claim.confidence, (claim) => claim.confidence.toFixed(2)],
  ["Year", (claim) => year(claim) || null, (claim) => String(year(claim) || "–")],
  ["Paper", (claim) => label(claim.paper) + (claim.page ? `, p. ${claim.page}` : "")],
  ["Origin", (claim) => (claim.origin === "hand" ? "by hand" : "extracted")],
];
let tablesShown = null;

/** Both tables; left alone while nothing that they show has changed. */
function showTables(found) {
  const key = JSON.stringify([...FILTERS, "people", "claims"].map((field) => state[field]));
  if (key === tablesShown) return;
  tablesShown = key;
  const focused = document.activeElement.dataset.sort;
  const claims = found.flatMap((row) => row.claims);
  const rows = found.map((row) => ({ ...row, place: placeOf(row.scholar) }));
  const seen = state.paper ? `, positions as seen by ${label(state.paper)} alone` : "";
  byId("table").replaceChildren(
    region("Scholars", sorted("people", `Scholars (${rows.length})${seen}`, PEOPLE, rows, state.people || "1 up")),
    region("Claims", sorted("claims", `Claims (${claims.length})`, CLAIMS, claims, state.claims)),
  );
  // Who sorts by keyboard stays on the heading.
  if (focused) byId("table").querySelector(`[data-sort="${focused}"]`).focus();
}

const region = (name, table) =>
  make("div", { className: "scroll", role: "region", tabIndex: 0, "aria-label": name }, table);

/** A table whose headings sort it; of a long one only the beginning, until one asks for the rest. */
function sorted(field, caption, columns, rows, order, most = MOST) {
  const [by, way] = order.split(" ");
  const column = columns[Number(by)];
  const turned = way === "down" ? -1 : 1;
  const inOrder = order && column ? [...rows].sort((a, b) => turned * compare(column[1](a), column[1](b))) : rows;
  const heads = columns.map(([title], number) => {
    const here = order && String(number) === by;
    const next = here && way === "up" ? "down" : "up";
    const button = make("button", { type: "button", onclick: () => change({ [field]: `${number} ${next}` }) }, title);
    button.dataset.sort = `${field} ${number}`;
    const arrow = here ? (way === "up" ? " ↑" : " ↓") : "";
    const said = here ? (way === "up" ? "ascending" : "descending") : "none";
    return make("th", { scope: "col", "aria-sort": said }, button, arrow);
  });
  const body = inOrder.slice(0, most).map((row) => make("tr", {}, columns.map((cell, number) => tableCell(cell, number, row))));
  const table = make(
    "table",
    { className: field },
    make("caption", {}, body.length < rows.length ? `${caption}, the first ${most}` : caption),
    make("thead", {}, make("tr", {}, heads)),
    make("tbody", {}, body),
  );
  if (body.length === rows.length) return table;
  const more = make("button", { type: "button" }, "Show all");
  const whole = make("div", {}, table, more);
  more.addEventListener("click", () => {
    whole.replaceChildren(sorted(field, caption, columns, rows, order, rows.length));
    whole.querySelectorAll("tbody tr")[most].querySelector("a").focus();
  });
  return whole;
}

function tableCell([, value, shown], number, row) {
  const plain = value(row);
  const content = shown ? shown(row) : String(plain);
  if (number === 0) return make("th", { scope: "row" }, content);
  return make("td", { className: typeof plain === "string" ? "" : "number" }, content);
}

/** Numbers by size, words by the alphabet; what is missing comes last. */
function compare(a, b) {
  if (a === null || b === null) return (a === null) - (b === null);
  return typeof a === "string" ? a.localeCompare(b) : a - b;
}
