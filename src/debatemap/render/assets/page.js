// The page as a whole: tools, keys, and showing the state.

const TITLES = { axis: "Axis", argument: "Argument", time: "Time", table: "Table" };
let wantsFocus = false; // the next showing moves the focus into the panel
let cameFrom = null; // whose dossier was left, to put the focus back

const viewNow = () => (TITLES[state.view] && (state.view === "table" || viewOf(state.view)) ? state.view : "axis");
const viewOf = (name) => VIEWS.find((svg) => svg.dataset.view === name);

let linkShown = null;

/** Show the state that the address tells of, once. */
function showLink() {
  if (location.hash === linkShown) return;
  linkShown = location.hash;
  readState();
  show();
}

/** Show the state everywhere. */
function show() {
  for (const name of FILTERS) {
    const wanted = state[name] || (name === "sure" ? "0" : "");
    if (byId(name).value !== wanted) byId(name).value = wanted;
  }
  byId("sure-now").textContent = `${byId("sure").value} %`;
  const active = FILTERS.filter((name) => name !== "q" && state[name]).length;
  byId("filters-now").textContent = active ? ` (${active})` : "";
  showView();
  const found = matches();
  showMaps(found);
  if (viewNow() === "table") showTables(found);
  showPanel(found);
  showStatus(found);
}

function showView() {
  const view = viewNow();
  byId("map").hidden = view === "table";
  byId("zoom").hidden = view === "table";
  byId("table").hidden = view !== "table";
  for (const svg of VIEWS) svg.classList.toggle("shown", svg.dataset.view === view);
  for (const button of byId("views").children) button.setAttribute("aria-pressed", String(button.value === view));
}

function showPanel(found) {
  const scholar = chosen();
  const panel = byId("panel");
  panel.replaceChildren(...(scholar ? dossier(scholar) : overview(found)));
  panel.setAttribute("aria-label", scholar ? `Dossier of ${scholar.name}` : "The debate");
  panel.scrollTop = 0;
  const card = pointedAt();
  if (card) card.scrollIntoView({ block: "center" });
  if (wantsFocus) focusPanel();
  else if (scholar && isNarrow()) (card || panel).scrollIntoView();
  wantsFocus = false;
}

/** The claim, or the relation, that the link names. */
const pointedAt = () => (state.claim ? byId(`claim-${state.claim}`) : byId("panel").querySelector(".pointed"));

/** Move the focus to what was opened: the claim, or the dossier's heading; coming back, to where one was. */
function focusPanel() {
  const card = state.claim ? pointedAt() : null;
  const links = cameFrom && !chosen() ? [...byId("panel").querySelectorAll("a.name")] : [];
  const back = links.find((link) => link.textContent === cameFrom.name);
  (card || back || byId("panel").querySelector("h2")).focus();
  cameFrom = null;
}

/** Close a dossier. */
function leave(scholar) {
  wantsFocus = true;
  cameFrom = scholar;
  change(CLOSED);
}

function showStatus(found) {
  const claims = found.reduce((sum, row) => sum + row.claims.length, 0);
  const lost = (state.claim && !chosenClaim()) || (state.scholar && !chosen());
  const unknown = lost ? ` “${state.claim || state.scholar}” is not in this debate.` : "";
  byId("status").textContent = `${counted(found.length, "scholar")}, ${counted(claims, "claim")}.${unknown}`;
}

/** Dark or light, until the page is closed; before that, as the system has it. */
function turnTheme() {
  const root = document.documentElement;
  const dark = (root.dataset.theme || systemTheme()) !== "dark";
  root.dataset.theme = dark ? "dark" : "light";
  byId("theme").setAttribute("aria-pressed", String(dark));
}
const isNarrow = () => matchMedia("(max-width: 900px)").matches;
const systemTheme = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

/** Show the filters, or put them away: on a small screen they would fill it. */
function openFilters(open) {
  byId("filters").hidden = !open;
  byId("more").setAttribute("aria-expanded", String(open));
}

function wakeTools() {
  const papers = [...new Set(DATA.claims.map((claim) => claim.paper))].sort();
  for (const key of papers) {
    const { title } = DATA.works[key];
    byId("paper").append(make("option", { value: key }, title ? `${label(key)}: ${title}` : label(key)));
  }
  const years = DATA.claims.map(year).filter(Boolean);
  if (years.length) [byId("from").placeholder, byId("to").placeholder] = [Math.min(...years), Math.max(...years)];
  for (const name of [...VIEWS.map((svg) => svg.dataset.view), "table"]) {
    const button = make("button", { type: "button", value: name }, TITLES[name]);
    button.addEventListener("click", () => change({ view: name === "axis" ? "" : name }));
    byId("views").append(button);
  }
  byId("tools").addEventListener("submit", (event) => event.preventDefault());
  // A search leaves the dossier, so that one sees what was found.
  byId("q").addEventListener("input", () => change({ q: byId("q").value, ...CLOSED }, { replace: true }));
  for (const name of ["from", "to"])
    byId(name).addEventListener("input", () => change({ [name]: byId(name).value }, { replace: true }));
  byId("sure").addEventListener("input", () => {
    const least = byId("sure").value;
    change({ sure: least === "0" ? "" : least }, { replace: true });
  });
  for (const name of ["paper", "stance", "origin"])
    byId(name).addEventListener("change", () => change({ [name]: byId(name).value }));
  byId("reset").addEventListener("click", () => change(Object.fromEntries(FILTERS.map((name) => [name, ""]))));
  byId("theme").addEventListener("click", turnTheme);
  byId("theme").setAttribute("aria-pressed", String(systemTheme() === "dark"));
  byId("more").addEventListener("click", () => openFilters(byId("filters").hidden));
  openFilters(!isNarrow());
}

function wakePage() {
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address holds the state
    byId("panel").focus();
  });
  // Links within the page lead to a state; whoever follows one wants to read what it opens.
  document.addEventListener("click", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const link = event.target.closest("a[href^='#']");
    if (!link || !plain || link.classList.contains("skip")) return;
    event.preventDefault();
    if (link.getAttribute("href") === location.hash) return focusPanel();
    wantsFocus = true;
    go(link.getAttribute("href"));
  });
  document.addEventListener("keydown", (event) => {
    const scholar = chosen();
    if (event.key === "Escape" && scholar) leave(scholar);
    else if (event.key === "/" && !event.target.closest("input, select")) {
      event.preventDefault();
      byId("q").focus();
    }
  });
  // On paper nothing can be opened.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("#panel details:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
  addEventListener("hashchange", showLink);
}

wakeMaps();
wakeZoom();
wakeTools();
wakePage();
showLink();
