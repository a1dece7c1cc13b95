"""The sources that Word keeps in a document (References > Manage Sources), to References."""

from __future__ import annotations

import re

from lxml import etree

from debatemap.corpus.names import split_name
from debatemap.corpus.xml_references import bare_doi, complete_references, split_year
from debatemap.corpus.xml_source import find_all, first_text
from debatemap.model import Name, Reference

# Word's kinds of source (ISO/IEC 29500-1, 22.6.3.5) as CSL calls them, which Zotero's fields use.
_KINDS = {
    "Book": "book",
    "BookSection": "chapter",
    "JournalArticle": "article-journal",
    "ArticleInAPeriodical": "article-magazine",
    "ConferenceProceedings": "paper-conference",
    "Report": "report",
    "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "webpage",
    "Film": "motion_picture",
    "Interview": "interview",
    "Patent": "patent",
    "Case": "legal_case",
}
_CONTAINERS = ("JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName", "InternetSiteTitle")
_PUBLISHERS = ("Publisher", "Institution", "ProductionCompany")
_AUTHORS = ("Author", "Artist", "Composer", "Director", "Interviewee", "Inventor", "Performer", "Writer")


def read_sources(root: etree._Element) -> tuple[Reference, ...]:
    """The works of a `b:Sources` element (ISO/IEC 29500-1, 22.6), in order; none of another element.

    Each has the key that its authors and year make, and Word's tag ("Lee11"), by which the citation
    fields name it, among its aliases.
    """
    name = etree.QName(root)
    if name.localname != "Sources" or not str(name.namespace).endswith("/bibliography"):
        return ()
    tagged = [(first_text(source, "Tag"), _work(source)) for source in find_all(root, "Source")]
    return tuple(complete_references([(tag, work) for tag, work in tagged if tag]).values())


def _work(source: etree._Element) -> Reference:
    year, suffix, original = split_year(first_text(source, "Year"))
    return Reference(
        key="",
        authors=next((names for role in _AUTHORS if (names := _names(source, role))), ()),
        year=year,
        suffix=suffix,
        original_year=original,
        title=first_text(source, "Title"),
        container=first_text(source, *_CONTAINERS),
        volume=first_text(source, "Volume"),
        issue=first_text(source, "Issue"),
        pages=re.sub(r"\s*[-–]+\s*", "–", first_text(source, "Pages")),
        publisher=first_text(source, *_PUBLISHERS),
        # Older versions have no field for the DOI, so that it stands among the numbers.
        doi=bare_doi(first_text(source, "DOI")) or bare_doi(first_text(source, "StandardNumber")),
        url=first_text(source, "URL"),
        kind=_KINDS.get(first_text(source, "SourceType"), ""),
        editors=_names(source, "Editor") or _names(source, "BookAuthor"),
    )


def _names(source: etree._Element, role: str) -> tuple[Name, ...]:
    """The persons of a role ("Author"), or the one body that stands in their place."""
    corporate = first_text(source, f"Author/{role}/Corporate")
    if corporate:
        return (Name(corporate),)
    persons = find_all(source, f"Author/{role}/NameList/Person")
    return tuple(name for person in persons if (name := _name(person)).family)


def _name(person: etree._Element) -> Name:
    given = " ".join(part for tag in ("First", "Middle") if (part := first_text(person, tag)))
    family = first_text(person, "Last")
    # A name that was typed in one go stands in one field.
    return Name(family, given) if family and given else split_name(family or given)
