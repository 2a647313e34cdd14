"""The network: a small encoder and its heads for spans, names, mode and links."""

import json
from pathlib import Path

import torch
from crf import Chain
from safetensors.torch import load_file
from torch import nn
from transformers import BertConfig, BertModel

TYPES = 8  # case of the word x inside quotation marks
LINK = 64  # width of the two sides of a link
LINKS = ("content_cue", "cue_speaker", "content_speaker")
REACH = 16  # distance buckets to either side


class Tagger(nn.Module):
    """The encoder, and one linear layer for each thing asked of it."""

    def __init__(self, encoder: BertModel, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(width, 7)
        self.chain = Chain()
        self.names = nn.Linear(width, 9)
        self.modes = nn.Linear(width, 3)
        self.links = nn.Linear(width, 2 * LINK * len(LINKS))  # from and to, for each kind of link
        self.nobody = nn.Parameter(torch.zeros(len(LINKS), LINK))  # what "none" looks like from the other end
        self.nobody_bias = nn.Parameter(torch.zeros(len(LINKS)))
        self.distance = nn.Parameter(torch.zeros(len(LINKS), 2 * REACH + 1))

    def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> dict[str, torch.Tensor]:
        h = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        h = self.dropout(h)
        return {"tags": self.tags(h), "names": self.names(h), "modes": self.modes(h), "links": self.links(h)}


def bucket(distance: torch.Tensor) -> torch.Tensor:
    """Signed distance in pieces -> bucket: one each up to 4, then doubling in four steps."""
    size = distance.abs().float()
    far = 4 + (torch.log2(size.clamp(min=4) / 4) * 2.5).floor()
    step = torch.where(size <= 4, size, far).clamp(max=REACH).long()
    return torch.where(distance < 0, -step, step) + REACH


def pretrained(folder: Path) -> BertModel:
    """The sentence encoder of the package, with a token-type table for our features."""
    config = BertConfig(**json.loads((folder / "config.json").read_text()))
    config._attn_implementation = "eager"
    config.attention_probs_dropout_prob = 0.0  # slow on a CPU, and of no use here
    config.type_vocab_size = TYPES
    weights = load_file(folder / "model.safetensors")
    weights = {
        k.removeprefix("bert."): v
        for k, v in weights.items()
        if "position_ids" not in k and "pooler" not in k
    }
    weights["embeddings.token_type_embeddings.weight"] = weights["embeddings.token_type_embeddings.weight"][
        :1
    ].repeat(TYPES, 1)
    encoder = BertModel(config, add_pooling_layer=False)
    missing, unexpected = encoder.load_state_dict(weights, strict=False)
    assert not unexpected, unexpected
    assert all("position_ids" in k for k in missing), missing
    return encoder
