"""numcodecs 0.16 and later: https://numcodecs.readthedocs.io/en/stable/other/pickles.html"""

from flake8_pysafe.markers import DangerousSwitch

ALLOW_UNSAFE_PICKLE_DECODE: DangerousSwitch
