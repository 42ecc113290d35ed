"""Holds what a survey of one version of a package found, in the words of the file."""
from dataclasses import dataclass, field


@dataclass
class Surveyed:
    """What a survey of one version found; names and rows in the words of the file."""
    package: str
    version: str
    sha256: str
    hooks: dict = field(default_factory=dict)       # definer → {(hook, ports): location}
    files: dict = field(default_factory=dict)       # definer → file
    classes: dict = field(default_factory=dict)     # module → {name: {traits}}
    functions: dict = field(default_factory=dict)   # module → {name}
    values: dict = field(default_factory=dict)
    also: dict = field(default_factory=dict)        # module → {(name, where it is defined)}
    makers: dict = field(default_factory=dict)      # module → {(name, ports): location}
    flags: dict = field(default_factory=dict)       # module → {'compiled', 'dynamic', 'unread'}
    metaclass_definers: dict = field(default_factory=dict)  # metaclass → definers in its order of resolution
    counts: dict = field(default_factory=dict)
    told: dict = field(default_factory=dict)        # what could not be told → examples

    def count(self, what, by=1):
        self.counts[what] = self.counts.get(what, 0) + by

    def missed(self, what, example):
        self.told.setdefault(what, []).append(example)
