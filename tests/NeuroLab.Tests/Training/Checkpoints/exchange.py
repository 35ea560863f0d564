"""Holds PyTorch against NeuroLab's checkpoints.

exchange.py read  CHECKPOINT INPUT OUTPUT   loads the checkpoint into the model below and writes its predictions for INPUT
exchange.py write CHECKPOINT INPUT OUTPUT   trains the model a little, saves it, and writes an input and its predictions
"""

import json
import struct
import sys

import torch
from torch import nn

TYPES = {"F32": torch.float32, "I64": torch.int64}


def read_safetensors(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        tensors[name] = torch.frombuffer(data[start:end], dtype=TYPES[entry["dtype"]]).reshape(entry["shape"])
    return tensors


def write_safetensors(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        kind = next(kind for kind, dtype in TYPES.items() if dtype == tensor.dtype)
        numbers = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(numbers)]}
        data += numbers
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def model():
    return nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Sequential(nn.Linear(64, 16), nn.LayerNorm(16), nn.Tanh()), nn.Dropout(0.5), nn.Linear(16, 10),
    )


def predict(network, inputs, path):
    network.eval()
    with torch.no_grad():
        network(inputs).numpy().tofile(path)


def main(command, checkpoint, input_path, output_path):
    torch.manual_seed(1)
    network = model()
    if command == "read":
        network.load_state_dict(read_safetensors(checkpoint), strict=True)
        with open(input_path, "rb") as file:
            inputs = torch.frombuffer(bytearray(file.read()), dtype=torch.float32).reshape(-1, 1, 8, 8)
    else:
        inputs = torch.rand(20, 1, 8, 8)
        optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
        for _ in range(5):
            optimizer.zero_grad()
            nn.functional.cross_entropy(network(inputs), torch.arange(20) % 10).backward()
            optimizer.step()
        write_safetensors(checkpoint, network.state_dict())
        inputs.numpy().tofile(input_path)
    predict(network, inputs, output_path)


main(*sys.argv[1:])
