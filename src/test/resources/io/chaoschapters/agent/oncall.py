"""Somebody on call who is woken by Alertmanager's webhook. Arguments: a file for its port, a file for what happens, how it
behaves. It says at once that it was woken, and works afterwards, as such programs do."""
import http.server
import json
import sys
import threading
import time

from client import Client, answer

PORT, LOG, MODE = sys.argv[1:4]


def note(**what):
    with open(LOG, "a") as log:
        log.write(json.dumps(dict(what, at=time.time())) + "\n")


def work(alert):
    known = alert["commonAnnotations"]
    client = Client(known["tools_url"], known["tools_token"], name="oncall.py")
    client.connect()
    client.call("check_invariants")
    if MODE == "term":
        client.call("submit_diagnosis", **answer(sys.argv[4]))
    elif MODE == "twice":
        client.call("submit_diagnosis", **answer())
        second = client.call("submit_diagnosis", **answer("other", other="something else"))
        note(second=second["result"]["content"][0]["text"])
    elif MODE == "unknown":
        client.call("submit_diagnosis", **answer("gremlins in the basement"))
    elif MODE == "late":
        time.sleep(float(sys.argv[4]))
        try:
            client.call("submit_diagnosis", **answer("other", other="too late"))
        except OSError as e:
            note(late=str(e))


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        alert = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        note(woken=alert["alerts"])
        threading.Thread(target=work, args=(alert,), daemon=True).start()
        body = json.dumps(answer("other", other="said in the body") if MODE == "twice" else {"status": "ok"}).encode()
        if MODE == "twice":
            time.sleep(2)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(PORT, "w") as port:
    port.write(str(server.server_address[1]) + "\n")
server.serve_forever()
