"""BLAKE2, for fingerprints and the names of cache entries."""

try:
    # hashlib has the same function, and loads OpenSSL first: a fiftieth of a whole short audit
    from _blake2 import blake2b
except ImportError:  # not CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
