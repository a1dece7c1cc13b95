// The pictures: scholars and claims as buttons, what is chosen brought out, what the filters leave out dimmed.

const VIEWS = [...field.querySelectorAll("svg[data-view]")];
const marks = []; // { element, scholar, claim, work }: a mark stands for a scholar, one claim, or one work
const lines = []; // { element, tie }: an edge between scholars, or from one work of a scholar to the next

/** Make the drawn marks and edges answer to mouse and keyboard. */
function wakeMaps() {
  for (const svg of VIEWS) {
    // An image to a reader who only looks; now a group of buttons.
    svg.setAttribute("role", "group");
    const here = [];
    for (const element of svg.querySelectorAll("[data-name]")) {
      const claim = claimWith.get(element.dataset.claim) || null;
      const scholar = scholarNamed.get(element.dataset.name);
      if (!scholar) continue;
      const mark = { element, scholar, claim, work: element.dataset.work || "" };
      here.push(mark);
      wakeMark(mark, here.length - 1, here);
    }
    marks.push(...here);
  }
  const ties = new Map(DATA.ties.map((tie) => [`${tie.source} ${tie.target} ${tie.kind}`, tie]));
  for (const element of field.querySelectorAll("[data-source]")) {
    const [source, target] = [endOf(element.dataset.source), endOf(element.dataset.target)];
    const tie = ties.get(`${source} ${target} ${element.dataset.kind}`);
    if (tie) wakeLine(element, tie);
    if (tie || source === target) lines.push({ element, tie: tie || { source, target, relations: [] } });
  }
}

/** A click on an edge opens what is said there. With the keyboard one goes through the dossier. */
function wakeLine(element, tie) {
  const [source, target] = [DATA.scholars[tie.source].name, DATA.scholars[tie.target].name];
  element.addEventListener("click", () => change({ ...CLOSED, scholar: source, with: target }));
}

/** The number of the scholar at an end of an edge, which names a scholar or one of their works. */
const endOf = (name) => (scholarNamed.get(name) || scholarOfWork.get(name) || {}).number;

function wakeMark(mark, number, all) {
  const { element, scholar } = mark;
  element.classList.add("mark");
  element.setAttribute("tabindex", "0");
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", described(mark));
  element.addEventListener("click", () => choose(mark));
  element.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === "Enter" || event.key === " ") choose(mark, { focus: true });
    else if (step && all[number + step]) all[number + step].element.focus();
    else if (!step) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function described({ scholar, claim, work }) {
  if (claim) return `${scholar.name}, ${STANCES[claim.stance]}: ${claim.text}`;
  if (work) return workDescribed(scholar.works.find(({ key }) => key === work));
  const claims = counted(scholar.claims.length, "claim");
  if (!scholar.place) return `${scholar.name}, not placed, ${claims}`;
  return `${scholar.name}, position ${signed(scholar.place.position)}, 90 % interval ${interval(scholar.place)}, ${claims}`;
}

function workDescribed({ label: name, title, place }) {
  const where = place ? `position ${signed(place.position)}, 90 % interval ${interval(place)}` : "not placed";
  return [name, title, where].filter(Boolean).join(", ");
}

/** Open the dossier of a mark; a second click on it closes the dossier. */
function choose({ scholar, claim }, { focus = false } = {}) {
  const open = claim ? state.claim === claim.id : state.scholar === scholar.name && !state.claim;
  if (open && focus) focusPanel();
  else if (open) change(CLOSED);
  else {
    wantsFocus = focus;
    change({ ...CLOSED, ...(claim ? { claim: claim.id } : { scholar: scholar.name }) });
  }
}

/** Show on the pictures who is chosen and who passes the filters. */
function showMaps(found) {
  const kept = new Set(found.map(({ scholar }) => scholar));
  const claims = filtered() ? new Set(found.flatMap((row) => row.claims)) : null;
  const works = claims && new Set([...claims].map((claim) => claim.holder));
  const scholar = chosen();
  const passes = relationFilter();
  const ties = scholar ? scholar.ties.filter((tie) => tie.relations.some(passes)) : [];
  const near = new Set(ties.flatMap((tie) => [DATA.scholars[tie.source], DATA.scholars[tie.target]]));
  for (const mark of marks) {
    const isChosen = mark.claim ? mark.claim === chosenClaim() : mark.scholar === scholar;
    const passing = !claims || (mark.claim ? claims.has(mark.claim) : mark.work ? works.has(mark.work) : kept.has(mark.scholar));
    // As one paper sees it, its diamonds are the point: they all stay.
    const far = scholar && !state.paper && mark.scholar !== scholar && !near.has(mark.scholar);
    mark.element.classList.toggle("chosen", isChosen);
    mark.element.classList.toggle("dim", !isChosen && Boolean(!passing || far));
    mark.element.setAttribute("aria-pressed", String(isChosen));
  }
  for (const { element, tie } of lines) {
    const touches = !scholar || tie.source === scholar.number || tie.target === scholar.number;
    const said = tie.source === tie.target || tie.relations.some(passes);
    const passing = said && kept.has(DATA.scholars[tie.source]) && kept.has(DATA.scholars[tie.target]);
    element.classList.toggle("dim", !touches || !passing);
  }
  showSeen();
  const here = marks.find(({ element }) => element.classList.contains("chosen") && element.closest(".shown"));
  if (here && !isNarrow()) here.element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** On the axis, a diamond where the chosen paper alone puts each scholar. */
function showSeen() {
  const svg = VIEWS.find((view) => view.dataset.view === "axis");
  for (const old of svg.querySelectorAll(".seen")) old.remove();
  if (!state.paper || viewNow() !== "axis") return; // what is not shown has no size
  const middle = svg.querySelector(".middle polygon").getBBox();
  const ground = [...svg.querySelectorAll(".tick polygon")].map((tick) => tick.getBBox().x);
  const zero = middle.x + middle.width / 2;
  const unit = (Math.max(...ground) - Math.min(...ground)) / 2;
  for (const { element, scholar } of marks) {
    const disc = svg.contains(element) && element.querySelector(".dot ellipse");
    const seen = seenPlace(scholar);
    if (!disc || !seen) continue;
    const [x, y] = [zero + seen.position * unit, Number(disc.getAttribute("cy"))];
    const title = makeSvg("title", {}, `${scholar.name} as seen by ${label(state.paper)}: ${signed(seen.position)}, ${interval(seen)}`);
    const bar = makeSvg("path", { d: `M${zero + seen.lower * unit} ${y}H${zero + seen.upper * unit}`, class: "reach" });
    element.append(makeSvg("g", { class: "seen" }, title, bar, makeSvg("path", { d: `M${x} ${y - 9}l7 9l-7 9l-7 -9z` })));
  }
}
