"""Attributions in the making: a source in a parsed sentence, its content, and the words for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from debatemap.claims.parsing import ParsedSentence, half_of
from debatemap.claims.pieces import pieces
from debatemap.claims.verbs import cue_of, is_conceded
from debatemap.model import Attribution, Span


@dataclass(frozen=True, slots=True)
class Content:
    """An attribution, and the stretches that put it in words: its content where this can be read
    `alone`, else the clause that reports it, or nothing where that is the whole sentence."""

    attribution: Attribution
    words: tuple[Span, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence, and the source in it whose reports are looked for.

    `source` is where the source stands in the document, None for "it is held that"; `token` the
    source's head in the parse.
    """

    parsed: ParsedSentence
    source: Span | None
    token: Token | None

    def alone(
        self,
        tokens: Sequence[Token],
        cue: Token | None,
        *,
        denied: bool = False,
        clause: Sequence[Token] | None = None,
    ) -> Iterator[Content]:
        """Content that can be read alone; where it is denied, its words are those of the `clause`."""
        content = pieces(self.parsed, tokens)
        if content:
            made = self._attribution(content, cue, denied=denied)
            plain = pieces(self.parsed, [token for token in tokens if not _repeats_that(token, tokens)])
            yield Content(made, self._words(clause) if denied else plain, alone=not denied)

    def within(
        self, tokens: Sequence[Token], cue: Token, clause: Sequence[Token] | None, *, denied: bool = False
    ) -> Iterator[Content]:
        """Content whose words are those of the clause that reports it; None: the whole sentence."""
        content = pieces(self.parsed, tokens, clause=False) or pieces(self.parsed, half_of(cue))
        made = self._attribution(content, cue, denied=denied)
        yield Content(made, self._words(clause))

    def _words(self, clause: Sequence[Token] | None) -> tuple[Span, ...]:
        """The stretches of a clause, its subject put before it where the verb shares that of another."""
        if clause is None:
            return ()
        words = pieces(self.parsed, clause, clause=False)
        shared = self.source is not None and bool(self.parsed.tokens_in(self.source))
        if self.source is not None and shared and not any(span.overlaps(self.source) for span in words):
            return (self.source, *words)
        return words

    def _attribution(self, content: tuple[Span, ...], cue: Token | None, *, denied: bool) -> Attribution:
        if cue is None:
            return Attribution(content=content, source=self.source)
        entry = cue_of(cue)
        to = cue.i + 1 < len(cue.doc) and (cue.lower_, cue.nbor(1).lower_) == ("according", "to")
        where = self.parsed.cover([cue, cue.nbor(1)]) if to else self.parsed.where(cue)
        gapped = len(where) < len(cue)  # "X finds that P, and Y that Q"
        return Attribution(
            content=content,
            cue=None if gapped else where,
            source=self.source,
            cue_lemma="according to" if to else cue.lemma_.lower(),
            denied=denied,
            concession=(entry is not None and entry.kind == "concede") or is_conceded(cue, self.token),
        )


def _repeats_that(token: Token, tokens: Sequence[Token]) -> bool:
    """The second "that" of "that A and that B", "that A, that B, and that C"."""
    if token.lower_ != "that" or token.dep_ != "mark" or token == tokens[0]:
        return False
    listed = tokens[0].lower_ == "that" and token.nbor(-1).lower_ in (",", "and", "or")
    return listed or token.head.dep_ == "conj"
