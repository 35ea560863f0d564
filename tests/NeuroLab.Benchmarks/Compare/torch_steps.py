"""The same training steps and products in PyTorch.

Says which PyTorch it is, then reads lines "key seconds" and answers each with one JSON list: milliseconds of every run within that
time. The argument is the number of threads.
"""
import ctypes
import json
import re
import sys
import time

import torch
from torch import nn

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(1)


def perceptron():
    return nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))


def convolutional():
    return nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1568, 10))


def tiny():
    return nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 2))


def momentum(model):
    return torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)


CASES = {
    "mlp_784_256_128_10_b64_sgdm": (perceptron, momentum, (64, 784), 10),
    "mlp_784_256_128_10_b64_adam": (perceptron, lambda model: torch.optim.Adam(model.parameters(), lr=0.001), (64, 784), 10),
    "mlp_784_256_128_10_b512_sgdm": (perceptron, momentum, (512, 784), 10),
    "cnn_16_32_b64_sgdm": (convolutional, momentum, (64, 1, 28, 28), 10),
    "tiny_2_16_16_2_b32_sgd": (tiny, lambda model: torch.optim.SGD(model.parameters(), lr=0.05), (32, 2), 2),
}


def training(key):
    make, make_optimizer, shape, classes = CASES[key]
    model, loss = make(), nn.CrossEntropyLoss()
    optimizer = make_optimizer(model)
    x, labels = torch.rand(shape), torch.randint(classes, (shape[0],))

    def step():
        error = loss(model(x), labels)
        optimizer.zero_grad()
        error.backward()
        optimizer.step()

    return step


def product(size):
    a, b, c = torch.rand(size, size), torch.rand(size, size), torch.empty(size, size)
    return lambda: torch.mm(a, b, out=c)


def products():
    """The library that does the products, and the kernels it chose: without a good one PyTorch is thirty times slower."""
    try:
        libraries = set(re.findall(r"\S*/lib\S*(?:blas|mkl)\S*", open("/proc/self/maps").read()))
    except OSError:
        return "its own BLAS"
    for library in libraries:
        if "openblas" in library:
            config = ctypes.CDLL(library).openblas_get_config
            config.restype = ctypes.c_char_p
            return config().decode().strip()
    return ", ".join(sorted(library.rsplit("/", 1)[1] for library in libraries)) or "its own BLAS"


torch.mm(torch.ones(2, 2), torch.ones(2, 2))
print(f"PyTorch {torch.__version__} with {products()}", flush=True)
steps = {}
for line in sys.stdin:
    key, seconds = line.split()
    if key not in steps:
        steps[key] = product(int(key.split("_")[1])) if key.startswith("gemm") else training(key)
        for _ in range(20):
            steps[key]()
    times, start = [], time.perf_counter()
    before = start
    while len(times) < 5 or before - start < float(seconds):
        steps[key]()
        now = time.perf_counter()
        times.append(1000 * (now - before))
        before = now
    print(json.dumps(times), flush=True)
