"""The mean of several networks trained from one start: python training/average.py WEIGHTS… [--out FILE]

Runs that begin with the same weights end in one valley, and the middle of it is better than its sides
(Wortsman et al., "Model soups", 2022). As fast as one network.
"""

import argparse
from pathlib import Path

import torch
from prepare_tagger import OUT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=OUT / "tagger.pt")
    args = parser.parse_args()
    models = [torch.load(path)["model"] for path in args.weights]
    mean = {k: torch.stack([m[k].float() for m in models]).mean(0).to(v.dtype) for k, v in models[0].items()}
    torch.save({"model": mean, "args": {"mean of": " ".join(map(str, args.weights))}}, args.out)


if __name__ == "__main__":
    main()
