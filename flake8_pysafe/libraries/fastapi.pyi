"""FastAPI 0.80 to 0.128: https://fastapi.tiangolo.com/reference/request/"""

import fastapi as datastructures
import fastapi as requests
import fastapi as websockets
from starlette.datastructures import UploadFile as UploadFile
from starlette.requests import Request as Request
from starlette.websockets import WebSocket as WebSocket
