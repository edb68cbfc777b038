"""zmq.asyncio of pyzmq 17 to 27: https://pyzmq.readthedocs.io/en/latest/api/zmq.asyncio.html"""

import zmq

class Socket(zmq.Socket): ...

class Context(zmq.Context):
    @classmethod
    def instance(cls, io_threads=...) -> Context: ...
    def socket(self, socket_type, socket_class=..., **kwargs) -> Socket: ...
