"""zmq.green of pyzmq 17 to 27: https://pyzmq.readthedocs.io/en/latest/api/zmq.green.html"""

from zmq import Context as Context
from zmq import Socket as Socket
