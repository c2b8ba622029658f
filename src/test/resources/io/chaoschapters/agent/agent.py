"""An agent that behaves as its first argument says; it needs nothing but Python."""
import glob
import json
import os
import subprocess
import sys
import threading
import time
import urllib.error

from client import Client, answer

MODE, URL, TOKEN = sys.argv[1], sys.argv[2], sys.argv[3]


def connected():
    client = Client(URL, TOKEN)
    client.connect()
    return client


if MODE == "good":
    c = connected()
    assert c.request("tools/list", {})["result"]["tools"]
    for tool in ("list_components", "list_signals", "check_invariants", "list_changes", "read_glossary"):
        assert not c.call(tool)["result"].get("isError"), tool
    signal = c.call("list_signals")["result"]["structuredContent"]["signals"][0]["id"]
    component = c.call("list_components")["result"]["structuredContent"]["components"][0]["id"]
    assert not c.call("read_signal", signal=signal)["result"].get("isError")
    assert not c.call("read_log", component=component, lines=5)["result"].get("isError")
    c.call("submit_diagnosis", **answer(sys.argv[4]))
elif MODE == "live":
    c = connected()
    readings = c.call("read_signal", signal="backlog")["result"]["structuredContent"]["readings"]
    assert len(readings) > 2, readings
    statements = c.call("check_invariants")["result"]["structuredContent"]["statements"]
    assert [s for s in statements if s.get("holds") is False or "violation" in s], statements
    assert [s for s in statements if s.get("holds") is True], statements
    c.call("list_changes")
    c.call("submit_diagnosis", **answer("other", other="grows: %s" % readings[-1]["value"]))
elif MODE == "promql":
    c = connected()
    tools = [tool["name"] for tool in c.request("tools/list", {})["result"]["tools"]]
    seen = "none is listed"
    if "query_metrics" in tools:
        values = c.call("query_metrics", query="vector(3) + 4")["result"]["structuredContent"]["values"]
        seen = "it is %d" % values[0]["value"]
    c.call("submit_diagnosis", **answer("other", other=seen))
elif MODE == "exits":
    sys.exit(0)
elif MODE == "fails":
    sys.stderr.write("no model is configured\n")
    sys.exit(3)
elif MODE == "sleeps":
    time.sleep(600)
elif MODE == "connects-only":
    connected()
    time.sleep(600)
elif MODE == "connects-and-exits":
    connected()
elif MODE == "never-submits":
    connected().call("list_components")
elif MODE == "submits-twice":
    c = connected()
    c.call("submit_diagnosis", **answer())
    second = c.call("submit_diagnosis", **answer("other", other="something else"))
    time.sleep(600)
elif MODE == "nonsense":
    c = connected()
    assert c.call("submit_diagnosis", verdict="maybe", moon="full")["result"]["isError"]
elif MODE == "nonsense-then-good":
    c = connected()
    assert c.call("submit_diagnosis", verdict="maybe")["result"]["isError"]
    c.call("submit_diagnosis", **answer())
elif MODE == "unknown-term":
    connected().call("submit_diagnosis", **answer("gremlins in the basement"))
elif MODE == "floods-calls":
    c = connected()
    while True:
        c.call("list_components")
elif MODE == "stops-at-budget":
    c = connected()
    while not c.call("list_components")["result"].get("isError"):
        pass
    c.call("submit_diagnosis", **answer())
elif MODE == "floods-output":
    while True:
        sys.stdout.write("x" * 65536)
elif MODE == "prints":
    print("Looking around ...")
    print(json.dumps(answer()))
elif MODE == "claims":
    print(json.dumps(answer(mechanism="I used list_components and read_log and all is well")))
elif MODE == "hangs":
    import signal
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    connected().call("submit_diagnosis", **answer())
    time.sleep(600)
elif MODE == "deaf":
    import signal
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    connected()
    time.sleep(600)
elif MODE == "deaf-family":
    import signal
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    # What is ignored here is ignored by what is started, too; its name is on the command line, for who looks for it.
    for _ in range(2):
        if os.fork() == 0:
            subprocess.Popen([sys.executable, "-c", "import time\ntime.sleep(600)", sys.argv[5] + "/"], start_new_session=True)
            os._exit(0)
        os.wait()
    c = connected()
    c.call("list_components")
    if sys.argv[4] == "answers":
        c.call("submit_diagnosis", **answer())
    time.sleep(600)
elif MODE == "forks":
    script = "import os, time\nos.setsid()\nopen(%r, 'w').write(str(os.getpid()))\ntime.sleep(600)"
    if os.fork() == 0:  # its parent is gone at once, so that nobody can tell by that whose child it is
        subprocess.Popen([sys.executable, "-c", script % sys.argv[4]], close_fds=True)
        os._exit(0)
    os.wait()
    while not os.path.exists(sys.argv[4]):
        time.sleep(0.02)
    connected().call("submit_diagnosis", **answer())
elif MODE == "peeks":
    found = json.load(open(glob.glob("../*/answer.json")[0]))
    c = connected()
    c.call("list_components")
    c.call("submit_diagnosis", **found)
elif MODE == "wrong-token":
    try:
        Client(URL, "guessed").connect()
    except urllib.error.HTTPError as e:
        sys.exit("refused with %d" % e.code)
elif MODE == "foreign-origin":
    try:
        Client(URL, TOKEN, headers={"Origin": "https://example.org"}).connect()
    except urllib.error.HTTPError as e:
        sys.exit("refused with %d" % e.code)
elif MODE == "foreign-host":
    try:
        Client(URL, TOKEN, headers={"Host": "example.org"}).connect()
    except urllib.error.HTTPError as e:
        sys.exit("refused with %d" % e.code)
elif MODE == "tomorrow":
    c = Client(URL, TOKEN)
    version = c.connect("2099-01-01")["result"]["protocolVersion"]
    assert version != "2099-01-01"
    c.call("submit_diagnosis", **answer(mechanism="agreed on " + version))
elif MODE == "two-clients":
    clients = [Client(URL, TOKEN, name="one"), Client(URL, TOKEN, name="two")]
    for c in clients:
        c.connect()
    threads = [threading.Thread(target=lambda c=c: [c.call("list_components") for _ in range(5)]) for c in clients]
    [t.start() for t in threads]
    [t.join() for t in threads]
    clients[1].call("submit_diagnosis", **answer())
elif MODE == "tomorrow-later":
    c = connected()
    c.more = {"MCP-Protocol-Version": "2099-01-01"}
    try:
        c.call("list_components")
    except urllib.error.HTTPError as e:
        sys.exit("refused with %d" % e.code)
elif MODE == "cuts-off":
    import socket
    host, port = URL.split("/")[2].split(":")
    c = connected()
    body = json.dumps({"jsonrpc": "2.0", "id": 9, "method": "tools/call", "params": {"name": "list_components", "arguments": {}}})
    request = "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nMcp-Session-Id: %s\r\nAccept: application/json, text/event-stream\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (TOKEN, c.session, len(body), body)
    for sent in (request[:-20], request):  # in the middle of its question, and in the middle of our answer
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(sent.encode())
    connected().call("submit_diagnosis", **answer())
elif MODE == "times":
    c = connected()
    taken = {"ping": [], "tool": []}
    for i in range(60):
        begun = time.perf_counter()
        c.request("ping", {})
        taken["ping"].append(time.perf_counter() - begun)
        begun = time.perf_counter()
        c.call(("list_components", "list_signals", "check_invariants", "list_changes")[i % 4])
        taken["tool"].append(time.perf_counter() - begun)
    c.call("submit_diagnosis", **answer("other", other=json.dumps({k: sorted(v)[len(v) // 2] for k, v in taken.items()})))
elif MODE == "unknowns":
    c = connected()
    assert c.call("read_log", component="moon")["result"]["isError"]
    assert c.call("read_signal", signal="moon")["result"]["isError"]
    assert c.call("read_signal")["result"]["isError"]
    assert "error" in c.call("rm_rf")
    c.call("submit_diagnosis", **answer())
elif MODE == "environment":
    connected().call("submit_diagnosis", **answer(mechanism=json.dumps({"env": dict(os.environ), "cwd": os.getcwd(), "files": os.listdir("."), "argv": sys.argv[4:]}), advice=open("note.txt").read() if os.path.exists("note.txt") else ""))
elif MODE == "looks-around":
    seen = [path for path in sys.argv[4:] if os.path.exists(path) and os.listdir(path)]
    try:
        open("/usr/agent-was-here", "w")
        seen.append("wrote to /usr")
    except OSError:
        pass
    connected().call("submit_diagnosis", **answer(mechanism="saw: " + json.dumps(seen)))
elif MODE == "connects-to":
    import socket
    seen = []
    for place in sys.argv[4:]:
        try:
            if place.startswith("/"):
                with socket.socket(socket.AF_UNIX) as connection:
                    connection.connect(place)
                    seen.append(place)
            else:
                host, port = place.rsplit(":", 1)
                with socket.create_connection((host, int(port)), timeout=5) as connection:
                    connection.sendall(b"hello?")
                    connection.shutdown(socket.SHUT_WR)
                    seen.append(connection.makefile().read())
        except OSError as e:
            seen.append(type(e).__name__)
    connected().call("submit_diagnosis", **answer(mechanism="heard: " + json.dumps(seen)))
elif MODE == "bridge":
    servers = json.load(open(sys.argv[4]))["mcpServers"]["oncall"]
    environment = dict(os.environ)
    environment.update(servers["env"])
    bridge = subprocess.Popen([servers["command"]] + servers["args"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True)

    def send(message):
        bridge.stdin.write(json.dumps(message) + "\n")
        bridge.stdin.flush()
        return json.loads(bridge.stdout.readline()) if "id" in message else None

    send({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "b", "version": "1"}}})
    send({"jsonrpc": "2.0", "method": "notifications/initialized"})
    tools = send({"jsonrpc": "2.0", "id": 2, "method": "tools/list", "params": {}})["result"]["tools"]
    send({"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {"name": "list_components", "arguments": {}}})
    send({"jsonrpc": "2.0", "id": 4, "method": "tools/call", "params": {"name": "submit_diagnosis", "arguments": answer(mechanism="%d tools" % len(tools))}})
elif MODE == "loses-connection":
    c = connected()
    c.call("list_components")
    os.kill(os.getpid(), 9)
else:
    sys.exit("no mode " + MODE)
