"""hiyapyco 0.5 to 0.7: https://github.com/zerwes/hiyapyco"""

from flake8_pysafe.markers import YamlFunction

class HiYaPyCo:
    def __init__(self, *args, loader_callback: YamlFunction = ..., **kwargs) -> None: ...

def load(*args, loader_callback: YamlFunction = ..., **kwargs) -> object: ...
