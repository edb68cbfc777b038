"""django.contrib.sessions.serializers of Django 2.2 to 4.2: https://docs.djangoproject.com/en/4.2/"""

import flake8_pysafe

# Gone in 5.0.
class PickleSerializer(flake8_pysafe.PickleSerializer): ...
