// The picture: scholars as buttons, what is chosen brought out, what the filters leave out dimmed.

const picture = document.querySelector("#map svg");
const marks = new Map();
const lines = new Map();

/** Make the drawn scholars and edges answer to mouse and keyboard. */
function wakeMap() {
  // An image to a reader who only looks; now a group of buttons.
  picture.setAttribute("role", "group");
  for (const scholar of DATA.scholars) {
    const mark = byId(`scholar-${scholar.drawn}`);
    if (!mark) continue;
    marks.set(scholar.number, mark);
    const place = scholar.place;
    const interval = `90 % interval ${signed(place.lower)} to ${signed(place.upper)}`;
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "button");
    const said = `${scholar.name}, position ${signed(place.position)}, ${interval}, ${counted(scholar.claims.length, "claim")}`;
    mark.setAttribute("aria-label", said);
    mark.addEventListener("click", () => choose(scholar));
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        choose(scholar, { focus: true });
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const next = scholar.drawn + (event.key === "ArrowDown" ? 1 : -1);
        const other = byId(`scholar-${next}`);
        if (other) other.focus();
      }
    });
  }
  DATA.ties.forEach((tie) => {
    const line = byId(`tie-${tie.drawn}`);
    if (line) lines.set(tie, line);
  });
}

/** Choose a scholar, or let go of the one that is chosen. */
function choose(scholar, { focus = false } = {}) {
  change({ scholar: state.scholar === scholar.name && !focus ? "" : scholar.name });
  if (focus) byId("panel").focus();
}

/** Show on the picture who is chosen and who passes the filters. */
function showMap(found) {
  const kept = new Set(found.map(({ scholar }) => scholar.number));
  const scholar = chosen();
  const near = new Set(scholar ? scholar.ties.flatMap((tie) => [tie.source, tie.target]) : []);
  for (const [number, mark] of marks) {
    const isChosen = scholar !== null && number === scholar.number;
    mark.classList.toggle("chosen", isChosen);
    mark.classList.toggle("dim", !kept.has(number) || (scholar !== null && !isChosen && !near.has(number)));
    mark.setAttribute("aria-pressed", String(isChosen));
  }
  for (const [tie, line] of lines) {
    const touches = scholar === null || tie.source === scholar.number || tie.target === scholar.number;
    line.classList.toggle("dim", !touches || !(kept.has(tie.source) && kept.has(tie.target)));
  }
}

/** Set the width of the picture: a share of the window's, or of what it is. */
function zoom(factor) {
  const now = picture.getBoundingClientRect().width;
  picture.style.width = factor ? `${Math.round(Math.max(300, Math.min(6000, now * factor)))}px` : "";
  picture.style.maxWidth = factor ? "none" : "";
}
