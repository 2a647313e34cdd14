"""Train the tagger on a CPU: python training/prepare_tagger.py && python training/train_tagger.py

Reads training/out/blocks.pkl, writes training/out/tagger.pt and prints the figures of the held-out
training articles after each epoch as one JSON line per slice. bf16 needs AVX512-BF16 to be of use.
"""

import argparse
import json
import pickle
import random
import time
from pathlib import Path

import torch
from prepare_tagger import OUT, UNKNOWN, encoder_folder
from tagger_model import LINK, LINKS, Tagger, bucket, pretrained
from torch.nn.functional import cross_entropy

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=float, default=4.5)  # passes over the data; a fraction for a trial
parser.add_argument("--lr", type=float, default=2e-4)  # of the encoder, at its peak
parser.add_argument(
    "--rate", type=float, nargs=2, default=(1.0, 0.0)
)  # share of it at the start and at the end
parser.add_argument("--start", type=Path)  # weights to go on from, instead of the encoder's
parser.add_argument("--head-lr", type=float, default=1e-3)  # of the heads, which start from nothing
parser.add_argument("--batch", type=int, default=3072)  # word pieces in a step, padding included
parser.add_argument(
    "--shortest", type=int, default=96
)  # a window's greatest length is drawn anew for each text …
parser.add_argument("--longest", type=int, default=176)  # … between these two; the run time uses 128
parser.add_argument("--warmup", type=float, default=0.06)  # share of the steps with a rising rate
parser.add_argument(
    "--repeat", type=json.loads, default={"polnear": 1, "news": 3, "own": 1, "nested": 2, "names": 1}
)  # times per epoch
parser.add_argument(
    "--weights", type=json.loads, default={"tags": 0.5, "names": 0.3, "modes": 0.3, "links": 0.3}
)  # of the losses beside the chain's
parser.add_argument("--hidden", type=float, default=0.05)  # share of the words that are masked
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--out", type=Path, default=OUT / "tagger.pt")
args = parser.parse_args()

random.seed(args.seed)
torch.manual_seed(args.seed)
torch.set_num_threads(2)
CLS, SEP, MASK = 101, 102, 103
LOSSES = ("chain", "tags", "names", "modes", "links")
STRAIGHT = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}  # curly marks -> straight ones

with (OUT / "blocks.pkl").open("rb") as f:
    documents = pickle.load(f)
train = [d for d in documents if not d["held_out"]]


class FastDropout(torch.nn.Module):
    """Dropout from a stock of random masks: drawing fresh ones costs a tenth of the time on a CPU."""

    stock = ((torch.rand(1 << 24) >= 0.1).float() / 0.9).bfloat16()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return x
        at = random.randrange(len(self.stock) - x.numel())
        return x * self.stock[at : at + x.numel()].view(x.shape).to(x.dtype)


def windows(document: dict, longest: int) -> list[list[dict]]:
    """Consecutive blocks packed from a random phase on; a block that is too long is left whole up to 256."""
    packed: list[list[dict]] = []
    room = random.randrange(longest)
    for block in document["blocks"]:
        block = cut(block, 254)
        for part in block:
            size = len(part["ids"]) + 1
            if not packed or size > room:
                packed.append([])
                room = longest - 1
            packed[-1].append(part)
            room -= size
    return packed


def cut(block: dict, longest: int) -> list[dict]:
    """A block too long for a window, in pieces that end with a sentence."""
    n = len(block["ids"])
    if n <= longest:
        return [block]
    at = next(
        (i for i in range(longest, longest // 2, -1) if block["ids"][i - 1] == 1012 and block["first"][i]),
        longest,
    )
    while not block["first"][at]:
        at -= 1
    return [part(block, 0, at), *cut(part(block, at, n), longest)]


def part(block: dict, start: int, end: int) -> dict:
    out = {
        k: v[start:end]
        for k, v in block.items()
        if k in ("ids", "types", "first", "tags", "names", "modes", "starts", "ends")
    }
    keep = lambda i: i is not None and start <= i < end  # noqa: E731
    for kind in LINKS:
        out[kind] = [(a - start, b - start if keep(b) else None) for a, b in block[kind] if keep(a)]
    return out


def disguise(types: list[int], ids: list[int]) -> tuple[list[int], list[int]]:
    """Now and then another typography: straight marks, a line in title case or all capitals or none."""
    if random.random() < 0.25:
        ids = [STRAIGHT.get(i, i) for i in ids]
    draw = random.random()
    if draw < 0.06 and len(ids) < 60:
        types = [1 if t == 0 and random.random() < 0.8 else t for t in types]
    elif draw < 0.07:
        types = [t // 4 * 4 + 2 if t % 4 != 3 else t for t in types]
    elif draw < 0.08:
        types = [t // 4 * 4 if t % 4 != 3 else t for t in types]
    return types, ids


def masked(ids: list[int], first: list[bool]) -> list[int]:
    """Now and then a word that cannot be read: what stands around it has to do."""
    hidden, made = False, []
    for i, begins in zip(ids, first, strict=True):
        hidden = random.random() < args.hidden if begins else hidden
        made.append(MASK if hidden else i)
    return made


def assemble(window: list[dict], *, plain: bool = False) -> dict:
    """[CLS] block [SEP] block [SEP], with targets; links stay inside their block."""
    w = {
        "ids": [CLS],
        "types": [0],
        "tags": [UNKNOWN],
        "names": [UNKNOWN],
        "modes": [UNKNOWN],
        "block": [-1],
        **{k: [] for k in LINKS},
    }
    for number, b in enumerate(window):
        base = len(w["ids"])
        types, ids = (b["types"], b["ids"]) if plain else disguise(b["types"], masked(b["ids"], b["first"]))
        w["ids"] += [*ids, SEP]
        w["types"] += [*types, 0]
        for key in ("tags", "names", "modes"):
            w[key] += [*b[key], UNKNOWN]
        w["block"] += [number if f else -1 for f in b["first"]] + [-1]
        for kind in LINKS:
            w[kind] += [(base + a, None if c is None else base + c) for a, c in b[kind]]
    return w


def epoch_batches() -> list[list[dict]]:
    """Every window of this epoch, like lengths together, in random order."""
    made = []
    for d in train:
        for _ in range(args.repeat[d["corpus"]]):
            made += [assemble(w) for w in windows(d, random.randrange(args.shortest, args.longest))]
    made.sort(key=lambda w: len(w["ids"]) + random.uniform(-8, 8))
    batches: list[list[dict]] = [[]]
    for w in made:
        if batches[-1] and len(w["ids"]) * (len(batches[-1]) + 1) > args.batch:
            batches.append([])
        batches[-1].append(w)
    random.shuffle(batches)
    return batches


def tensors(batch: list[dict]) -> dict[str, torch.Tensor]:
    longest = max(len(w["ids"]) for w in batch)
    fill = {"ids": 0, "types": 0, "tags": UNKNOWN, "names": UNKNOWN, "modes": UNKNOWN, "block": -1}
    t = {k: torch.tensor([w[k] + [v] * (longest - len(w[k])) for w in batch]) for k, v in fill.items()}
    for kind in LINKS:
        rows = [(b, a, 0 if c is None else c) for b, w in enumerate(batch) for a, c in w[kind]]
        t[kind] = torch.tensor(rows).reshape(-1, 3)
    t["mask"] = (t["ids"] != 0).long()
    t["words"], t["lengths"] = word_places(batch, longest)
    return t


def word_places(batch: list[dict], longest: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Where each block's words begin in the flat batch, longest block first, and how many they are."""
    found: dict[tuple[int, int], list[int]] = {}
    for row, w in enumerate(batch):
        for i, block in enumerate(w["block"]):
            if block >= 0:
                found.setdefault((row, block), []).append(row * longest + i)
    places = sorted(found.values(), key=len, reverse=True)
    most = len(places[0])
    return (
        torch.tensor([p + [0] * (most - len(p)) for p in places]),
        torch.tensor([len(p) for p in places]),
    )


def link_loss(model: Tagger, out: torch.Tensor, t: dict[str, torch.Tensor], number: int) -> torch.Tensor:
    """Each span start points at a word of its block, or at [CLS]'s place for nobody."""
    rows = t[LINKS[number]]
    if not len(rows):
        return out.sum() * 0
    b, a, target = rows.T
    ask, offer = out[..., 2 * number * LINK :][..., :LINK], out[..., (2 * number + 1) * LINK :][..., :LINK]
    q = ask[b, a]
    scores = torch.bmm(offer.index_select(0, b), q[:, :, None])[..., 0].float() / LINK**0.5
    distance = torch.arange(scores.shape[1])[None] - a[:, None]
    scores = scores + model.distance[number][bucket(distance)]
    same = t["block"][b] == t["block"][b, a][:, None]
    scores = scores.masked_fill(~same, -1e4)
    none = (q.float() @ model.nobody[number])[:, None] / LINK**0.5 + model.nobody_bias[number]
    scores = torch.cat([none, scores[:, 1:]], dim=1)
    return cross_entropy(scores, target)


def losses(model: Tagger, t: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    with torch.autocast("cpu", torch.bfloat16):
        out = model(t["ids"], t["types"], t["mask"])
    made = {key: known_only(out[key], t[key]) for key in ("tags", "names", "modes")}
    scores, tags = out["tags"].float().flatten(0, 1)[t["words"]], t["tags"].flatten()[t["words"]]
    made["chain"] = model.chain.loss(scores, tags, t["lengths"])
    links = sum(link_loss(model, out["links"], t, i) for i in range(len(LINKS)))
    return {**made, "links": links}


def known_only(scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    if (targets == UNKNOWN).all():
        return scores.sum() * 0
    return cross_entropy(scores.float().flatten(0, 1), targets.flatten(), ignore_index=UNKNOWN)


def held_out_figures(model: Tagger) -> list[dict]:
    """Loss and right words by plain argmax; the figures that count come from training/evaluate.py."""
    model.eval()
    rows = []
    state = random.getstate()
    for corpus in ("polnear", "news", "nested"):
        ws = [
            assemble(w, plain=True)
            for d in documents
            if d["held_out"] and d["corpus"] == corpus
            for w in windows(d, 128)
        ]
        sums = dict.fromkeys(LOSSES, 0.0)
        hits = wanted = got = 0
        with torch.no_grad():
            for i in range(0, len(ws), 16):
                t = tensors(ws[i : i + 16])
                for k, v in losses(model, t).items():
                    sums[k] += v.item() * len(ws[i : i + 16]) / len(ws)
                with torch.autocast("cpu", torch.bfloat16):
                    best = model(t["ids"], t["types"], t["mask"])["tags"].argmax(-1)
                known = t["tags"] != UNKNOWN
                hits += ((best == t["tags"]) & known & (best > 0)).sum().item()
                wanted += (known & (t["tags"] > 0)).sum().item()
                got += (known & (best > 0)).sum().item()
        rows.append(
            {
                "slice": corpus,
                **{k: round(v, 4) for k, v in sums.items()},
                "token_f1": round(200 * hits / max(1, wanted + got), 2),
            }
        )
    random.setstate(state)
    model.train()
    return rows


def main() -> None:
    torch.manual_seed(0)  # the heads begin alike in every run, so that runs can be averaged
    model = Tagger(pretrained(encoder_folder()))
    torch.manual_seed(args.seed)
    if args.start:
        model.load_state_dict(torch.load(args.start)["model"])
    for module in list(model.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, torch.nn.Dropout) and child.p > 0:
                setattr(module, name, FastDropout())
    model.train()
    per_epoch = len(epoch_batches())
    total = int(per_epoch * args.epochs)
    print(
        json.dumps(
            {
                "documents": len(train),
                "held_out": len(documents) - len(train),
                "steps_per_epoch": per_epoch,
                "steps": total,
            }
        ),
        flush=True,
    )
    encoder, heads = [], []
    for name, p in model.named_parameters():
        (encoder if name.startswith("encoder.") else heads).append(p)
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": args.lr}, {"params": heads, "lr": args.head_lr}],
        weight_decay=0.01,
        fused=True,
    )
    warm = max(1, int(total * args.warmup))
    high, low = args.rate
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda s: min(high * (s + 1) / warm, max(low, high - (high - low) * (s - warm) / (total - warm))),
    )
    step, began, seen = 0, time.time(), 0
    running = dict.fromkeys(LOSSES, 0.0)
    while step < total:
        for batch in epoch_batches():
            t = tensors(batch)
            parts = losses(model, t)
            loss = parts["chain"] + sum(w * parts[k] for k, w in args.weights.items())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            step += 1
            seen += int(t["mask"].sum())
            for k, v in parts.items():
                running[k] += v.item()
            if step % 50 == 0:
                print(
                    json.dumps(
                        {
                            "step": step,
                            "pieces_per_s": round(seen / (time.time() - began)),
                            "s": round(time.time() - began),
                            **{k: round(v / 50, 4) for k, v in running.items()},
                        }
                    ),
                    flush=True,
                )
                running = dict.fromkeys(running, 0.0)
            if step >= total:
                break
        torch.save(
            {"model": model.state_dict(), "args": {k: str(v) for k, v in vars(args).items()}, "step": step},
            args.out,
        )
        for row in held_out_figures(model):
            print(json.dumps({"step": step, **row}), flush=True)


if __name__ == "__main__":
    main()
