"""Claims to stances toward the thesis, with calibrated probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language

from debatemap.model import Claim, Debate, Document, Stance
from debatemap.stance.features import features_of
from debatemap.stance.joint import judge
from debatemap.stance.model import StanceModel, chances, shipped

# What a person coded is as good as certain to the claims around it.
_CODED = {Stance.ATTACK: (4.0, -4.0), Stance.NEUTRAL: (-4.0, 0.0), Stance.SUPPORT: (4.0, 4.0)}
_STANCES = (Stance.ATTACK, Stance.NEUTRAL, Stance.SUPPORT)


def classify_stances(
    claims: Sequence[Claim],
    document: Document,
    debate: Debate,
    *,
    nlp: Language,
    coded: Sequence[Claim] = (),
    model: StanceModel | None = None,
) -> list[Claim]:
    """The claims, each with its stance and the probability of it.

    `claims`: those of one document. `coded`: hand-coded claims of the debate; they teach and are never
    changed. `model`: the package's own when None. In the order given.
    """
    if not claims:
        return []
    model = model or shipped()
    every = [*claims, *coded]
    alone = features_of(every, document, debate, nlp=nlp)
    known = {index: _CODED[claim.stance] for index, claim in enumerate(coded, start=len(claims))}
    out = []
    for claim, logits in zip(claims, judge(every, alone, model, known=known), strict=False):
        odds = chances(logits)
        best = max(range(3), key=lambda side: odds[side])
        out.append(replace(claim, stance=_STANCES[best], confidence=round(odds[best], 3)))
    return out
