"""hyperpyyaml 0.0.1 to 1.2: https://github.com/speechbrain/HyperPyYAML"""

from flake8_pysafe.markers import HyperYaml

# `!new:`, `!apply:` and `!name:` build and call what the document names, with any loader.
def load_hyperpyyaml(yaml_stream: HyperYaml, overrides=..., overrides_must_match=..., **kwargs) -> object: ...
