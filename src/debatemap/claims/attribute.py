"""Who holds what each sentence says: two passes from the first sentence to the last.

A report begins where a scholar is named and goes on without a name until the author speaks again,
another scholar enters or a section ends; so each decision looks at the ones before it. How readily
reports run on in this text, the first pass finds out (`debatemap.claims.habit`); the second decides.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from debatemap.claims.features import Features, Focus, carried_features, named_features
from debatemap.claims.habit import habit_shift
from debatemap.claims.model import AttributionModel, sigmoid
from debatemap.claims.parsing import IN_PROSE
from debatemap.claims.roles import brings_in
from debatemap.claims.scene import Line, Mention, Scene
from debatemap.claims.voice import voice_features
from debatemap.model import BlockKind, CitationForm, Via

_SPEAKS = ("subject", "agent", "owner", "per", "clause", "of", "in", "presented", "other")


@dataclass(frozen=True, slots=True)
class Holding:
    """A sentence given to a holder. `mention` is where the holder is named, None when carried."""

    line: Line
    holder: str
    via: Via
    probability: float
    mention: Mention | None
    rule: str


def attribute(scene: Scene, model: AttributionModel, topic: frozenset[str]) -> Iterator[Holding]:
    """Give sentences to holders, in text order; `topic` as from `voice.topic_stems`."""
    walk = Walk(scene, topic)
    first = list(_steps(walk, model))
    shift = habit_shift([step.runs_on for step in first if step.runs_on is not None])
    walk.foci = []
    spoke = False
    for step in _steps(walk, model, shift=shift, seen={step.index: step for step in first}):
        line = scene.lines[step.index]
        for key, (via, probability) in step.held.items():
            mention = next((m for m in line.mentions if m.key == key), None)
            yield Holding(line, key, via, probability, mention, f"{via.value}-report")
        spoken = model.voice.probability(walk.voice(step.index))
        # A sentence that goes on with a report, and names nobody, is not the author's own.
        reported = any(via is Via.CARRIED for via, _ in step.held.values()) and not line.mentions
        own = spoken >= model.voice.threshold and not reported
        if line.surface.restates and line.order:
            own = spoke and not step.held  # "That is, …": whoever said the sentence before
        spoke = line.is_prose and own
        if spoke:
            yield Holding(line, "self", Via.NARRATIVE, spoken, None, "own-voice")


@dataclass(frozen=True, slots=True)
class _Step:
    """A sentence decided: `named`, `carried` are the log-odds of those whom it names, and of those in
    `foci`; `held` is what follows."""

    index: int
    foci: tuple[Focus, ...]
    named: list[tuple[str, float]]
    carried: list[tuple[Focus, float]]
    held: dict[str, tuple[Via, float]]

    @property
    def runs_on(self) -> float | None:
        """Log-odds that the sentence goes on with a report; None where there is none to go on with."""
        return max((odds for _, odds in self.carried), default=None)


def _steps(
    walk: Walk, model: AttributionModel, *, shift: float = 0.0, seen: Mapping[int, _Step] | None = None
) -> Iterator[_Step]:
    """The walk from the first sentence to the last. `shift`: what is added to the log-odds that a report
    goes on; `seen`: the steps of an earlier walk, whose log-odds hold where the same were in focus."""
    for index in range(len(walk.scene.lines)):
        foci = tuple(walk.foci)
        old = seen[index] if seen else None
        if old and old.foci == foci:
            named, carried = old.named, old.carried
        else:
            named = [(key, model.named.log_odds(features)) for key, features in walk.named(index)]
            carried = [(focus, model.carried.log_odds(features)) for focus, features in walk.carried(index)]
        held = {
            key: (walk.via_of(index, key), probability)
            for key, odds in named
            if (probability := sigmoid(odds)) >= model.named.threshold
        }
        if carried:
            focus, odds = max(carried, key=lambda pair: pair[1])
            probability = sigmoid(odds + shift)
            if probability >= model.carried.threshold:
                held |= {key: (Via.CARRIED, probability) for key in focus.keys if key not in held}
        # Inside the loop of the caller the focus is still that of before the sentence.
        yield _Step(index, foci, named, carried, held)
        walk.settle(index, set(held))


def _callers(scene: Scene) -> dict[int, int]:
    """The first sentence of each note → the sentence that calls it."""
    starts = [line.span.start for line in scene.lines]
    return {
        bisect_left(starts, note.span.start): bisect_right(starts, note.call - 1) - 1
        for note in scene.document.footnotes
        if note.call is not None
    }


class Walk:
    """The state of the pass: whose report is going on, as decided so far."""

    def __init__(self, scene: Scene, topic: frozenset[str]) -> None:
        self.scene = scene
        self.topic = topic
        self.foci: list[Focus] = []
        self._calls = _callers(scene)
        self._then: dict[int, list[Focus]] = {}
        """Who was in focus behind the sentences that call notes, and before the notes."""

    def named(self, index: int) -> Iterator[tuple[str, Features]]:
        """The works that the sentence names, each with its features."""
        line = self.scene.lines[index]
        for key in line.keys if line.is_prose else ():
            yield key, named_features(self.scene, index, key, self.foci)

    def carried(self, index: int) -> Iterator[tuple[Focus, Features]]:
        """Those in focus whom the sentence does not name, each with features."""
        if not self.scene.lines[index].is_prose:
            return
        named = set(self.scene.lines[index].keys)
        for rank, focus in enumerate(self.foci):
            if named.isdisjoint(focus.keys):
                features = carried_features(self.scene, index, focus)
                if rank:
                    features["second_in_focus"] = 1.0
                yield focus, features

    def voice(self, index: int) -> Features:
        """Features of the author's own voice."""
        return voice_features(self.scene, index, self.foci[0] if self.foci else None, self.topic)

    def via_of(self, index: int, key: str) -> Via:
        """Narrative where the running text names the holder, carried where a year alone does."""
        forms = {m.citation.form for m in self.scene.lines[index].mentions if m.key == key}
        if forms == {CitationForm.YEAR}:
            return Via.CARRIED
        return Via.NARRATIVE if forms & set(IN_PROSE) else Via.PARENTHETICAL

    def settle(self, index: int, holders: set[str]) -> None:
        """Move the focus after the sentence was given to `holders` (works; not the author)."""
        line = self.scene.lines[index]
        aged = [
            replace(f, since_claim=f.since_claim + 1, since_named=f.since_named + 1, run=f.run)
            for f in self.foci
        ]
        aged = [self._refresh(f, line, holders) for f in aged]
        entering = self._entering(line, holders)
        kept = [f for f in aged if not entering or set(f.keys).isdisjoint(entering.keys)]
        # The freshest comes first; the one before it is remembered, for "the former" and the like.
        order = sorted(kept, key=lambda f: (f.since_claim, f.since_named))
        self.foci = ([entering] if entering else []) + order
        self.foci = [f for f in self.foci if f.since_claim <= 12][:2]
        self._then[index] = self.foci
        self._turn_to(index + 1)

    def _turn_to(self, index: int) -> None:
        """A note takes up the sentence that calls it, and not the note before."""
        lines = self.scene.lines
        if index == len(lines):
            return
        line = lines[index]
        if line.block.kind is BlockKind.FOOTNOTE and not line.order:
            called = self._then.get(self._calls.get(index, -1), [])
            self.foci = [replace(f, section=line.section, block_index=line.block_index) for f in called]

    def _refresh(self, focus: Focus, line: Line, holders: set[str]) -> Focus:
        if set(focus.keys) & holders:
            named = set(focus.keys) & set(line.keys)
            return replace(
                focus,
                keys=tuple(k for k in focus.keys if k in holders),
                since_claim=0,
                since_named=0 if named else focus.since_named,
                run=focus.run + 1,
                claimed=True,
                words=focus.words | line.surface.long,
                section=line.section,
                block_index=line.block_index,
            )
        return focus

    def _entering(self, line: Line, holders: set[str]) -> Focus | None:
        """Those whom the sentence brings in: named in its prose as speakers, else in its brackets."""
        prose = [m for m in line.mentions if m.citation.form in IN_PROSE]
        speaking = [m for m in prose if m.key in holders or m.role.name in _SPEAKS or brings_in(m.role)]
        held = [m for m in prose if m.key in holders]
        # "While A …, B approaches …; he": the subject of the main clause is whom the text goes on with.
        main = [m for m in speaking if m.role.name == "subject" and m.role.main]
        chosen = main or held or speaking
        how = "prose"
        if not chosen:
            cited = [m for m in line.mentions if m.key in holders]
            # "(2018: 668; see Leung and Pun 2009)": a year alone is of whoever is being reported.
            chosen = [m for m in cited if m.citation.form is CitationForm.YEAR] or cited
            how = "bracket"
        if not chosen:
            return None
        keys = tuple(dict.fromkeys(m.key for m in chosen))
        old = next((f for f in self.foci if set(f.keys) == set(keys)), None)
        if how == "prose":
            first = chosen[0].role
            name = "presented" if brings_in(first) else first.name
            how = f"{name}{'&cue' if first.cue else ''}" if len(keys) == 1 else "several"
        elif len(keys) > 1:
            how = "brackets"
        return Focus(
            keys=keys,
            section=line.section,
            block_index=line.block_index,
            introduced=how,
            plural=any(len(m.citation.names) > 1 or m.citation.et_al for m in chosen),
            run=(old.run + 1) if old else 1,
            words=(old.words if old else frozenset()) | line.surface.long,
            claimed=bool(set(keys) & holders),
        )
