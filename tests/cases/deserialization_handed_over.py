"""References that are handed over: one finding each, at the reference."""

import asyncio, pickle, yaml, Pyro4, dill, requests
from concurrent.futures import ThreadPoolExecutor

HANDLERS = {}
HANDLERS[".conf"] = yaml.full_load  # PS204: 26
Pyro4.config.SERIALIZERS_ACCEPTED = {"pickle"}  # PS207: 38


async def a(x, loop):
    await asyncio.to_thread(pickle.loads, x)  # PS202: 36
    await loop.run_in_executor(None, pickle.loads, x)  # PS202: 45
    with ThreadPoolExecutor() as e:
        e.submit(dill.loads, x)  # PS202: 23
        return e.submit(pickle.loads, requests.get("u").content)  # PS201: 32
