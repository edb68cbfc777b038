"""Python 3.10 to 3.14: https://docs.python.org/3/library/socketserver.html#request-handler-objects"""

from socket import socket

from flake8_pysafe.markers import Remote

class BaseRequestHandler:
    # A socket, of UDP servers a pair of the datagram and the socket.
    request: Remote | socket

class StreamRequestHandler(BaseRequestHandler):
    rfile: Remote

class DatagramRequestHandler(BaseRequestHandler):
    rfile: Remote
