"""Relations between works as the text marks them: who agrees with whom, who answers whom.

`scenes`: sentences with the works named in them; `arguments`: who stands where; `cues`: the words; one module
a family of rules; `rules` asks them all; `find` gathers what they find in a document.
"""

from debatemap.stance.relations.find import find_relations

__all__ = ["find_relations"]
