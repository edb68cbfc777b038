"""tornado.websocket of Tornado 5.0 to 6.6: https://www.tornadoweb.org/en/stable/websocket.html"""

from flake8_pysafe.markers import Remote
from tornado.web import RequestHandler

class WebSocketHandler(RequestHandler):
    def on_message(self, message: Remote) -> None: ...
