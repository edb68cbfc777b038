"""django.core.serializers.base of Django 2.2 to 4.2: https://docs.djangoproject.com/en/4.2/topics/http/sessions/"""

import flake8_pysafe

# Where the class was until 4.1; gone in 5.0.
class PickleSerializer(flake8_pysafe.PickleSerializer): ...
