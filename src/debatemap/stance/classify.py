"""Claims to stances toward the thesis, with calibrated probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language

from debatemap.model import Claim, Debate, Document, Stance
from debatemap.stance.features import features_of
from debatemap.stance.joint import joint_features
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
    alone = features_of(claims, document, debate, nlp=nlp)
    logits = [model.alone.logits(features) for features in alone]
    known = [_CODED[claim.stance] for claim in coded]
    context = joint_features([*claims, *coded], [*logits, *known])[: len(claims)]
    out = []
    for claim, own, around in zip(claims, alone, context, strict=True):
        odds = chances(model.joint.logits({**own, **around}))
        best = max(range(3), key=lambda side: odds[side])
        out.append(replace(claim, stance=_STANCES[best], confidence=round(odds[best], 3)))
    return out
