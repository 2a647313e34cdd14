"""The loss of a linear chain over tags: steps between tags are learned with the rest.

Lafferty, McCallum and Pereira, "Conditional random fields" (2001); words whose tag nobody knows may have any
(Tsuboi et al., "Training conditional random fields using incomplete annotations", 2008).
"""

import torch
from torch import nn

TAGS = 7  # O, then B and I for each kind
FORBIDDEN = -1e4


class Chain(nn.Module):
    """What a step from tag to tag is worth, and what a block's first tag is."""

    def __init__(self) -> None:
        super().__init__()
        self.step = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.first = nn.Parameter(torch.zeros(TAGS))
        no_step, no_first = forbidden()
        self.register_buffer("no_step", no_step, persistent=False)
        self.register_buffer("no_first", no_first, persistent=False)

    def worth(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Steps and first tags, the forbidden ones among them."""
        return self.step + self.no_step, self.first + self.no_first

    def loss(self, scores: torch.Tensor, tags: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Minus the log-probability of the known tags, per word.

        scores: blocks x words x tags, longest block first; tags: blocks x words, -100 where unknown;
        lengths: words of each block.
        """
        known = tags.clamp(min=0)[..., None] != torch.arange(TAGS)
        held = scores.masked_fill(known & (tags >= 0)[..., None], FORBIDDEN)
        every, told = self.total(torch.cat([scores, held], 1), lengths).unbind(1)
        return (every - told).sum() / lengths.sum()

    def total(self, scores: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Log of the sum over all paths: blocks x 2, of free and of held scores laid end to end."""
        step, first = self.worth()
        n, words = len(scores), scores.shape[1] // 2
        scores = scores.view(n, 2, words, TAGS)
        alpha = first + scores[:, :, 0]
        done = []
        for t in range(1, words):
            running = int((lengths > t).sum())
            if running < len(alpha):
                done.append(alpha[running:])
                alpha = alpha[:running]
            alpha = torch.logsumexp(alpha[..., :, None] + step, dim=-2) + scores[:running, :, t]
        done.append(alpha)
        return torch.cat(done[::-1]).logsumexp(-1)


def forbidden() -> tuple[torch.Tensor, torch.Tensor]:
    """FORBIDDEN where a tag inside a span does not follow one of its kind."""
    step, first = torch.zeros(TAGS, TAGS), torch.zeros(TAGS)
    for inside in (2, 4, 6):
        first[inside] = FORBIDDEN
        for before in range(TAGS):
            if before not in (inside - 1, inside):
                step[before, inside] = FORBIDDEN
    return step, first
