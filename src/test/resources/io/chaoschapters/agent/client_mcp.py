"""The client of the official Python SDK (PyPI: mcp) looks around and submits."""
import asyncio
import sys

import httpx2
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client


async def main():
    async with httpx2.AsyncClient(headers={"Authorization": "Bearer " + sys.argv[2]}) as http:
        async with streamable_http_client(sys.argv[1], http_client=http) as streams:
            async with ClientSession(streams[0], streams[1]) as session:
                await session.initialize()
                tools = await session.list_tools()
                assert len(tools.tools) == 9, tools
                result = await session.call_tool("list_components", {})
                assert not getattr(result, "is_error", getattr(result, "isError", None)), result
                result = await session.call_tool("submit_diagnosis", {"verdict": "none", "term": None, "mechanism": "by mcp", "confidence": 0.5})
                print(result)


asyncio.run(main())
