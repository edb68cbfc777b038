"""botocore 1.10 to 1.44, the copies it brings along."""

import requests as requests
