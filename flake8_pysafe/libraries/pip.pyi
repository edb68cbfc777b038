"""pip 20.0 to 26.0: https://pip.pypa.io/en/stable/user_guide/#using-pip-from-your-program"""

from flake8_pysafe.markers import PipArguments

def main(args: PipArguments = ...): ...
