"""Starlette 0.20 to 1.0: https://www.starlette.io/"""

import starlette.datastructures as datastructures
import starlette.requests as requests
import starlette.websockets as websockets
