"""The command `onrecord` on a machine without wheels of onnxruntime and tokenizers: their import is refused.

A script, so that worker processes, which begin by running it as well, are refused them too.
"""

import sys

REFUSED = ("onnxruntime", "tokenizers")


class Refusing:
    """Stands before all finders of modules."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Find nothing, and let nobody find these."""
        if name.split(".")[0] in REFUSED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, Refusing())

if __name__ == "__main__":
    from onrecord.cli import main

    main()
