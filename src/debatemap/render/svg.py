"""The drawn svg made fit for reading: names for the screen reader, claims on hover, no clutter."""

from __future__ import annotations

from lxml import etree

from debatemap.render.shapes import Data, Layout

_SVG = "http://www.w3.org/2000/svg"
_LINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_FACES = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'Noto Sans CJK SC', sans-serif"


def tidy_svg(drawn: bytes, layout: Layout) -> str:
    """The svg with a title and a description, a group for each owner of shapes, and tooltips as titles.

    Groups have the class and id that the layout gives them, edges id "tie-<n>", n as in the layout; all
    ids begin with the layout's prefix, and groups and edges carry its `data-` attributes.
    """
    root = etree.fromstring(drawn, etree.XMLParser(remove_comments=True, resolve_entities=False))
    canvas = root[0]  # the drawing program wraps everything in one group
    for name in canvas.findall(f"{{{_SVG}}}title"):
        canvas.remove(name)  # the drawing program's name for the graph
    for group in list(canvas):
        _tidy_group(group)
    for text in canvas.iter(f"{{{_SVG}}}text"):
        text.attrib.pop("font-family", "")
        text.attrib.pop(f"{{{_XML}}}space", "")
    _gather_groups(canvas, layout)
    canvas.attrib.pop("id", "")
    title, description = etree.Element(f"{{{_SVG}}}title"), etree.Element(f"{{{_SVG}}}desc")
    title.text, description.text = layout.title, layout.description
    title.set("id", f"{layout.prefix}map-title")
    description.set("id", f"{layout.prefix}map-description")
    root[:0] = [title, description]
    for side, length in (("width", layout.width), ("height", layout.height)):
        scale = layout.millimetres / layout.width
        root.set(side, f"{length * scale:.2f}mm" if scale else f"{length:g}")
    root.set("font-family", _FACES)
    root.set("role", "img")
    root.set("aria-labelledby", f"{layout.prefix}map-title {layout.prefix}map-description")
    etree.cleanup_namespaces(root)
    body = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _tidy_group(group: etree._Element) -> None:
    title = group.find(f"{{{_SVG}}}title")
    link = group.find(f".//{{{_SVG}}}a")
    if title is not None:
        if link is None:
            group.remove(title)
        else:
            title.text = link.get(f"{{{_LINK}}}title")
    if link is not None:
        group.extend(list(link))
        for holder in group.findall(f"{{{_SVG}}}g"):
            group.remove(holder)
    words = group.get("class", "").split()
    if words and words[0] in {"node", "edge"}:
        group.set("class", " ".join(words[1:]))
    if not group.get("id", "").startswith("tie-"):
        group.attrib.pop("id", "")


def _gather_groups(canvas: etree._Element, layout: Layout) -> None:
    """Put what belongs to one scholar, work or claim into one group, which carries the tooltip."""
    groups: list[etree._Element] = []
    for owner in layout.groups:
        look = {"class": owner.role, "id": layout.prefix + owner.id}
        group = etree.SubElement(canvas, f"{{{_SVG}}}g", look)
        _set_data(group, owner.data)
        groups.append(group)
    ties = [part for part in canvas if part.get("id", "").startswith("tie-")]
    for part in list(canvas):
        own = next((w for w in part.get("class", "").split() if w.startswith("of-")), None)
        if own is None:
            continue
        group = groups[int(own[3:])]
        part.set("class", part.get("class", "").replace(f" {own}", ""))
        title = part.find(f"{{{_SVG}}}title")
        if title is not None:
            group.insert(0, title)
        group.append(part)
    # Intervals lie under the edges, dots above.
    data = {path.tie: path.data for path in layout.paths if path.tie is not None}
    for tie in ties:
        _set_data(tie, data[int(tie.get("id", "")[4:])])
        tie.set("id", layout.prefix + tie.get("id", ""))
        canvas.append(tie)


def _set_data(mark: etree._Element, data: Data) -> None:
    for name, value in data:
        mark.set(f"data-{name}", value)
