"""Runs notebooks on the kernel .net-csharp: run_notebooks.py OUTPUT_FOLDER NOTEBOOK ...

One kernel runs them all, one after the other, since its start and its first cells take longer than most notebooks. Each is written to
the output folder; its metadata say how often a displayed value changed, and how many seconds it took.
"""
import os
import sys
import time

import nbclient
import nbformat
from jupyter_client import KernelManager

# In a notebook of its own the first chart brings the script that draws it.
NEW_PAGE = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("NeuroLab.Charts.FigureHtml.BeginPage();")])


class Client(nbclient.NotebookClient):
    """Counts what nbclient keeps no trace of: how often a displayed value changed."""

    updates = 0

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] == "update_display_data":
            self.updates += 1
        return super().process_message(msg, cell, cell_index)


def run(book, kernel, client=None):
    runner = Client(book, km=kernel, timeout=300, startup_timeout=300, allow_errors=True)
    runner.kc = client
    runner.execute()
    return runner


def main(output, paths):
    kernel, client = KernelManager(kernel_name=".net-csharp"), None
    try:
        for path in paths:
            book, began = nbformat.read(path, as_version=4), time.time()
            runner = run(book, kernel, client)
            client = runner.kc
            book.metadata["run"] = {"updates": runner.updates, "seconds": round(time.time() - began, 1)}
            nbformat.write(book, os.path.join(output, os.path.basename(path)))
            run(NEW_PAGE, kernel, client)
    finally:
        kernel.shutdown_kernel(now=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
