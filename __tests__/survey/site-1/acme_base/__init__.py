from acme_base._core import Base, Registry
