// What is chosen now: it stands in the address after #, so that every state has a link.

const FIELDS = ["scholar", "q", "paper", "stance", "origin", "view", "sort"];
const state = Object.fromEntries(FIELDS.map((field) => [field, ""]));

DATA.scholars.forEach((scholar, number) => {
  scholar.number = number;
  scholar.claims = [];
  scholar.ties = [];
  scholar.words = folded(scholar.name);
});
for (const claim of DATA.claims) {
  claim.words = folded(`${claim.text} ${claim.evidence || ""}`);
  DATA.scholars[claim.scholar].claims.push(claim);
}
for (const tie of DATA.ties) {
  DATA.scholars[tie.source].ties.push(tie);
  DATA.scholars[tie.target].ties.push(tie);
}

/** Take the state from the address. */
function readState() {
  const told = new URLSearchParams(location.hash.slice(1));
  for (const field of FIELDS) state[field] = told.get(field) || "";
}

/** Change fields of the state and put it into the address; that shows it. */
function change(fields, { replace = false } = {}) {
  Object.assign(state, fields);
  const told = new URLSearchParams();
  for (const field of FIELDS) if (state[field]) told.set(field, state[field]);
  const link = `#${told}`;
  if (link === (location.hash || "#")) return;
  if (replace) {
    history.replaceState(null, "", link);
    show();
  } else location.hash = link;
}

const chosen = () => DATA.scholars.find((scholar) => scholar.name === state.scholar) || null;
const filtered = () => Boolean(state.q || state.paper || state.stance || state.origin);

/** Whether a claim passes the filters; the search may hit its words or its scholar's name. */
function passes(claim, query = folded(state.q.trim())) {
  return (
    (!state.paper || claim.paper === state.paper) &&
    (!state.stance || claim.stance === state.stance) &&
    (!state.origin || claim.origin === state.origin) &&
    (!query || claim.words.includes(query) || DATA.scholars[claim.scholar].words.includes(query))
  );
}

/** The scholars that have a claim which passes, with those claims; without filters, everybody. */
function matches() {
  const query = folded(state.q.trim());
  const found = DATA.scholars.map((scholar) => ({
    scholar,
    claims: scholar.claims.filter((claim) => passes(claim, query)),
  }));
  return filtered() ? found.filter(({ claims }) => claims.length) : found;
}

const label = (key) => (DATA.works[key] ? DATA.works[key].label : key);
const sides = (claims) =>
  ["attack", "support", "neutral"].map((stance) => claims.filter((claim) => claim.stance === stance).length);
