"""The client of FastMCP (PyPI: fastmcp) looks around and submits."""
import asyncio
import sys

from fastmcp import Client
from fastmcp.client.transports import StreamableHttpTransport


async def main():
    transport = StreamableHttpTransport(sys.argv[1], headers={"Authorization": "Bearer " + sys.argv[2]})
    async with Client(transport) as client:
        await client.ping()
        assert len(await client.list_tools()) == 9
        result = await client.call_tool("list_components", {})
        assert result.structured_content["components"], result
        await client.call_tool("submit_diagnosis", {"verdict": "none", "term": None, "mechanism": "by fastmcp", "confidence": 0.5})


asyncio.run(main())
