from acme.model import *
from .shapes import Box as Crate
