"""Python 3.10 to 3.14: https://docs.python.org/3/library/http.server.html"""

from socketserver import StreamRequestHandler

from flake8_pysafe.markers import Remote

class BaseHTTPRequestHandler(StreamRequestHandler):
    headers: Remote
    path: Remote
    requestline: Remote

class SimpleHTTPRequestHandler(BaseHTTPRequestHandler): ...
class CGIHTTPRequestHandler(SimpleHTTPRequestHandler): ...
