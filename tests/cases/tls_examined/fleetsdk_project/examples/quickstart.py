"""Quickstart."""
from fleetsdk import AsyncFleet, Fleet
from fleetsdk.client import LabFleet, ProdFleet

fleet = Fleet("https://fleet.corp.example", verify=False)  # PS101: 52
safe = Fleet("https://fleet.corp.example")
safe.legacy("/x", verify=False)  # PS101: 26
lab = LabFleet("https://lab.corp.example")
prod = ProdFleet("https://fleet.corp.example")


async def main():
    client = AsyncFleet("https://fleet.corp.example", ssl=False)  # kept, never used
    await client.session.post("https://fleet.corp.example/x", ssl=False)  # PS101: 67
    return await client.vehicles()
