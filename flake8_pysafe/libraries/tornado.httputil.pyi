"""tornado.httputil of Tornado 5.0 to 6.6: https://www.tornadoweb.org/en/stable/httputil.html"""

from flake8_pysafe.markers import Remote

class HTTPServerRequest:
    arguments: Remote
    body: Remote
    body_arguments: Remote
    cookies: Remote
    files: Remote
    headers: Remote
    query_arguments: Remote
