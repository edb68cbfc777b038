"""Django 2.2 to 5.2: https://docs.djangoproject.com/en/stable/"""

import django.conf as conf
import django.core as core
import django.http as http
import django.test as test
import django.views as views
