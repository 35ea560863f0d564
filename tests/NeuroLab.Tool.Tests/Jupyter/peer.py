"""Talks to the installed kernel as Jupyter's front ends do. Each check is a function; the first argument names the one to run."""
import glob
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

import zmq
from jupyter_client.manager import KernelManager


def wait_until(holds, what, seconds=30):
    end = time.time() + seconds
    while not holds():
        assert time.time() < end, what
        time.sleep(0.05)


class Kernel:
    def __init__(self):
        self.manager = KernelManager(kernel_name=".net-csharp")
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def run(self, code, **options):
        outputs = []
        reply = self.client.execute_interactive(
            code, timeout=60, output_hook=lambda m: outputs.append((m["msg_type"], m["content"], m["parent_header"])), **options)
        return reply["content"], outputs

    def shows(self, code):
        reply, outputs = self.run(code)
        assert reply["status"] == "ok", reply
        return [c["data"]["text/plain"] for t, c, _ in outputs if t == "execute_result"]

    def ask(self, message_id):
        while True:
            reply = self.client.get_shell_msg(timeout=30)
            if reply["parent_header"].get("msg_id") == message_id:
                return reply["content"]


def kernel_info(k):
    info = k.ask(k.client.kernel_info())
    assert info["status"] == "ok" and info["protocol_version"] == "5.4" and info["language_info"]["name"] == "C#", info
    assert {"implementation", "implementation_version", "banner", "help_links"} <= set(info), info
    assert info["help_links"] and all(link["text"] and link["url"].startswith("https://") for link in info["help_links"]), info


def execute(k):
    reply, outputs = k.run("var a = 20; Console.WriteLine(a); Console.Error.WriteLine(1); display(\"d\"); a + 1")
    assert reply["status"] == "ok" and reply["execution_count"] == 1, reply
    kinds = [t for t, _, _ in outputs]
    assert kinds == ["status", "execute_input", "stream", "stream", "display_data", "execute_result", "status"], kinds
    assert outputs[2][1] == {"name": "stdout", "text": "20\n"} and outputs[3][1]["name"] == "stderr", outputs
    assert outputs[5][1]["data"]["text/plain"] == "21" and outputs[5][1]["execution_count"] == 1, outputs
    assert len({p["msg_id"] for _, _, p in outputs}) == 1


def silent_and_unstored(k):
    reply, outputs = k.run("var s = 4; Console.WriteLine(s); s", silent=True)
    assert [t for t, _, _ in outputs] == ["status", "status"], outputs
    reply, _ = k.run("s + 1", store_history=False)
    assert reply["status"] == "ok" and reply["execution_count"] == 0, reply
    assert k.run("s")[0]["execution_count"] == 1
    assert [h[2] for h in k.ask(k.client.history(hist_access_type="tail", n=9))["history"]] == ["s"]


def user_expressions(k):
    reply, _ = k.run("var u = \"x\";", user_expressions={"good": "u + 1", "bad": "nothing"})
    good, bad = reply["user_expressions"]["good"], reply["user_expressions"]["bad"]
    assert good["status"] == "ok" and good["data"]["text/plain"] == "x1", good
    assert bad["status"] == "error" and bad["ename"] == "CompileError", bad


def errors_stop_what_follows(k):
    ids = [k.client.execute(code) for code in ("System.Threading.Thread.Sleep(300); throw new Exception(\"first\");", "1", "2")]
    first, second, third = (k.ask(i) for i in ids)
    assert first["status"] == "error" and first["evalue"] == "first" and second["status"] == third["status"] == "aborted", (first, second)
    assert k.shows("3") == ["3"]
    ids = [k.client.execute(code, stop_on_error=False) for code in ("throw new Exception();", "5")]
    assert [k.ask(i)["status"] for i in ids] == ["error", "ok"]


def updates(k):
    _, outputs = k.run("var shown = display(1); shown.Update(2);")
    shown, updated = [c for t, c, _ in outputs if t in ("display_data", "update_display_data")]
    assert shown["transient"]["display_id"] == updated["transient"]["display_id"] and updated["data"]["text/plain"] == "2"


def completion(k):
    k.run("var counter = 1;")

    def complete(code, at=None):
        return k.ask(k.client.complete(code, len(code) if at is None else at))

    assert complete("coun")["matches"] == ["counter"]
    found = complete("\"\U0001f600\"; Console.WriteL")
    assert found["matches"] == ["WriteLine"] and (found["cursor_start"], found["cursor_end"]) == (13, 19), found
    assert "Select" in complete("new[] { 1 }.Sel")["matches"]
    assert "ToFixed" not in complete("counter.To")["matches"] and "ToString" in complete("counter.To")["matches"]
    assert complete("new NeuroLab.Layers.Lin")["matches"] == ["Linear"]
    assert complete("using System.Xml.Lin")["matches"] == ["Linq"]
    assert complete("#!imp")["matches"] == ["#!import"] and complete("whi")["matches"] == ["while"]
    assert complete("\"coun")["matches"] == [] and complete("// coun")["matches"] == []


def inspection(k):
    def inspect(code, at):
        return k.ask(k.client.inspect(code, at))

    k.run("int Twice(int x) => 2 * x; var list = new List<int>();")
    assert "int Twice(int x)" in inspect("Twice(3)", 2)["data"]["text/plain"]
    assert "List<int> list" in inspect("list", 4)["data"]["text/plain"]
    text = inspect("new NeuroLab.Layers.Linear(2, 3)", 27)["data"]["text/plain"]
    assert "inFeatures" in text and "weight" in text.lower(), text
    assert inspect("   ", 1)["found"] is False and inspect("unknownName", 3)["found"] is False


def completeness(k):
    for code, status in (("1 + 1", "complete"), ("if (true) {", "incomplete"), ("var x = ;", "invalid"), ("#!time\n1", "complete")):
        reply = k.ask(k.client.is_complete(code))
        assert reply["status"] == status and ("indent" in reply) == (status == "incomplete"), (code, reply)


def history_and_comms(k):
    for code in ("1", "22", "333"):
        k.run(code)
    assert [h[1:] for h in k.ask(k.client.history(hist_access_type="range", session=0, start=1, stop=3))["history"]] == [[1, "1"], [2, "22"]]
    assert [h[2] for h in k.ask(k.client.history(hist_access_type="search", pattern="*2*"))["history"]] == ["22"]
    assert k.ask(k.client.comm_info())["comms"] == {}


def input_requests(k):
    reply, outputs = k.run("var name = Console.ReadLine(); name + \"!\"", allow_stdin=True, stdin_hook=lambda m: k.client.input("Ada"))
    assert [c["data"]["text/plain"] for t, c, _ in outputs if t == "execute_result"] == ["Ada!"], (reply, outputs)
    reply, _ = k.run("Console.ReadLine()", allow_stdin=False)
    assert "no keyboard" in reply["evalue"], reply


def interrupted(k, code, wait=1.5):
    message_id = k.client.execute(code)
    time.sleep(wait)
    start = time.time()
    k.manager.interrupt_kernel()
    return k.ask(message_id), time.time() - start


def interrupt_training(k):
    reply, _ = k.run("""
        using NeuroLab.Data; using NeuroLab.Layers; using NeuroLab.Losses; using NeuroLab.Optimization; using NeuroLab.Training;
        var model = new Sequential(new Linear(2, 32, new Random(2)), new ReLU(), new Linear(32, 2, new Random(3)));
        var trainer = new Trainer(model, new CrossEntropyLoss(), new SGD(model.Parameters, learningRate: 0.01f));
        var samples = Synthetic.Moons(400, new Random(1));""")
    assert reply["status"] == "ok", reply
    reply, took = interrupted(k, "trainer.Fit(samples, new(10_000_000, 32))")
    print("an interrupted training answered after %.3f s" % took)
    assert reply["ename"] == "Interrupted" and took < 1, (reply, took)
    assert int(k.shows("trainer.History.StepLosses.Count")[0]) > 10


def interrupt_without_help(k):
    k.run("var lost = 1;")
    reply, took = interrupted(k, "while (true) { }", 0.5)
    assert reply["ename"] == "Interrupted" and "variables" in reply["traceback"][-1] and took > 1.5, (reply, took)
    assert k.run("lost")[0]["ename"] == "CompileError" and k.shows("2") == ["2"]


def interrupt_signal(k):
    message_id = k.client.execute("while (true) Console.Write(\"\");")
    time.sleep(1)
    os.kill(k.manager.provisioner.pid, signal.SIGINT)
    assert k.ask(message_id)["ename"] == "Interrupted" and k.shows("6") == ["6"]


def cell_that_ends_its_process(k):
    reply, _ = k.run("Environment.Exit(3);")
    assert reply["ename"] == "ProcessExit" and k.shows("1") == ["1"], reply


def restart(k):
    k.run("var before = 1;")
    k.manager.restart_kernel()
    k.client.wait_for_ready(timeout=60)
    assert k.run("before")[0]["ename"] == "CompileError"
    assert k.manager.is_alive()
    # The client asks once a second, and on a busy machine the kernel is away for longer than that.
    wait_until(k.client.hb_channel.is_beating, "the heart does not beat again")


def gone(k):
    for _ in range(100):
        if not k.manager.is_alive():
            return
        time.sleep(0.1)
    raise AssertionError("it is still there")


def shutdown(k):
    k.client.shutdown()
    gone(k)


def ends_with_its_front_end(k):
    program = ("import os; from jupyter_client.manager import KernelManager\n"
               "m = KernelManager(kernel_name='.net-csharp'); m.start_kernel(); c = m.client(); c.start_channels(); c.wait_for_ready(60)\n"
               "print(m.provisioner.pid, flush=True); os._exit(0)")
    # A pipe would stay open as long as the kernel lives, a file does not matter.
    with tempfile.TemporaryFile("w+") as printed:
        subprocess.run([sys.executable, "-c", program], stdout=printed, timeout=60, check=True)
        printed.seek(0)
        pid = int(printed.read())
    for _ in range(100):
        if not os.path.exists("/proc/%d" % pid):
            return
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    raise AssertionError("the kernel outlived its front end")


def is_running(pid):
    try:
        with open("/proc/%d/stat" % pid) as f:
            return ") Z" not in f.read()
    except OSError:
        return False


def killed(k):
    ids = [int(i) for i in k.shows("$\"{Environment.ProcessId} {System.Diagnostics.Process.Start(\"sleep\", \"1000\").Id}\"")[0].split()]
    assert all(is_running(i) for i in ids), ids
    os.kill(k.manager.provisioner.pid, signal.SIGKILL)
    wait_until(lambda: not any(is_running(i) for i in ids), "the worker or what its cell had started outlived the kernel")


def large_and_many(k):
    _, outputs = k.run("display(HTML(new string('a', 20_000_000)));")
    assert [len(c["data"]["text/html"]) for t, c, _ in outputs if t == "display_data"] == [20_000_000], [o[0] for o in outputs]
    start = time.time()
    _, outputs = k.run("for (int i = 0; i < 20_000; i++) Console.WriteLine(i);")
    text = "".join(c["text"] for t, c, _ in outputs if t == "stream")
    assert text == "".join("%d\n" % i for i in range(20_000)), len(text)
    print("20,000 lines took %.2f s" % (time.time() - start))


def memory(pid):
    with open("/proc/%d/smaps_rollup" % pid) as f:
        return next(int(line.split()[1]) for line in f if line.startswith("Pss:")) / 1024


def many_cells(k):
    def used():
        pid = k.manager.provisioner.pid
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split()
        return [round(memory(p)) for p in [pid] + [int(c) for c in children]]

    k.run("0")
    early = used()
    times = []
    for i in range(500):
        start = time.time()
        reply, _ = k.run("var v%d = %d; v%d" % (i % 20, i, i % 20))
        times.append(time.time() - start)
        assert reply["status"] == "ok" and reply["execution_count"] == i + 2
    print("memory in MB, front and worker: after one cell %s, after 500 cells %s; a cell took %.1f ms" % (early, used(), 1000 * sorted(times)[250]))
    # The compiler keeps what every cell declares, since any later one may use it, but nothing else.
    assert sum(used()) - sum(early) < 100, used()


def wrong_messages_are_refused(k):
    identity = dict(k.manager.get_connection_info())
    context = zmq.Context.instance()
    wrong = context.socket(zmq.DEALER)
    wrong.connect("tcp://%s:%d" % (identity["ip"], identity["shell_port"]))
    session = k.client.session.clone()
    session.key = b"not the key"
    session.send(wrong, "execute_request", {"code": "var intruder = 1;", "silent": False})
    wrong.send_multipart([b"<IDS|MSG>", b"", b"{", b"", b"", b""])
    wrong.send_multipart([b"nonsense"])
    k.client.session.send(wrong, "no_such_request", {})
    assert wrong.poll(500) == 0
    wrong.close(linger=0)
    for junk in (b"GET / HTTP/1.1\r\n\r\n", b"\xff" + b"\0" * 8 + b"\x7f\x03" + b"\0" * 53, b"",
                 b"\xff" + b"\0" * 8 + b"\x7f\x03\0NULL" + b"\0" * 48 + b"\x02" + struct.pack(">Q", 2 ** 62)):
        with socket.create_connection((identity["ip"], identity["shell_port"])) as s:
            s.sendall(junk)
            time.sleep(0.1)
    assert k.run("intruder")[0]["ename"] == "CompileError" and k.shows("8") == ["8"]


def half_a_character(k):
    # As escapes, which is how browsers send them.
    k.client.session.pack = lambda part: json.dumps(part, default=str).encode()
    reply, outputs = k.run("var half = \"\ud83d\"; half.Length")
    assert reply["status"] == "ok" and outputs[-2][1]["data"]["text/plain"] == "1", (reply, outputs)
    assert k.ask(k.client.complete("\ud83d.To", 3))["status"] == "ok" and k.ask(k.client.inspect("\ud83d", 1))["status"] == "ok"
    _, outputs = k.run("display(\"a\\ud83d\"); Console.WriteLine(\"b\\ude00\");")
    assert [c["text"] for t, c, _ in outputs if t == "stream"] == ["b\ufffd\n"], outputs


def sent_again(k):
    k.run("var counter = 0;")
    session = k.client.session
    frames = session.serialize(session.msg("execute_request", {"code": "counter++;", "silent": False}))
    for _ in range(5):
        k.client.shell_channel.socket.send_multipart(frames)
    assert k.shows("counter") == ["1"]


def long_history_pattern(k):
    k.run("1")
    start = time.time()
    for pattern in ("?" * 10_000, "?*" * 5_000, "*a" * 5_000, "a" * 10_000):
        assert k.ask(k.client.history(hist_access_type="search", pattern=pattern))["history"] == []
    assert time.time() - start < 10


def subscriber_that_does_not_read(k):
    info = k.manager.get_connection_info()
    stuck = socket.create_connection((info["ip"], info["iopub_port"]))
    stuck.sendall(b"\xff" + b"\0" * 8 + b"\x7f\x03\0NULL" + b"\0" * 48)
    stuck.sendall(b"\x04\x19\x05READY\x0bSocket-Type\0\0\0\x03SUB" + b"\x00\x01\x01")
    k.run("1")
    reply, outputs = k.run("for (int i = 0; i < 8; i++) display(HTML(new string('a', 10_000_000)));")
    shown = [t for t, _, _ in outputs].count("display_data")
    said = [c["text"] for t, c, _ in outputs if t == "stream"]
    assert reply["status"] == "ok" and shown == 8 and "did not take the output" in said[0], (shown, said)
    assert k.shows("7") == ["7"]
    stuck.close()


def heart(k):
    info = k.manager.get_connection_info()
    own = zmq.Context.instance().socket(zmq.REQ)
    own.connect("tcp://%s:%d" % (info["ip"], info["hb_port"]))
    return own


def beats(own, text):
    own.send(text)
    return own.poll(30_000) and own.recv() == text


def idle_connections(k):
    info = k.manager.get_connection_info()
    # A socket of this kind gets no answer any more once its connection has been closed.
    early = heart(k)
    assert beats(early, b"first")
    ports = [info[n] for n in ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")]
    idle = [socket.create_connection((info["ip"], port)) for _ in range(300) for port in ports]
    late = k.manager.client()
    # A second client of one manager numbers its messages as the first does: on a busy machine two of them had one name.
    late.session.session = "late"
    late.start_channels()
    late.wait_for_ready(timeout=30)
    assert late.execute_interactive("1", timeout=30)["content"]["status"] == "ok"
    late.stop_channels()
    reply, outputs = k.run("2")
    assert reply["status"] == "ok" and [t for t, _, _ in outputs] == ["status", "execute_input", "execute_result", "status"], (reply, outputs)
    fresh = heart(k)
    assert beats(early, b"still") and beats(fresh, b"here")
    for connection in idle:
        connection.close()
    for own in (early, fresh):
        own.close(linger=0)


def same_identity(k):
    info = k.manager.get_connection_info()
    thief = zmq.Context.instance().socket(zmq.DEALER)
    thief.setsockopt(zmq.IDENTITY, k.client.session.bsession)
    thief.connect("tcp://%s:%d" % (info["ip"], info["shell_port"]))
    thief.send_multipart([b"here I am"])
    time.sleep(0.3)
    assert k.shows("3") == ["3"] and thief.poll(300) == 0
    thief.close(linger=0)


def shutdown_on_shell(k):
    message_id = k.client.session.send(k.client.shell_channel.socket, "shutdown_request", {"restart": False})["header"]["msg_id"]
    assert k.ask(message_id) == {"status": "ok", "restart": False}
    gone(k)


def busy_and_idle(k):
    for ask, answer in ((k.client.kernel_info, "kernel_info"), (k.client.comm_info, "comm_info"), (k.client.history, "history"),
                        (lambda: k.client.complete("Con", 3), "complete"), (lambda: k.client.inspect("Console", 3), "inspect"),
                        (lambda: k.client.is_complete("1"), "is_complete")):
        message_id = ask()
        messages = [k.client.get_iopub_msg(timeout=30)]
        while messages[-1]["parent_header"].get("msg_id") != message_id or messages[-1]["content"]["execution_state"] != "idle":
            messages.append(k.client.get_iopub_msg(timeout=30))
        own = [m["content"]["execution_state"] for m in messages if m["parent_header"].get("msg_id") == message_id]
        assert own == ["busy", "idle"], messages
        reply = k.client.get_shell_msg(timeout=30)
        # On a busy machine wait_for_ready asks more than once.
        while reply["parent_header"].get("msg_id") != message_id:
            reply = k.client.get_shell_msg(timeout=30)
        assert reply["msg_type"] == answer + "_reply", reply
        assert reply["header"]["version"] == "5.4" and reply["metadata"] == {}, reply


def listens_on_loopback_only(k):
    inodes = set()
    for link in glob.glob("/proc/%d/fd/*" % k.manager.provisioner.pid):
        try:
            inodes.update(re.findall(r"socket:\[(\d+)\]", os.readlink(link)))
        except OSError:
            pass
    found = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(table) as f:
            for line in f.readlines()[1:]:
                parts = line.split()
                if parts[3] == "0A" and parts[9] in inodes:
                    found.append(parts[1].split(":"))
    info = k.manager.get_connection_info()
    ports = {info[n] for n in ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")}
    assert {address for address, _ in found} == {"0100007F"} and {int(port, 16) for _, port in found} == ports, found


def main():
    kernel = Kernel()
    try:
        globals()[sys.argv[1]](kernel)
    finally:
        kernel.client.stop_channels()
        kernel.manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main()
    print("passed")
