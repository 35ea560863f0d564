"""Times the kernels named as arguments, as a front end on this machine sees them, and prints a table of medians."""
import statistics
import subprocess
import sys
import time

from jupyter_client.manager import KernelManager

ROUNDS, STARTS, CELLS = 3, 5, 500
SMALL = "{0} + 1"
DECLARING = {"csharp": "var v{0} = {0}; v{0}", "python": "v{0} = {0}; v{0}"}
TRAINING = """
using NeuroLab.Data; using NeuroLab.Layers; using NeuroLab.Losses; using NeuroLab.Optimization; using NeuroLab.Training;
var model = new Sequential(new Linear(2, 32, new Random(2)), new ReLU(), new Linear(32, 2, new Random(3)));
var trainer = new Trainer(model, new CrossEntropyLoss(), new SGD(model.Parameters, learningRate: 0.01f));
var samples = Synthetic.Moons(400, new Random(1));
"""


class Kernel:
    """A kernel that has just been started; it may not answer yet."""

    def __init__(self, name):
        self.language = "python" if name == "python3" else "csharp"
        self.begin = time.perf_counter()
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()

    def seconds_to_answer(self):
        self.client.kernel_info()
        self.client.get_shell_msg(timeout=60)
        return time.perf_counter() - self.begin

    def run(self, code):
        """Runs a cell. Gives the seconds until its idle has come."""
        begin = time.perf_counter()
        self.wait(self.client.execute(code))
        return time.perf_counter() - begin

    def wait(self, request):
        while self.client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != request:
            pass
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") == request and message["content"].get("execution_state") == "idle":
                return

    def median_of_cells(self, code):
        return statistics.median(self.run(code.format(i % 20)) for i in range(CELLS))

    def megabytes(self):
        """The proportional memory of the kernel's processes."""
        own = self.manager.provisioner.pid
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(own)], capture_output=True, text=True).stdout.split()
        total = 0
        for process in [str(own), *children]:
            try:
                with open(f"/proc/{process}/smaps_rollup") as lines:
                    total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
            except FileNotFoundError:
                pass  # It was ps itself, or has ended.
        return total / 1024

    def seconds_to_stop_training(self):
        self.run(TRAINING)
        request = self.client.execute("trainer.Fit(samples, new(10_000_000, 32))")
        time.sleep(1.5)
        begin = time.perf_counter()
        self.manager.interrupt_kernel()
        self.wait(request)
        return time.perf_counter() - begin

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def measure(name, figures):
    """Adds one round's figures of a kernel to a dictionary of lists."""
    def add(figure, value):
        figures.setdefault(figure, []).append(value)

    for _ in range(STARTS):
        kernel = Kernel(name)
        add("start to the first answer, s", kernel.seconds_to_answer())
        kernel.end()
        kernel = Kernel(name)
        kernel.client.wait_for_ready(timeout=60)
        add("first cell, right after wait_for_ready, s", kernel.run("1 + 1"))
        kernel.end()
    kernel = Kernel(name)
    kernel.client.wait_for_ready(timeout=60)
    kernel.run("1 + 1")
    time.sleep(1)
    add("memory, idle, MB", kernel.megabytes())
    add(f"{CELLS} cells such as 7 + 1, each, ms", 1000 * kernel.median_of_cells(SMALL))
    add("memory then, MB", kernel.megabytes())
    add(f"{CELLS} cells that declare a variable, each, ms", 1000 * kernel.median_of_cells(DECLARING[kernel.language]))
    add("memory then too, MB", kernel.megabytes())
    if kernel.language == "csharp":
        add("interrupt of training, s", kernel.seconds_to_stop_training())
    kernel.end()


results = {name: {} for name in sys.argv[1:]}
for number in range(ROUNDS):
    for name in results:
        print(f"round {number + 1} of {ROUNDS}: {name}", file=sys.stderr, flush=True)
        measure(name, results[name])
print(f"{'':46}" + "".join(f"{name:>12}" for name in results))
for figure in next(iter(results.values())):
    values = (statistics.median(of[figure]) if figure in of else None for of in results.values())
    print(f"{figure:46}" + "".join(f"{'':>12}" if value is None else f"{value:12.3g}" for value in values))
