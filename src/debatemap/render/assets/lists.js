// The panel while nobody is chosen: what the debate is about, then everybody, or what a search finds.

const MOST = 100; // rows shown before one asks for more

function overview(found, most = MOST) {
  const parts = filtered()
    ? [make("h2", { tabIndex: -1 }, "Found")]
    : [make("h2", { tabIndex: -1 }, "The debate"), ...question()];
  if (state.paper) {
    const words = `Positions here are as seen by ${label(state.paper)} alone; ◆ marks them on the axis.`;
    parts.push(make("p", { className: "seen" }, words));
  } else if (filtered()) {
    parts.push(make("p", { className: "faint" }, "Positions rest on all papers; filters other than the paper do not move them."));
  }
  const rows = found.slice(0, most).map(person);
  parts.push(rows.length ? make("ol", { className: "people" }, rows) : make("p", {}, "Nothing passes the filters."));
  if (rows.length < found.length) {
    const more = make("button", { type: "button" }, `Show all ${found.length.toLocaleString("en")}`);
    more.addEventListener("click", () => {
      byId("panel").replaceChildren(...overview(found, found.length));
      byId("panel").querySelectorAll("a.name")[most].focus();
    });
    parts.push(more);
  }
  return parts;
}

/** Thesis and poles, how many stand where, and how to go on. */
function question() {
  const [attack, support] = DATA.poles;
  const placed = DATA.scholars.filter((scholar) => scholar.place);
  const settled = placed.filter((scholar) => !unsettled(scholar.place));
  const against = settled.filter((scholar) => scholar.place.position < 0).length;
  const camp = (pole, side, number) =>
    make("li", { className: side }, make("strong", {}, pole.name), ` (${number}): ${pole.statement}`);
  const open = placed.length - settled.length;
  return [
    make("p", {}, "Thesis: ", make("strong", {}, DATA.thesis)),
    make("ul", { className: "camps" }, camp(attack, "attack", against), camp(support, "support", settled.length - against)),
    make("p", { className: "faint" }, `${counted(open, "scholar")} in between or not settled. Choose a scholar on the map or here for their claims, the evidence, and who answers whom.`),
  ];
}

function person({ scholar, claims }) {
  const place = placeOf(scholar);
  const [against, favour, neutral] = sides(claims);
  const counts = against + favour ? `${against} against · ${favour} for` : `${neutral} neutral`;
  const where = place ? signed(place.position) : "not placed";
  const shown = state.q ? claims.slice(0, 3) : claims.slice(0, 1);
  const gist = shown.map((claim) =>
    make("p", { className: "hit" }, make("a", { href: linkTo({ ...CLOSED, claim: claim.id }) }, claim.text)),
  );
  return make("li", {}, nameLink(scholar), make("span", { className: "faint" }, ` ${where} · ${counts}`), gist);
}
