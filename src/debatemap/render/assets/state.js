// What is chosen now: it stands in the address after #, so that every state has a link.

const FIELDS = ["view", "scholar", "with", "claim", "q", "paper", "stance", "origin", "from", "to", "sure", "people", "claims"];
const FILTERS = ["q", "paper", "stance", "origin", "from", "to", "sure"];
const state = Object.fromEntries(FIELDS.map((field) => [field, ""]));

DATA.scholars.forEach((scholar, number) => {
  scholar.number = number;
  scholar.claims = [];
  scholar.ties = [];
  scholar.words = folded(scholar.name);
});
for (const claim of DATA.claims) DATA.scholars[claim.scholar].claims.push(claim);
for (const tie of DATA.ties) {
  DATA.scholars[tie.source].ties.push(tie);
  DATA.scholars[tie.target].ties.push(tie);
}
const scholarNamed = new Map(DATA.scholars.map((scholar) => [scholar.name, scholar]));
const scholarOfWork = new Map(DATA.scholars.flatMap((scholar) => scholar.works.map(({ key }) => [key, scholar])));
const claimWith = new Map(DATA.claims.map((claim) => [claim.id, claim]));

/** Take the state from the address. */
function readState() {
  const told = new URLSearchParams(location.hash.slice(1));
  for (const field of FIELDS) state[field] = told.get(field) || "";
}

/** The address of the present state with some fields changed. */
function linkTo(fields) {
  const told = new URLSearchParams();
  const wanted = { ...state, ...fields };
  for (const field of FIELDS) if (wanted[field]) told.set(field, wanted[field]);
  return `#${told}`;
}

/** Change fields of the state and put it into the address; that shows it. `replace`: as no step of its own. */
function change(fields, { replace = false } = {}) {
  go(linkTo(fields), replace);
}

/** Go to the state that a link tells of. */
function go(link, replace = false) {
  if (link === (location.hash || "#")) return;
  if (replace) history.replaceState(null, "", link);
  else location.hash = link; // the event that tells of it comes later, and finds it shown
  showLink();
}

/** The fields that open a dossier; all empty, none is open. */
const CLOSED = { scholar: "", with: "", claim: "" };

const chosenClaim = () => claimWith.get(state.claim) || null;
/** The scholar whose dossier is open: the one named, or the one who holds the claim that is named. */
function chosen() {
  const claim = chosenClaim();
  return claim ? DATA.scholars[claim.scholar] : scholarNamed.get(state.scholar) || null;
}
const filtered = () => FILTERS.some((field) => state[field]);

const year = (claim) => (DATA.works[claim.holder] ? DATA.works[claim.holder].year : 0);
const evidenceOf = (claim) =>
  claim.paragraph === undefined ? claim.evidence || "" : DATA.paragraphs[claim.paragraph].slice(...claim.mark);

/** A test for claims: whether they pass the filters. Every word searched for must be in the claim, its evidence
 *  or the scholar's name. */
function claimFilter() {
  const words = folded(state.q).split(/\s+/).filter(Boolean);
  const [from, to, sure] = [Number(state.from), Number(state.to) || Infinity, Number(state.sure) / 100];
  const dated = Boolean(state.from || state.to);
  return (claim) => {
    if (state.paper && claim.paper !== state.paper) return false;
    if (state.stance && claim.stance !== state.stance) return false;
    if (state.origin && claim.origin !== state.origin) return false;
    if (sure && claim.confidence < sure) return false;
    if (dated && (!year(claim) || year(claim) < from || year(claim) > to)) return false;
    if (!words.length) return true;
    // Made when first searched: opening the page need not wait for it.
    claim.words ??= folded(`${claim.text} ${evidenceOf(claim)} ${DATA.scholars[claim.scholar].name}`);
    return words.every((word) => claim.words.includes(word));
  };
}

/** A test for relations: whether they pass those filters that relations have. */
const relationFilter = () => (relation) =>
  (!state.paper || relation.paper === state.paper) &&
  (!state.origin || relation.origin === state.origin) &&
  !(relation.confidence < Number(state.sure) / 100);

/** The scholars that have a claim which passes, with those claims; without filters, everybody. */
function matches() {
  if (!filtered()) return DATA.scholars.map((scholar) => ({ scholar, claims: scholar.claims }));
  const passes = claimFilter();
  const found = DATA.scholars.map((scholar) => ({ scholar, claims: scholar.claims.filter(passes) }));
  return found.filter(({ claims }) => claims.length);
}

/** Position and interval: from all papers, or, while one paper is chosen, as seen by it. */
const placeOf = (scholar) => (state.paper ? seenPlace(scholar) : scholar.place);

/** Position and interval from one paper's claims alone; null when that paper puts the scholar nowhere. */
function seenPlace(scholar) {
  const seen = (DATA.seen[state.paper] || {})[scholar.number];
  return seen ? { position: seen[0], lower: seen[1], upper: seen[2] } : null;
}

const label = (key) => (DATA.works[key] ? DATA.works[key].label : key);
const sides = (claims) =>
  ["attack", "support", "neutral"].map((stance) => claims.filter((claim) => claim.stance === stance).length);
