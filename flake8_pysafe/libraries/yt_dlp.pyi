"""yt-dlp 2021.1 to 2026.11: https://github.com/yt-dlp/yt-dlp#embedding-yt-dlp"""

from typing import TypedDict

from flake8_pysafe.markers import Insecure

class Parameters(TypedDict):
    nocheckcertificate: Insecure

class YoutubeDL:
    def __init__(self, params: Parameters = ..., auto_init=...) -> None: ...
    def __enter__(self) -> YoutubeDL: ...
