"""Train the ranker of antecedents on what pronoun_corpora.py read: python training/train_pronouns.py

For each pronoun every mention near it gets a score, "nobody" gets 0; a softmax over them says which mention
the pronoun takes up. A mention that is itself a pronoun passes its own answer on. What is learned goes into
src/onrecord/people/pronouns.npz; figures are printed as JSON.
"""

import argparse
import json
import pickle
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from pronoun_readings import Reading
from torch import Tensor, nn

OUT = Path(__file__).parent / "out"
WEIGHTS = Path(__file__).parent.parent / "src" / "onrecord" / "people" / "pronouns.npz"

FOLDS = 5  # --held-out: every fifth text of GAP's training part is not trained on
EPOCHS = 8
BATCH = 32  # texts
RATE = 2e-3  # falls to nothing in a line
DECAY = 0.1
NETS = 4  # from different starts; their scores are averaged
DIM = 16  # numbers a word's vector is brought down to, for the pronoun and for the candidate
HIDDEN = 32
DROP, DROP_VECTOR = 0.3, 0.2
BLIND = 0.1  # share of texts shown without vectors: so will the rules tagger
WEIGHT = {  # of a pronoun; "replaced": a name made a pronoun
    "gap/train": 0.8,
    "gap/train titled": 1.0,
    "gap/train replaced": 0.3,
    "gum/train": 0.1,
    "polnear/train": 0.03,  # silver
}
JUDGED = ("gap/dev", "gum/dev")


class Ranker(nn.Module):
    """Features of the pair, both vectors brought down, and their product -> one score."""

    def __init__(self, features: int, width: int) -> None:
        super().__init__()
        self.pronoun, self.candidate = nn.Linear(width, DIM), nn.Linear(width, DIM)
        self.hidden, self.out = nn.Linear(features + 3 * DIM, HIDDEN), nn.Linear(HIDDEN, 1)
        self.drop, self.drop_vector = nn.Dropout(DROP), nn.Dropout(DROP_VECTOR)

    def forward(self, features: Tensor, vectors: Tensor, pronoun: Tensor, candidate: Tensor) -> Tensor:
        vectors = self.drop_vector(vectors)
        p = torch.tanh(self.pronoun(vectors))[pronoun]
        c = torch.tanh(self.candidate(vectors))[candidate]
        hidden = torch.relu(self.hidden(torch.cat([features, p, c, p * c], 1)))
        return self.out(self.drop(hidden))[:, 0]


class Text:
    """A reading as tensors."""

    def __init__(self, r: Reading, mean: np.ndarray, spread: np.ndarray) -> None:
        self.reading, self.size = r, len(r.kind)
        self.vectors = torch.tensor((r.vectors - mean) / spread * r.seen[:, None], dtype=torch.float32)
        self.features = torch.tensor(r.features)
        self.pronoun, self.candidate = torch.tensor(r.pronoun), torch.tensor(r.candidate)
        self.weight = WEIGHT.get(r.corpus, 1.0)
        if r.chain is not None:
            chain = r.chain
            self.right = torch.tensor((chain[r.pronoun] == chain[r.candidate]) & (chain[r.pronoun] >= 0))


def scores(net: Ranker, texts: Sequence[Text], *, blind: bool = False) -> list[Tensor]:
    offsets = np.cumsum([0] + [t.size for t in texts])
    p = torch.cat([t.pronoun + int(o) for t, o in zip(texts, offsets, strict=False)])
    c = torch.cat([t.candidate + int(o) for t, o in zip(texts, offsets, strict=False)])
    hide = [blind and random.random() < BLIND for _ in texts]
    vectors = torch.cat([t.vectors * (not h) for t, h in zip(texts, hide, strict=True)])
    features = torch.cat([_unseen(t.features) if h else t.features for t, h in zip(texts, hide, strict=True)])
    return list(net(features, vectors, p, c).split([len(t.pronoun) for t in texts]))


SEEN = 0  # the column of `features` that says whether there are vectors


def _unseen(features: Tensor) -> Tensor:
    features = features.clone()
    features[:, SEEN] = 0
    return features


def asked(text: Text, s: Tensor) -> tuple[Tensor, Tensor]:
    """GAP: how probable each of the two names is, pronouns between passing their answers on."""
    r = text.reading
    entity = r.entity
    offered = torch.tensor(np.stack([entity == n for n in r.offered]).astype(np.float32))
    answers: dict[int, Tensor] = {}
    zero = torch.zeros(1)

    def answer(at: int) -> Tensor:
        if at not in answers:
            i, j = (int(np.searchsorted(r.pronoun, at, side=side)) for side in ("left", "right"))
            if i == j:
                answers[at] = torch.zeros(2)
                return answers[at]
            chance = torch.softmax(torch.cat([s[i:j], zero]), 0)[:-1]
            found = offered[:, r.candidate[i:j]] @ chance
            for k in np.flatnonzero(r.kind[r.candidate[i:j]] == 2):
                found = found + chance[int(k)] * answer(int(r.candidate[i + k]))
            answers[at] = found
        return answers[at]

    found = answer(r.asked) if r.asked is not None else torch.zeros(2)
    return found[0], found[1]


def loss(text: Text, s: Tensor) -> tuple[Tensor, float]:
    """Minus the logarithm of what is right, summed, and how much weight it has."""
    r = text.reading
    if r.chain is None:
        a, b = asked(text, s)
        right = a if r.right[0] else b if r.right[1] else 1 - a - b
        return -torch.log(right.clamp(1e-4, 1)) * text.weight, text.weight
    pronouns, place = torch.unique(text.pronoun, return_inverse=True)
    top = torch.exp(s.clamp(-15, 15))
    every = torch.ones(len(pronouns)).index_add(0, place, top)
    good = torch.zeros(len(pronouns)).index_add(0, place, top * text.right)
    some = torch.zeros(len(pronouns)).index_add(0, place, text.right.float()) > 0
    right = torch.where(some, good, torch.ones(1)) / every
    return -torch.log(right.clamp(1e-4, 1)).sum() * text.weight, len(pronouns) * text.weight


def fit(texts: list[Text], seed: int) -> Ranker:
    torch.manual_seed(seed)
    random.seed(seed)
    net = Ranker(texts[0].features.shape[1], texts[0].vectors.shape[1])
    best = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps, total = 0, EPOCHS * -(-len(texts) // BATCH)
    texts = list(texts)
    for _ in range(EPOCHS):
        random.shuffle(texts)
        net.train()
        for i in range(0, len(texts), BATCH):
            batch = [t for t in texts[i : i + BATCH] if len(t.pronoun)]
            parts = [loss(t, s) for t, s in zip(batch, scores(net, batch, blind=True), strict=True)]
            for group in best.param_groups:
                group["lr"] = RATE * max(0.02, 1 - steps / total)
            (torch.stack([p[0] for p in parts]).sum() / sum(p[1] for p in parts)).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            best.step()
            best.zero_grad()
            steps += 1
    return net.eval()


def gap_figures(
    chances: Sequence[tuple[float, float]], texts: Sequence[Text], least: float
) -> dict[str, float]:
    """GAP's own measure, over both names of all texts, by gender, and feminine over masculine."""

    def f1(chosen: Sequence[int]) -> float:
        hits = said = gold = 0
        for i in chosen:
            (a, b), right = chances[i], texts[i].reading.right
            says = (a >= b and a > least, b > a and b > least)
            hits += sum(x and y for x, y in zip(says, right, strict=True))
            said, gold = said + sum(says), gold + sum(right)
        return 200 * hits / max(1, said + gold)

    women = [i for i, t in enumerate(texts) if t.reading.feminine]
    men = [i for i, t in enumerate(texts) if not t.reading.feminine]
    f, m = f1(women), f1(men)
    return {
        k: round(v, 1)
        for k, v in (("all", f1(range(len(texts)))), ("m", m), ("f", f), ("bias", f / max(m, 1) * 100))
    }


def mean_scores(nets: Sequence[Ranker], texts: Sequence[Text]) -> list[Tensor]:
    found: list[Tensor] = []
    with torch.no_grad():
        for i in range(0, len(texts), 64):
            each = [scores(net, texts[i : i + 64]) for net in nets]
            found += [torch.stack(s).mean(0) for s in zip(*each, strict=True)]
    return found


def judge(nets: Sequence[Ranker], texts: Sequence[Text]) -> dict[str, object]:
    """GAP's figures at several thresholds; of chains, how many pronouns are linked to one of their own."""
    with torch.no_grad():
        found = mean_scores(nets, texts)
        if texts[0].reading.chain is None:
            chances = [tuple(map(float, asked(t, s))) for t, s in zip(texts, found, strict=True)]
            return {str(x): gap_figures(chances, texts, x) for x in (0.0, 0.1, 0.2, 0.3, 0.4)}
        out: dict[str, object] = {}
        tally: dict[str, list[tuple[float, bool, bool]]] = {}
        for t, s in zip(texts, found, strict=True):
            p = t.reading.pronoun
            for at in np.unique(p):
                here = np.flatnonzero(p == at)
                e = torch.exp(s[here])
                best = int(e.argmax())
                has = bool(t.right[here].any())
                chance = float(e[best] / (1 + e.sum()))
                head = ("he/she", "he/she", "they", "it")[int(t.reading.stands_for[at])]
                tally.setdefault(head, []).append((chance, bool(t.right[here[best]]), has))
        for head, rows in tally.items():
            out[head] = {
                str(x): (
                    round(sum(r[1] for r in rows if r[0] > x) / max(1, sum(r[0] > x for r in rows)), 3),
                    round(sum(r[1] for r in rows if r[0] > x) / max(1, sum(r[2] for r in rows)), 3),
                    sum(r[2] for r in rows),
                )
                for x in (0.0, 0.3, 0.5, 0.7)
            }
        return out


def write(nets: Sequence[Ranker], mean: np.ndarray, spread: np.ndarray, to: Path) -> None:
    """The weights of all nets side by side as half floats, each turned so that rows go in from the left."""
    parts: dict[str, list[np.ndarray]] = {}
    for net in nets:
        for name, value in net.state_dict().items():
            parts.setdefault(name.replace(".", "_"), []).append(np.atleast_2d(value.numpy()))
    parts = {k: [v.T if k.endswith("weight") else v for v in vs] for k, vs in parts.items()}
    stacked = {k: np.stack(v).astype(np.float16) for k, v in parts.items()}
    np.savez_compressed(to, mean=mean.astype(np.float32), spread=spread.astype(np.float32), **stacked)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--held-out", action="store_true", help="judge on the held-out fifth, write nothing")
    args = parser.parse_args()
    torch.set_num_threads(1)
    read = [r for name in sorted({n.split()[0] for n in WEIGHT}) for r in readings(name)]
    rows = np.concatenate([r.vectors[r.seen > 0].astype(np.float32) for r in read if r.corpus == "gap/train"])
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    shown = [Text(r, mean, spread) for r in read if not (args.held_out and held(r))]
    nets = [fit(shown, seed) for seed in range(NETS)]
    if not args.held_out:
        write(nets, mean, spread, WEIGHTS)
    judged = [r for r in read if held(r) and r.corpus != "gap/train replaced"] if args.held_out else []
    judged += [r for name in JUDGED for r in readings(name)]
    for corpus in sorted({r.corpus for r in judged}):
        texts = [Text(r, mean, spread) for r in judged if r.corpus == corpus and len(r.pronoun)]
        print(json.dumps({"corpus": corpus, "texts": len(texts), **judge(nets, texts)}))


def readings(name: str) -> list[Reading]:
    """What pronoun_corpora.py made of a file of the data folder."""
    found: list[Reading] = pickle.loads((OUT / f"{name.replace('/', '_')}.pkl").read_bytes())
    return found


def held(r: Reading) -> bool:
    """Whether a text of GAP is held out, bare, titled and with names replaced alike."""
    return r.chain is None and r.group % FOLDS == 0


if __name__ == "__main__":
    main()
