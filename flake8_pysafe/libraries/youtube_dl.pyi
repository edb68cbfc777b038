"""youtube-dl 2021.1 to 2021.12: https://github.com/ytdl-org/youtube-dl#embedding-youtube-dl"""

from typing import TypedDict

from flake8_pysafe.markers import Insecure

class Parameters(TypedDict):
    nocheckcertificate: Insecure

class YoutubeDL:
    def __init__(self, params: Parameters = ..., auto_init=...) -> None: ...
    def __enter__(self) -> YoutubeDL: ...
