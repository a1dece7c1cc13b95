"""Claims to stances toward the thesis, with calibrated probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language

from debatemap.model import Claim, Debate, Document, Relation, Stance
from debatemap.stance.cross_encoder import CrossEncoder
from debatemap.stance.features import features_of
from debatemap.stance.model import StanceModel, chances, shipped
from debatemap.stance.teach import judge_taught

_STANCES = (Stance.ATTACK, Stance.NEUTRAL, Stance.SUPPORT)


def classify_stances(
    claims: Sequence[Claim],
    document: Document,
    debate: Debate,
    *,
    nlp: Language,
    relations: Sequence[Relation] = (),
    coded: Sequence[Claim] = (),
    model: StanceModel | None = None,
    encoder: CrossEncoder | None = None,
) -> list[Claim]:
    """The claims, each with its stance and the probability of it.

    `claims`: those of one document; `relations`: who supports and attacks whom in it, which tells who stands
    with whom. `coded`: hand-coded claims of the debate, of whichever paper; they
    settle the claims around them and, from twenty on, teach the model this debate's words and holders.
    They are never changed nor given back. `model`: the package's own when None; `encoder`: a fresh one. In
    the order given.

    What a claim says of the thesis, and how, carries over to topics that a model has not seen (Bar-Haim
    et al. 2017); bags of words do not.
    """
    if not claims:
        return []
    model = model or shipped()
    every = [*claims, *coded]
    alone = features_of(every, document, debate, nlp=nlp, encoder=encoder)
    known = {index: claim.stance.sign for index, claim in enumerate(coded, start=len(claims))}
    out = []
    judged = judge_taught(every, alone, model, coded=known, relations=relations)
    for claim, logits in zip(claims, judged, strict=False):
        odds = chances(logits)
        best = max(range(3), key=lambda side: odds[side])
        attack, _, support = odds
        out.append(
            replace(
                claim,
                stance=_STANCES[best],
                confidence=round(odds[best], 3),
                lean=round(support - attack, 3),
            )
        )
    return out
