"""In how many texts of ordinary news each root stands: `src/onrecord/across/rarity.json`, shares alone.

usage: python -m training.count_words TEXTS.jsonl…
"""

import json
import sys
from collections import Counter
from pathlib import Path

from onrecord.across.roots import plain_root
from onrecord.across.words import words_of
from onrecord.record import Span

OUT = Path(__file__).parent.parent / "src" / "onrecord" / "across" / "rarity.json"
LEAST = 0.01  # share of the texts a root must stand in; what is rarer counts as that rare


def main() -> None:
    counts: Counter[str] = Counter()
    texts = 0
    for name in sys.argv[1:]:
        with Path(name).open(encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                texts += 1
                counts.update(
                    {plain_root(w.same, w.stem) for w in words_of(text, [Span(0, len(text), text)])}
                )
    shares = {
        root: round(n / texts, 3)
        for root, n in sorted(counts.items())
        if n / texts >= LEAST and root[0].isalpha()
    }
    OUT.write_text(
        json.dumps({"least": LEAST, "shares": shares}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    print(f"{len(shares)} roots of {texts} texts")


if __name__ == "__main__":
    main()
