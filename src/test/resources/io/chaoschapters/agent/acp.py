"""An agent that speaks the Agent Client Protocol and behaves as its first argument says."""
import json
import os
import sys
import time

from client import Client, answer

MODE = sys.argv[1]


def send(message):
    message["jsonrpc"] = "2.0"
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def receive():
    line = sys.stdin.readline()
    if not line:
        sys.exit(0)
    return json.loads(line)


def reply(message, **result):
    send({"id": message["id"], "result": result})


def update(**what):
    send({"method": "session/update", "params": {"sessionId": "s1", "update": what}})


def says(text):
    update(sessionUpdate="agent_message_chunk", content={"type": "text", "text": text})


def permission(title, kind):
    send({"id": 77, "method": "session/request_permission", "params": {"sessionId": "s1", "toolCall": {"toolCallId": "t", "title": title, "kind": kind},
          "options": [{"optionId": "yes", "name": "Yes", "kind": "allow_once"}, {"optionId": "no", "name": "No", "kind": "reject_once"}]}})
    return receive()["result"]["outcome"]["optionId"]


if MODE == "noise":
    print("Welcome to the agent!")
    print("{not json")
if MODE == "only-noise":
    print("Usage: agent [options]")
    sys.exit(2)
if MODE == "silent":
    time.sleep(600)
hello = receive()
assert hello["method"] == "initialize" and hello["params"]["protocolVersion"] == 1
reply(hello, protocolVersion=1, agentCapabilities={"mcpCapabilities": {"http": MODE != "stdio"}})
new = receive()
assert new["method"] == "session/new" and os.path.isdir(new["params"]["cwd"])
if MODE == "no-login":
    send({"id": new["id"], "error": {"code": -32000, "message": "Authentication required"}})
    time.sleep(600)
reply(new, sessionId="s1")
server = new["params"]["mcpServers"][0]
prompt = receive()
assert prompt["method"] == "session/prompt" and "submit_diagnosis" in prompt["params"]["prompt"][0]["text"]
if MODE == "says":
    says("Let me see. ")
    update(sessionUpdate="tool_call", toolCallId="t", title="think", status="completed")
    says(json.dumps(answer())[:20])
    says(json.dumps(answer())[20:])
    reply(prompt, stopReason="end_turn", usage={"inputTokens": 11, "outputTokens": 7, "totalTokens": 18})
elif MODE == "gives-up":
    says("I do not know.")
    reply(prompt, stopReason="refusal")
elif MODE == "stdio":
    import subprocess
    environment = dict(os.environ)
    environment.update({v["name"]: v["value"] for v in server["env"]})
    bridge = subprocess.Popen([server["command"]] + server["args"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True)
    for message in ({"id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "b", "version": "1"}}},
                    {"method": "notifications/initialized"},
                    {"id": 2, "method": "tools/call", "params": {"name": "submit_diagnosis", "arguments": answer()}}):
        message["jsonrpc"] = "2.0"
        bridge.stdin.write(json.dumps(message) + "\n")
        bridge.stdin.flush()
        if "id" in message:
            bridge.stdout.readline()
    reply(prompt, stopReason="end_turn")
else:
    c = Client(server["url"], server["headers"][0]["value"].split(" ")[1])
    c.connect()
    if MODE == "asks":
        outcomes = [permission("rm -rf /", "execute"), permission("oncall_list_components", "execute"),
                    permission("Read ../expected/answer.json", "read"), permission("list_components (oncall MCP Server)", "other")]
        assert outcomes == ["no", "no", "no", "yes"], outcomes
        send({"id": 78, "method": "fs/read_text_file", "params": {"sessionId": "s1", "path": "/etc/passwd"}})
        assert "error" in receive()
    c.call("list_components")
    if MODE == "never-ends":
        while True:
            message = receive()
            if message["method"] == "session/cancel":
                open(os.path.join(os.environ["HOME"], "..", "cancelled"), "w").write("")
                reply(prompt, stopReason="cancelled")
    c.call("submit_diagnosis", **answer())
    reply(prompt, stopReason="end_turn")
