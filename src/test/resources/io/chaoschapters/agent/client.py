"""A client of the Model Context Protocol over Streamable HTTP, and an answer; they need nothing but Python."""
import json
import urllib.request


class Client:
    def __init__(self, url, token, headers=None, name="agent.py"):
        self.url, self.token, self.more, self.session, self.number = url, token, headers or {}, None, 0
        self.name = name

    def post(self, message):
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json, text/event-stream",
            "Authorization": "Bearer " + self.token,
            "User-Agent": self.name,
        }
        headers.update(self.more)
        if self.session:
            headers["Mcp-Session-Id"] = self.session
            headers["MCP-Protocol-Version"] = "2025-06-18"
        request = urllib.request.Request(self.url, json.dumps(message).encode(), headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            self.session = answer.headers.get("Mcp-Session-Id") or self.session
            text = answer.read().decode()
        for line in text.splitlines():
            if line.startswith("data:"):
                text = line[5:].strip()
        return json.loads(text) if text.strip() else None

    def request(self, method, params):
        self.number += 1
        return self.post({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})

    def connect(self, version="2025-06-18"):
        answer = self.request("initialize", {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": self.name, "version": "1"}})
        self.post({"jsonrpc": "2.0", "method": "notifications/initialized"})
        return answer

    def call(self, tool, **arguments):
        return self.request("tools/call", {"name": tool, "arguments": arguments})


def answer(term="none", **more):
    given = {"verdict": "none" if term == "none" else "anomaly", "term": None if term == "none" else term,
             "mechanism": "because of what was seen", "confidence": 0.8}
    given.update(more)
    return given
