from collections import namedtuple
from dataclasses import dataclass

Point = namedtuple('Point', 'x y')


@dataclass
class Box:
    corner: Point
    width: int = 0


class Keyed(dict):
    def __setitem__(self, key, value):
        super().__setitem__(str(key), value)
