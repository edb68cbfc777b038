"""pip 20.0 to 26.0, the copies it brings along."""

import requests as requests
import urllib3 as urllib3
