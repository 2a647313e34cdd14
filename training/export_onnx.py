"""Write the trained tagger as one int8 ONNX file beside its labels: python training/export_onnx.py

The graph is built by hand from fused operators (EmbedLayerNormalization, Attention, SkipLayerNormalization,
BiasGelu), which ONNX Runtime quantises and runs best; it is compared with torch before and after.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from prepare_tagger import MODES, NAMES, OUT, TAGS, encoder_folder
from tagger_model import LINK, LINKS, Tagger, pretrained

PACKAGE = Path(__file__).parent.parent / "src" / "onrecord" / "tagger"
SIGNS = 11  # what joining.signs() looks at
MICROSOFT = "com.microsoft"
HEADS = ("tags", "names", "modes", "links")  # in this order in a row of the output


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, default=OUT / "tagger.pt")
    parser.add_argument("--to", type=Path, default=PACKAGE)
    parser.add_argument("--name", default="onrecord-tagger 1")
    parser.add_argument(
        "--full-range", action="store_true", help="8 instead of 7 bits; older processors saturate"
    )
    parser.add_argument("--float", action="store_true", help="leave the weights as they are")
    args = parser.parse_args()
    model = Tagger(pretrained(encoder_folder()))
    model.load_state_dict(torch.load(args.weights)["model"])
    model.eval()
    args.to.mkdir(parents=True, exist_ok=True)
    exact, small = OUT / "exact.onnx", args.to / "tagger.onnx"
    onnx.save(graph(model), exact)
    print("largest difference to torch, exact:", difference(model, exact))
    if args.float:
        shutil.copy(exact, small)
    else:
        quantised(exact, small, reduce_range=not args.full_range)
    print("largest difference to torch, int8:", difference(model, small), "bytes:", small.stat().st_size)
    (args.to / "labels.json").write_text(json.dumps(labels(model, args.name), separators=(",", ":")) + "\n")
    shutil.copy(tokenizer_file(), args.to / "tokenizer.json")


def quantised(exact: Path, small: Path, *, reduce_range: bool) -> None:
    """int8 with a scale per channel: a single scale per matrix costs more than a point."""
    quantize_dynamic(
        exact,
        small,
        per_channel=True,
        reduce_range=reduce_range,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=["heads"],
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


class Graph:
    """A graph under construction: its nodes and its constants."""

    def __init__(self, model: Tagger) -> None:
        self.weights = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
        self.constants: dict[str, np.ndarray] = {}
        self.nodes: list[onnx.NodeProto] = []
        self.epsilon = model.encoder.config.layer_norm_eps

    def node(self, op: str, inputs: list[str], *outputs: str, **attributes: object) -> str:
        domain = "" if op in ("MatMul", "Add") else MICROSOFT
        made = helper.make_node(op, inputs, outputs, name=outputs[0], domain=domain, **attributes)
        self.nodes.append(made)
        return outputs[0]

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = np.ascontiguousarray(value, np.float32)
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def norm(self, name: str) -> list[str]:
        return [self.weight(f"{name}.weight"), self.weight(f"{name}.bias")]

    def dense(self, x: str, name: str, out: str) -> str:
        """A product without its bias, which the fused operator after it adds."""
        w = self.constant(f"{out}_w", self.weights[f"{name}.weight"].T)
        return self.node("MatMul", [x, w], out)

    def embeddings(self) -> str:
        at = "encoder.embeddings."
        tables = [self.weight(f"{at}{k}_embeddings.weight") for k in ("word", "position", "token_type")]
        inputs = ["ids", "types", *tables, *self.norm(f"{at}LayerNorm")]
        return self.node("EmbedLayerNormalization", inputs, "h0", "mask_index", epsilon=self.epsilon)

    def layer(self, h: str, i: int, heads: int) -> str:
        at = f"encoder.encoder.layer.{i}."
        qkv = [at + f"attention.self.{k}" for k in ("query", "key", "value")]
        w = self.constant(f"qkv_w{i}", np.concatenate([self.weights[f"{k}.weight"].T for k in qkv], axis=1))
        b = self.constant(f"qkv_b{i}", np.concatenate([self.weights[f"{k}.bias"] for k in qkv]))
        seen = self.node("Attention", [h, w, b], f"attention{i}", num_heads=heads)
        seen = self.dense(seen, at + "attention.output.dense", f"projected{i}")
        h = self.added(seen, h, at + "attention.output", f"a{i}")
        wide = self.dense(h, at + "intermediate.dense", f"wide{i}")
        wide = self.node("BiasGelu", [wide, self.weight(at + "intermediate.dense.bias")], f"gelu{i}")
        return self.added(self.dense(wide, at + "output.dense", f"narrow{i}"), h, at + "output", f"h{i + 1}")

    def added(self, x: str, h: str, name: str, out: str) -> str:
        inputs = [x, h, *self.norm(f"{name}.LayerNorm"), self.weight(f"{name}.dense.bias")]
        return self.node("SkipLayerNormalization", inputs, out, epsilon=self.epsilon)

    def heads(self, h: str) -> int:
        w = self.constant("heads_w", np.concatenate([self.weights[f"{k}.weight"] for k in HEADS]).T)
        b = self.constant("heads_b", np.concatenate([self.weights[f"{k}.bias"] for k in HEADS]))
        self.node("Add", [self.node("MatMul", [h, w], "heads"), b], "outputs")
        return len(self.constants["heads_b"])


def graph(model: Tagger) -> onnx.ModelProto:
    """ids, types -> one row of numbers per piece: tags, names, modes, links."""
    made = Graph(model)
    config = model.encoder.config
    h = made.embeddings()
    for i in range(config.num_hidden_layers):
        h = made.layer(h, i, config.num_attention_heads)
    width = made.heads(h)
    inputs = [
        helper.make_tensor_value_info(k, TensorProto.INT32, ["batch", "length"]) for k in ("ids", "types")
    ]
    outputs = [helper.make_tensor_value_info("outputs", TensorProto.FLOAT, ["batch", "length", width])]
    constants = [numpy_helper.from_array(v, k) for k, v in made.constants.items()]
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    body = helper.make_graph(made.nodes, "tagger", inputs, outputs, constants)
    return helper.make_model(body, opset_imports=opsets, ir_version=8)


def difference(model: Tagger, path: Path) -> float:
    random = np.random.default_rng(1)
    ids, types = random.integers(1000, 20000, (1, 90)), random.integers(0, 8, (1, 90))
    with torch.no_grad():
        out = model(torch.tensor(ids), torch.tensor(types), torch.ones(1, 90, dtype=torch.long))
    expected = torch.cat([out[k] for k in HEADS], -1).numpy()
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (got,) = session.run(None, {"ids": ids.astype(np.int32), "types": types.astype(np.int32)})
    return float(np.abs(got - expected).max())


def labels(model: Tagger, name: str) -> dict[str, object]:
    steps, start = (p.detach() for p in model.chain.worth())
    listed = lambda x: [[round(float(v), 4) for v in row] for row in x]  # noqa: E731
    nobody, bias, distance = (p.detach() for p in (model.nobody, model.nobody_bias, model.distance))
    return {
        "name": name,
        "tags": TAGS,
        "names": NAMES,
        "modes": MODES,
        "links": LINKS,
        "link_width": LINK,
        "transitions": listed(steps),
        "start": listed([start])[0],
        "nobody": listed(nobody),
        "nobody_bias": listed([bias])[0],
        "distance": listed(distance),
        "confidence": [0.0] * SIGNS,  # calibrate.py fills it
    }


def tokenizer_file() -> Path:
    """The encoder's tokenizer without truncation and padding."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    made = OUT / "tokenizer.json"
    tokenizer.save(str(made), pretty=False)
    return made


if __name__ == "__main__":
    main()
