"""The drawn svg made fit for reading: names for the screen reader, claims on hover, no clutter."""

from __future__ import annotations

from lxml import etree

from debatemap.render.shapes import Layout

_SVG = "http://www.w3.org/2000/svg"
_LINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_FACES = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'Noto Sans CJK SC', sans-serif"


def tidy_svg(drawn: bytes, layout: Layout) -> str:
    """The svg with a title and a description, a group for each scholar, and tooltips as titles.

    Groups have class "scholar" and id "scholar-<n>", edges id "tie-<n>", n as in the layout.
    """
    root = etree.fromstring(drawn, etree.XMLParser(remove_comments=True, resolve_entities=False))
    canvas = root[0]  # the drawing program wraps everything in one group
    for group in list(canvas):
        _tidy_group(group)
    for text in canvas.iter(f"{{{_SVG}}}text"):
        text.attrib.pop("font-family", "")
        text.attrib.pop(f"{{{_XML}}}space", "")
    _gather_scholars(canvas, layout)
    canvas.attrib.pop("id", "")
    title, description = etree.Element(f"{{{_SVG}}}title"), etree.Element(f"{{{_SVG}}}desc")
    title.text, description.text = layout.title, layout.description
    title.set("id", "map-title")
    description.set("id", "map-description")
    root[:0] = [title, description]
    root.set("width", f"{layout.width:g}")
    root.set("height", f"{layout.height:g}")
    root.set("font-family", _FACES)
    root.set("role", "img")
    root.set("aria-labelledby", "map-title map-description")
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


def _gather_scholars(canvas: etree._Element, layout: Layout) -> None:
    """Put dot, interval and label of a scholar into one group, which carries the tooltip."""
    groups: list[etree._Element] = []
    for number, name in enumerate(layout.names):
        group = etree.SubElement(canvas, f"{{{_SVG}}}g", {"class": "scholar", "id": f"scholar-{number}"})
        group.set("data-name", name)
        groups.append(group)
    ties = [part for part in canvas if part.get("id", "").startswith("tie-")]
    for part in list(canvas):
        owner = next((w for w in part.get("class", "").split() if w.startswith("of-")), None)
        if owner is None:
            continue
        group = groups[int(owner[3:])]
        part.set("class", part.get("class", "").replace(f" {owner}", ""))
        title = part.find(f"{{{_SVG}}}title")
        if title is not None:
            group.insert(0, title)
        group.append(part)
    # Intervals lie under the edges, dots above.
    for tie in ties:
        canvas.append(tie)
