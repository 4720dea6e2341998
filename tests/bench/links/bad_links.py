"""Links that do what bad networks do: a rate and resets in user space, or loss and delay over two TUN devices (root)."""
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(command, **more):
    """A program that does not outlive the thread that starts it, however that ends."""
    return subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *command], **more)


def wait_for(port, prefix=()):
    """Until somebody listens on the port, seen from where `prefix` runs programs."""
    probe = [*prefix, sys.executable, "-c", f"import socket; socket.create_connection(('127.0.0.1', {port}), 1)"]
    for _ in range(300):
        if subprocess.run(probe, stderr=subprocess.DEVNULL).returncode == 0:
            return
        time.sleep(0.1)
    sys.exit(f"bench: nothing listens on {port}")


class ProxyLink:
    """So many bytes a second, and all connections reset now and then, by chaos_proxy.py. Bytes are those towards the server
    that it passed on, for nothing or not."""

    server = client = ()
    listen = "127.0.0.1"

    def __init__(self, proxy, folder, rate, reset_s, delay_ms=20):
        self.proxy, self.folder, self.rate, self.reset_s, self.delay_ms = proxy, folder, rate, reset_s, delay_ms

    def open(self, target):
        """The address at which a client finds the server on this port."""
        self.port = free_port()
        self.process = start([sys.executable, self.proxy, str(self.port), f"127.0.0.1:{target}", str(self.rate),
                              str(self.reset_s), str(self.delay_ms)], cwd=self.folder, stderr=subprocess.DEVNULL)
        wait_for(self.port)
        return f"http://127.0.0.1:{self.port}"

    def end(self):
        time.sleep(2.5)  # it writes its figures every two seconds
        self.process.kill()
        return int(re.search(r"'up': (\d+)", (self.folder / f"chaos.{self.port}.stat").read_text()).group(1))


class LossyLink:
    """Delay, loss and a rate for whole packets by tunnetem, between a namespace for the server and one for the client; with
    `reset_s` a proxy beside the client also resets everything now and then. Bytes are those of the packets that arrived."""

    listen = "0.0.0.0"
    count = 0

    @staticmethod
    def missing(tools):
        """Why there can be none here; empty when there can."""
        if os.geteuid() != 0 or not os.access("/dev/net/tun", os.W_OK):
            return "not root, or no /dev/net/tun"
        if not shutil.which("ip") or not shutil.which("g++"):
            return "no ip or g++"
        if subprocess.run(["ip", "netns", "list"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
            return "no network namespaces"
        return "" if (tools / "tunnetem.cpp").is_file() else f"no {tools}/tunnetem.cpp"

    @staticmethod
    def build(tools, folder):
        program = folder / "tunnetem"
        subprocess.run(["g++", "-O2", "-std=c++17", "-w", tools / "tunnetem.cpp", "-o", program], check=True)
        return program

    def __init__(self, program, proxy, folder, rate_kbit, delay_ms, loss, reset_s=0):
        LossyLink.count += 1
        self.names = [f"xc{os.getpid()}-{LossyLink.count}{side}" for side in "st"]
        self.server, self.client = (("ip", "netns", "exec", name) for name in self.names)
        self.folder, self.proxy, self.reset_s, self.inner = folder, proxy, reset_s, None
        for name in self.names:
            subprocess.run(["ip", "netns", "add", name], check=True)
        subprocess.run([*self.server, "ip", "link", "set", "lo", "up"], check=True)
        self.process = start([*self.server, program, self.names[1], str(delay_ms), "0", str(loss), "0", "0",
                              str(rate_kbit)], stdout=subprocess.DEVNULL)
        time.sleep(1)
        # What a sender has handed to the kernel it believes to be sent: no more than a tablet's radio would take.
        for prefix in (self.server, self.client):
            subprocess.run([*prefix, "sysctl", "-qw", "net.ipv4.tcp_wmem=4096 16384 65536"], check=True)

    def open(self, target):
        if not self.reset_s:
            return f"http://10.78.0.1:{target}"
        port = free_port()
        self.inner = start([*self.client, sys.executable, self.proxy, str(port), f"10.78.0.1:{target}", "0",
                            str(self.reset_s), "0"], cwd=self.folder, stderr=subprocess.DEVNULL)
        wait_for(port, self.client)
        return f"http://127.0.0.1:{port}"

    def end(self):
        shown = subprocess.run([*self.server, "cat", "/proc/net/dev"], capture_output=True, text=True).stdout
        received = int(re.search(r"nt0:\s*(\d+)", shown).group(1))
        for process in filter(None, (self.inner, self.process)):
            process.kill()
            process.wait()
        for name in self.names:
            subprocess.run(["ip", "netns", "del", name], check=False)
        return received
