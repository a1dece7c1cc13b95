"""By how a sentence or clause is joined on: "Unlike Y, X", "similarly, X", "X, by contrast"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from debatemap.model import RelationKind
from debatemap.stance.relations.anaphora import taken_up
from debatemap.stance.relations.arguments import named, reporters, speakers
from debatemap.stance.relations.cues import Cue, Found, cues, participles, related
from debatemap.stance.relations.scenes import VERBS, Scene, owner_of, root_of, subject_of

CONTRAST = "relation-contrast"
"""The rule of relations that a connective alone marks."""
ECHO = "relation-echo"
"""How the rules begin by which a sentence joins, or leaves, the one before."""
# With nobody else in the clause these are the author's own.
_OWN_OPENERS = frozenset(
    {"pace", "contra", "contrary to", "in contrast to", "in stark contrast to", "in sharp contrast to"}
    | {"against", "in line with", "consistent with", "in agreement with", "in keeping with"}
    | {"in accordance with"}
)
_SET_OFF = re.compile(
    r"^(?:However|But|Yet)\b|, (?:however|by contrast|on the other hand|in contrast|on the contrary)\b"
)
_IN_REPLY = re.compile(r"in (?:his|her|their) (?:reply|response|rejoinder|answer)\b(?! to)")
_SO_DO = re.compile(r"(?:and )?(?:so|nor|neither) (?:do|does|did|has|have|had|is|are|was|were) (?!not\b)")
_ASIDE = re.compile(r"[,;] (to the contrary|on the contrary|by contrast|in contrast|on the other hand),")


def by_opener(scene: Scene) -> Iterator[Found]:
    """ "In contrast to Y, X argues", "like Y, X draws on", "echoing Y, X argues"."""
    text = scene.doc.text.lower()
    openers = cues("opener")
    if scene.doc[0].pos_ not in VERBS and (cue := participles().get(scene.doc[0].lower_)):
        openers = {**openers, scene.doc[0].lower_: cue}  # the parser took it for a noun
    for words, cue in openers.items():
        for match in re.finditer(rf"(?:^|[,;:–—]\s|\b(?:and|but) )({re.escape(words)})\b", text):
            last = max(token.i for token in scene.doc if token.idx < match.end(1))
            governor = scene.doc[last]
            governed = [token for token in governor.subtree if token.i > last] or [
                *scene.doc[last + 1 : last + 2]
            ]
            targets = named(scene, governed, bare=True) or taken_up(scene, governed, (), of=governor)
            sources = [source for source in _main_sources(scene) if source not in targets]
            undergone = words == "following" and _is_done_here(scene)
            if not sources and (words in _OWN_OPENERS or undergone):
                sources = reporters(scene, targets, governor)
            yield from related(sources, targets, cue, "opener")


def _is_done_here(scene: Scene) -> bool:
    """ "Following X, the soil was modelled as …": by whom, is not said."""
    root = root_of(scene)
    marks = {child.dep_ for child in root.children}
    return "auxpass" in marks and "agent" not in marks


def by_bracket(scene: Scene) -> Iterator[Found]:
    """ "X holds that A (contra Y and Z)", "A (pace Y)"."""
    for word in ("contra", "pace"):
        targets = [actor.key for actor in scene.actors if actor.bracketed and actor.opener == word]
        sources = [source for source in _main_sources(scene) if source not in targets]
        yield from related(sources or ["self"], targets, cues("opener")[word], "opener")


def by_echo(scene: Scene) -> Iterator[Found]:
    """ "Along the same lines, X argues", "X argues along the same lines": with the one before."""
    text = scene.doc.text.lower()
    for words, cue in cues("echo").items():
        within = words.startswith(("along", "in the same", "in a similar")) and f" {words}" in text
        if within or re.match(rf"(?:and |but )?{re.escape(words)}\b(?! to| with)", text):
            yield from _echoed(scene, speakers(scene, subject_of(root_of(scene))), cue)
    if _IN_REPLY.match(text):
        yield from _echoed(scene, speakers(scene, subject_of(root_of(scene))), cues("echo")["in reply"])
    if _SO_DO.match(text):
        first = [actor.key for actor in scene.actors if not actor.bracketed and actor.token < 9]
        yield from _echoed(scene, first, cues("echo")["likewise"])


def _echoed(scene: Scene, sources: Sequence[str], cue: Cue) -> Iterator[Found]:
    for source in sources:
        targets = [target for target in scene.before if owner_of(target) != owner_of(source)]
        yield from related([source], [target for target in targets if target not in sources], cue, "echo")


def by_addition(scene: Scene) -> Iterator[Found]:
    """ "X, too, traces it to", "X likewise holds": with the one before."""
    subject = subject_of(root_of(scene))
    sources = named(scene, subject)
    last = max((token.i for token in subject), default=0)
    words = [token.lower_ for token in scene.doc[last + 1 : last + 4] if not token.is_punct]
    if sources and words and words[0] in {"too", "likewise", "similarly"}:
        targets = [target for target in scene.before if target not in sources]
        yield from related(sources, targets, Cue(words[0], RelationKind.SUPPORT, 0.65), "echo")


def by_contrast(scene: Scene) -> Iterator[Found]:
    """ "X, however, holds": set off, by nothing but the connective, from those reported before."""
    if _SET_OFF.search(scene.doc[: max(8, root_of(scene).i)].text):
        for source in _told_first(scene):
            if source in scene.holders:
                for target in scene.before:
                    if target not in scene.holders:
                        yield Found(source, target, RelationKind.ATTACK, 0.5, CONTRAST)


def by_clause(scene: Scene) -> Iterator[Found]:
    """ "X corroborates it, while Y finds, to the contrary, that": the clause's speaker against the others."""
    for match in _ASIDE.finditer(scene.doc.text):
        word = next(token for token in scene.doc if token.idx + len(token) > match.start(1))
        verb = next((up for up in word.ancestors if up.pos_ in VERBS), None)
        sources = named(scene, subject_of(verb)) if verb is not None else []
        first = min((actor.token for actor in scene.actors if actor.key in sources), default=0)
        targets = [
            a.key for a in scene.actors if a.token < first and not a.bracketed and a.key not in sources
        ]
        for source in sources:
            for target in dict.fromkeys(targets):
                yield Found(source, target, RelationKind.ATTACK, 0.6, CONTRAST)


def _main_sources(scene: Scene) -> list[str]:
    """Who speaks in the main clause; else the one whose claim the sentence conveys; where the parser finds
    no subject at all, whoever is named last outside brackets."""
    subject = subject_of(root_of(scene))
    holders = [holder for holder in scene.holders if holder != "self"]
    return (
        speakers(scene, subject)
        or (holders if len(holders) == 1 else [])
        or ([] if subject else [actor.key for actor in scene.actors if not actor.bracketed][-1:])
    )


def _told_first(scene: Scene) -> list[str]:
    """Whom the sentence names as its speaker: the subject, or whoever it begins with ("For X, however, …")
    if the claim is theirs."""
    root = root_of(scene)
    first = [actor.key for actor in scene.actors if not actor.bracketed and actor.token < root.i]
    spoken = speakers(scene, subject_of(root)) or [key for key in first if key in scene.holders]
    return [key for key in spoken if key in first][:1]
