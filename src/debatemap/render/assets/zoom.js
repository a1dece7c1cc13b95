// Larger, smaller and sideways: the picture lies in a field that scrolls, so that wheel, touch and arrow keys
// do what they do everywhere; beyond that one drags it, and zooms with Ctrl and the wheel, two fingers, + - 0.

const field = byId("field");
const picture = () => field.querySelector("svg.shown");

/** Set the width of the picture to a share of what it is, the point (x, y) of the window staying where it is;
 *  without a factor, fit it into the field. */
function zoom(factor, x, y) {
  const svg = picture();
  const before = svg.getBoundingClientRect();
  const frame = field.getBoundingClientRect();
  const at = [x ?? frame.left + frame.width / 2, y ?? frame.top + frame.height / 2];
  const share = [(at[0] - before.left) / before.width, (at[1] - before.top) / before.height];
  // On a small screen a picture is wider than its field unless told; fitted, it shows whole.
  const wanted = factor ? before.width * factor : isNarrow() ? frame.width : 0;
  svg.classList.toggle("sized", Boolean(wanted));
  svg.style.width = wanted ? `${Math.round(Math.max(300, Math.min(8000, wanted)))}px` : "";
  const after = svg.getBoundingClientRect();
  field.scrollLeft += after.left + share[0] * after.width - at[0];
  field.scrollTop += after.top + share[1] * after.height - at[1];
}

function wakeZoom() {
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("zoom-fit").addEventListener("click", () => zoom(0));
  field.addEventListener("keydown", (event) => {
    const factor = { "+": 1.25, "=": 1.25, "-": 0.8, 0: 0 }[event.key];
    if (factor === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    zoom(factor);
  });
  field.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
    },
    { passive: false },
  );
  wakeFingers();
}

/** Dragging with the mouse, pinching with two fingers; one finger scrolls by itself. */
function wakeFingers() {
  const down = new Map();
  let dragged = false;
  const spread = () => {
    const [a, b] = [...down.values()];
    return [Math.hypot(a.x - b.x, a.y - b.y), (a.x + b.x) / 2, (a.y + b.y) / 2];
  };
  field.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    dragged = false;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  addEventListener("pointermove", (event) => {
    const last = down.get(event.pointerId);
    if (!last) return;
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    if (down.size === 2) {
      const [before] = spread();
      down.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const [now, x, y] = spread();
      if (before) zoom(now / before, x, y);
    } else if (event.pointerType === "mouse" && (dragged || Math.hypot(dx, dy) > 4)) {
      // A few points of play, so that a click with an unsteady hand stays a click.
      dragged = true;
      field.classList.add("dragged");
      field.scrollLeft -= dx;
      field.scrollTop -= dy;
      down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    }
  });
  for (const end of ["pointerup", "pointercancel"])
    addEventListener(end, (event) => {
      down.delete(event.pointerId);
      field.classList.remove("dragged");
    });
  field.addEventListener(
    "click",
    (event) => {
      if (dragged) event.stopPropagation();
      dragged = false;
    },
    true,
  );
}
