"""starlette.datastructures of Starlette 0.20 to 1.0: https://www.starlette.io/requests/#request-files"""

from flake8_pysafe.markers import Remote

class UploadFile:
    file: Remote
    filename: Remote
    headers: Remote
    async def read(self, size=...) -> Remote: ...
