"""django.conf of Django 2.2 to 5.2: https://docs.djangoproject.com/en/stable/topics/settings/"""

from module_settings import ApplicationSettings

class LazySettings:
    def configure(self, default_settings=..., **options: ApplicationSettings) -> None: ...

settings: LazySettings
