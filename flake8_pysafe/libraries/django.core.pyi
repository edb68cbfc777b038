"""django.core of Django 2.2 to 5.2: https://docs.djangoproject.com/en/stable/"""

import django.core.signing as signing
