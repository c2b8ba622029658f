"""A server that speaks the wire format of OpenAI's chat completions and answers from a script: it lets whoever asks use
one tool after the other, and then hand in an answer. It stands in for a model; the program that asks it is real."""
import http.server
import json
import sys

SCRIPT = [("list_components", {}), ("check_invariants", {}), ("read_glossary", {})]
ANSWER = {"verdict": "none", "term": [], "mechanism": "Everything that should hold does.", "confidence": 0.9}


def next_step(request):
    tools = [t["function"]["name"] for t in request.get("tools", [])]
    used = [c["function"]["name"] for m in request["messages"] if m["role"] == "assistant" for c in m.get("tool_calls") or []]
    done = len([name for name in used if name != "tool_search"])
    steps = SCRIPT + [("submit_diagnosis", ANSWER)]
    if done >= len(steps) or not tools:
        return None
    wanted, arguments = steps[done]
    names = [name for name in tools if name.endswith(wanted)]
    if not names and "tool_search" in tools and len(used) < 20:  # some list tools only once they were looked for
        return "tool_search", {"query": "select:mcp__oncall__" + wanted}, len(used)
    return (names[0], arguments, len(used)) if names else None


def chunks(request):
    step = next_step(request)
    if step is None:
        yield {"role": "assistant", "content": "Done."}, "stop"
    else:
        name, arguments, number = step
        call = {"index": 0, "id": "call_%d" % number, "type": "function", "function": {"name": name, "arguments": json.dumps(arguments)}}
        yield {"role": "assistant", "content": None, "tool_calls": [call]}, "tool_calls"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(json.dumps({"object": "list", "data": [{"id": "scripted", "object": "model"}]}).encode(), "application/json")

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with open(sys.argv[2], "a") as log:
            log.write(json.dumps({"path": self.path, "tools": [t["function"]["name"] for t in request.get("tools", [])],
                                  "messages": len(request.get("messages", []))}) + "\n")
        delta, reason = next(chunks(request))
        head = {"id": "c1", "created": 1, "model": "scripted"}
        usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
        if request.get("stream"):
            parts = [dict(head, object="chat.completion.chunk", choices=[{"index": 0, "delta": delta, "finish_reason": None}]),
                     dict(head, object="chat.completion.chunk", choices=[{"index": 0, "delta": {}, "finish_reason": reason}]),
                     dict(head, object="chat.completion.chunk", choices=[], usage=usage)]
            body = "".join("data: %s\n\n" % json.dumps(part) for part in parts) + "data: [DONE]\n\n"
            self.answer(body.encode(), "text/event-stream")
        else:
            for call in delta.get("tool_calls", []):
                call.pop("index")
            self.answer(json.dumps(dict(head, object="chat.completion", usage=usage,
                                        choices=[{"index": 0, "message": delta, "finish_reason": reason}])).encode(), "application/json")

    def answer(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1], "w") as port:
    port.write(str(server.server_address[1]) + "\n")
server.serve_forever()
