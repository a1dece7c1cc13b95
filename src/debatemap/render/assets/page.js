// The page as a whole: tools, keys, and showing the state.

/** Show the state everywhere. */
function show() {
  for (const field of ["q", "paper", "stance", "origin"]) if (byId(field).value !== state[field]) byId(field).value = state[field];
  const found = matches();
  const isTable = state.view === "table";
  byId("map").hidden = isTable;
  byId("table").hidden = !isTable;
  byId("view-map").setAttribute("aria-pressed", String(!isTable));
  byId("view-table").setAttribute("aria-pressed", String(isTable));
  showMap(found);
  if (isTable) showTables(found);
  const scholar = chosen();
  byId("panel").replaceChildren(...(scholar ? dossier(scholar) : overview(found)));
  byId("panel").scrollTop = 0;
  const claims = found.reduce((sum, row) => sum + row.claims.length, 0);
  const unknown = state.scholar && !scholar ? ` “${state.scholar}” is not in this debate.` : "";
  byId("status").textContent = `${counted(found.length, "scholar")}, ${counted(claims, "claim")}.${unknown}`;
}

/** Dark or light, until the page is closed; before that, as the system has it. */
function turnTheme() {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const dark = (root.dataset.theme || system) !== "dark";
  root.dataset.theme = dark ? "dark" : "light";
  byId("theme").setAttribute("aria-pressed", String(dark));
}

function wakeTools() {
  const papers = [...new Set(DATA.claims.map((claim) => claim.paper))].sort();
  for (const key of papers) byId("paper").append(make("option", { value: key }, label(key)));
  byId("tools").addEventListener("submit", (event) => event.preventDefault());
  byId("q").addEventListener("input", () => change({ q: byId("q").value, scholar: "" }, { replace: true }));
  for (const field of ["paper", "stance", "origin"])
    byId(field).addEventListener("change", () => change({ [field]: byId(field).value }));
  byId("view-map").addEventListener("click", () => change({ view: "" }));
  byId("view-table").addEventListener("click", () => change({ view: "table" }));
  byId("reset").addEventListener("click", () => change({ scholar: "", q: "", paper: "", stance: "", origin: "" }));
  byId("theme").addEventListener("click", turnTheme);
  byId("theme").setAttribute("aria-pressed", String(matchMedia("(prefers-color-scheme: dark)").matches));
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("zoom-fit").addEventListener("click", () => zoom(0));
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address holds the state
    byId("panel").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") change({ scholar: "" });
    else if (event.key === "/" && !event.target.closest("input, select")) {
      event.preventDefault();
      byId("q").focus();
    }
  });
  addEventListener("hashchange", () => {
    readState();
    show();
  });
}

wakeMap();
wakeTools();
readState();
show();
