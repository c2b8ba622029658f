"""Runs scenarios of the official conformance suite against a server of tools. The suite sends no token, so it goes through
a proxy that adds one and changes nothing else. Arguments: address, token, node, the suite's program, scenarios."""
import json
import re
import socket
import subprocess
import sys
import threading

URL, TOKEN, NODE, SUITE = sys.argv[1:5]
HOST, PORT = re.match(r"http://([^:]+):(\d+)", URL).groups()


def pump(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
    except OSError:
        pass
    finally:
        sink.close()


def carry(client):
    server = socket.create_connection((HOST, int(PORT)))
    threading.Thread(target=pump, args=(server, client), daemon=True).start()
    data = b""
    try:
        while True:
            while b"\r\n\r\n" not in data:
                more = client.recv(65536)
                if not more:
                    return
                data += more
            head, data = data.split(b"\r\n\r\n", 1)
            length = re.search(rb"(?i)content-length: *(\d+)", head)
            wanted = int(length.group(1)) if length else 0
            while len(data) < wanted:
                data += client.recv(65536)
            server.sendall(head + b"\r\nAuthorization: Bearer " + TOKEN.encode() + b"\r\n\r\n" + data[:wanted])
            data = data[wanted:]
    except OSError:
        pass
    finally:
        server.close()


def accept(listener):
    while True:
        threading.Thread(target=carry, args=(listener.accept()[0],), daemon=True).start()


listener = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=accept, args=(listener,), daemon=True).start()
failed = []
for scenario in sys.argv[5:]:
    run = subprocess.run([NODE, SUITE, "server", "--url", "http://127.0.0.1:%d/mcp" % listener.getsockname()[1], "--scenario", scenario],
                         capture_output=True, text=True, timeout=120)
    sys.stderr.write("%s: %d\n%s\n" % (scenario, run.returncode, run.stdout[-1500:]))
    if run.returncode != 0:
        failed.append(scenario)
print(json.dumps({"verdict": "none", "term": None, "mechanism": "failed: " + ", ".join(failed), "confidence": 1}))
