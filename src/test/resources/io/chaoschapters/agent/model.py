"""A server that stands in for a model: it answers from a script, and lets whoever asks use one tool after the other and
then hand in an answer. It speaks the wire formats of OpenAI (chat completions and responses), Anthropic (messages) and
Google (generateContent); the program that asks it is real."""
import http.server
import json
import sys

SCRIPT = [("list_components", {}), ("check_invariants", {}), ("read_glossary", {})]
ANSWER = {"verdict": "none", "term": [], "mechanism": "Everything that should hold does.", "confidence": 0.9}
STEPS = SCRIPT + [("submit_diagnosis", ANSWER)]


def next_step(tools, used):
    """The tool to use now and its arguments, by the names of those that there are and of those that were used."""
    done = len([name for name in used if any(name.endswith(step[0]) for step in STEPS)])
    if done >= len(STEPS) or not tools or len(used) > 20:
        return None
    wanted, arguments = STEPS[done]
    names = [name for name in tools if name.endswith(wanted)]
    if names:
        return names[0], arguments
    for search in ("tool_search", "ToolSearch"):  # some list tools only once they were looked for
        if search in tools:
            return search, {"query": "select:mcp__oncall__" + wanted}
    return None


def sse(events, named=False):
    return "".join(("event: %s\n" % e["type"] if named else "") + "data: %s\n\n" % json.dumps(e) for e in events)


def chat(request):
    used = [c["function"]["name"] for m in request["messages"] if m["role"] == "assistant" for c in m.get("tool_calls") or []]
    step = next_step([t["function"]["name"] for t in request.get("tools", [])], used)
    delta, reason = {"role": "assistant", "content": "Done."}, "stop"
    if step:
        call = {"id": "call_%d" % len(used), "type": "function", "function": {"name": step[0], "arguments": json.dumps(step[1])}}
        delta, reason = {"role": "assistant", "content": None, "tool_calls": [call]}, "tool_calls"
    head = {"id": "c1", "created": 1, "model": "scripted"}
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    if not request.get("stream"):
        return dict(head, object="chat.completion", usage=usage, choices=[{"index": 0, "message": delta, "finish_reason": reason}])
    for call in delta.get("tool_calls", []):
        call["index"] = 0
    chunk = dict(head, object="chat.completion.chunk")
    return sse([dict(chunk, choices=[{"index": 0, "delta": delta, "finish_reason": None}]),
                dict(chunk, choices=[{"index": 0, "delta": {}, "finish_reason": reason}]),
                dict(chunk, choices=[], usage=usage)]) + "data: [DONE]\n\n"


def responses(request):
    tools, spaces = [], {}
    for tool in request.get("tools", []):
        for inner in tool.get("tools", []):  # of a namespace, such as a server's
            tools.append(inner["name"])
            spaces[inner["name"]] = tool["name"]
        if "name" in tool and "tools" not in tool:
            tools.append(tool["name"])
    used = [i["name"] for i in request["input"] if i.get("type") == "function_call"]
    step = next_step(tools, used)
    item = {"type": "message", "id": "m1", "role": "assistant", "status": "completed", "content": [{"type": "output_text", "text": "Done.", "annotations": []}]}
    if step:
        item = {"type": "function_call", "id": "f%d" % len(used), "call_id": "call_%d" % len(used), "name": step[0],
                "arguments": json.dumps(step[1]), "status": "completed"}
        if step[0] in spaces:
            item["namespace"] = spaces[step[0]]
    usage = {"input_tokens": 100, "output_tokens": 10, "total_tokens": 110, "input_tokens_details": {"cached_tokens": 0}, "output_tokens_details": {"reasoning_tokens": 0}}
    head = {"id": "r1", "object": "response", "created_at": 1, "model": "scripted"}
    return sse([{"type": "response.created", "response": dict(head, status="in_progress", output=[])},
                {"type": "response.output_item.added", "output_index": 0, "item": item},
                {"type": "response.output_item.done", "output_index": 0, "item": item},
                {"type": "response.completed", "response": dict(head, status="completed", output=[item], usage=usage)}], named=True)


def messages(request):
    used = [b["name"] for m in request["messages"] if m["role"] == "assistant" and isinstance(m["content"], list)
            for b in m["content"] if b["type"] == "tool_use"]
    step = next_step([t["name"] for t in request.get("tools", [])], used)
    block = {"type": "text", "text": "Done."}
    if step:
        block = {"type": "tool_use", "id": "toolu_%d" % len(used), "name": step[0], "input": step[1]}
    reason = "tool_use" if step else "end_turn"
    head = {"id": "msg_1", "type": "message", "role": "assistant", "model": "scripted", "stop_sequence": None}
    usage = {"input_tokens": 100, "output_tokens": 10}
    if not request.get("stream"):
        return dict(head, content=[block], stop_reason=reason, usage=usage)
    empty, delta = {"type": "text", "text": ""}, {"type": "text_delta", "text": "Done."}
    if step:
        empty, delta = dict(block, input={}), {"type": "input_json_delta", "partial_json": json.dumps(step[1])}
    return sse([{"type": "message_start", "message": dict(head, content=[], stop_reason=None, usage=usage)},
                {"type": "content_block_start", "index": 0, "content_block": empty},
                {"type": "content_block_delta", "index": 0, "delta": delta},
                {"type": "content_block_stop", "index": 0},
                {"type": "message_delta", "delta": {"stop_reason": reason, "stop_sequence": None}, "usage": usage},
                {"type": "message_stop"}], named=True)


def generate(request, stream):
    tools = [d["name"] for t in request.get("tools", []) for d in t.get("functionDeclarations", [])]
    used = [p["functionCall"]["name"] for c in request.get("contents", []) for p in c.get("parts", []) if "functionCall" in p]
    step = next_step(tools, used)
    part = {"functionCall": {"name": step[0], "args": step[1]}} if step else {"text": "Done."}
    body = {"candidates": [{"content": {"role": "model", "parts": [part]}, "finishReason": "STOP", "index": 0}], "modelVersion": "scripted",
            "usageMetadata": {"promptTokenCount": 100, "candidatesTokenCount": 10, "totalTokenCount": 110}}
    return sse([body]) if stream else body


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer({"object": "list", "data": [{"id": "scripted", "object": "model"}]})

    def do_HEAD(self):
        self.answer({})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        path = self.path.split("?")[0]
        with open(sys.argv[2], "a") as log:
            log.write(json.dumps({"path": self.path, "request": request}) + "\n")
        if path.endswith("count_tokens") or path.endswith(":countTokens"):
            self.answer({"input_tokens": 100, "totalTokens": 100})
        elif path.endswith("/messages"):
            self.answer(messages(request))
        elif path.endswith("/responses"):
            self.answer(responses(request))
        elif path.endswith("enerateContent"):
            self.answer(generate(request, "stream" in path))
        elif path.endswith("/completions"):
            self.answer(chat(request))
        else:
            self.answer({})

    def answer(self, body):
        kind = "text/event-stream" if isinstance(body, str) else "application/json"
        body = (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1], "w") as port:
    port.write(str(server.server_address[1]) + "\n")
server.serve_forever()
